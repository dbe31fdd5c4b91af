import { conflict, type Failure, invalid, tooLarge } from "../kernel/failure.ts";
import type { VideoProblem } from "./inspect-video.ts";
import type { PostState } from "./model.ts";
import { postLimits } from "./model.ts";
import { mostSkips } from "./series.ts";

/** Someone else wrote in between; the caller's version is not the newest. */
export const changedMeanwhile = (): Failure => conflict("changed-meanwhile");

/** What was asked for does not go from the state the post is in. */
export const postStateRefuses = (state: PostState): Failure => conflict("post-state-refuses", { params: { state } });

/** An author may not change what is already scheduled. */
export const scheduledNeedsApprover = (): Failure => conflict("scheduled-post-needs-approver");

/** A channel can't be taken from a scheduled post: its publication is canceled instead. */
export const channelIsScheduled = (channelId: string): Failure =>
  conflict("post-channel-is-scheduled", { field: "channelIds", params: { channelId } });

/** The post names channels that do not exist in the workspace. */
export const unknownChannel = (channelId: string): Failure =>
  invalid("unknown-channel", { field: "channelIds", params: { channelId } });

/** The post names a campaign that does not exist in the workspace. */
export const unknownCampaign = (): Failure => invalid("unknown-campaign", { field: "campaignId" });

/** The campaign is over and takes no new posts. */
export const campaignArchived = (name: string): Failure =>
  invalid("campaign-archived", { field: "campaignId", params: { name } });

/** The channel's platform takes no posts from us. */
export const channelCannotPublish = (): Failure => invalid("channel-cannot-publish", { field: "channelIds" });

/** The post names files that do not exist in the workspace. */
export const unknownAsset = (assetId: string): Failure =>
  invalid("unknown-asset", { field: "mediaIds", params: { assetId } });

/** A file of the post is not uploaded yet, or was refused. */
export const assetNotReady = (assetId: string, fileName: string, state: string): Failure =>
  invalid("asset-not-ready", { field: "mediaIds", params: { assetId, fileName, state } });

/** Text of base and variants together is over what one post may hold. */
export const postTooLarge = (actual: number): Failure =>
  tooLarge("post-too-large", { params: { actual, allowed: postLimits.totalTextLength } });

/** The post has no channel to be checked or scheduled for. */
export const noChannels = (): Failure => invalid("post-has-no-channels", { field: "channelIds" });

/** The post breaks rules of its channels; each is among the details. */
export const postBreaksRules = (details: readonly Failure[]): Failure =>
  invalid("post-breaks-rules", { params: { count: details.length }, details });

/** A note saying what to change is missing. */
export const noteMissing = (): Failure => invalid("note-missing", { field: "note" });

/** The post is a series' template, or one of its dates. */
export const postRepeatsAlready = (): Failure => conflict("post-repeats-already");

/** A template is never published itself. */
export const postIsTemplate = (): Failure => conflict("post-is-template");

/** The series was ended; it can't be changed any more. */
export const seriesIsOver = (): Failure => conflict("series-is-over");

/** The series' rule has no date at the local time named. */
export const seriesHasNoDate = (): Failure => conflict("series-has-no-date");

/** More dates are left out than a series remembers. */
export const tooManySkips = (): Failure => conflict("series-too-many-skips", { params: { allowed: mostSkips } });

/** The one answer to a review link that is wrong, expired, taken back, or whose post is gone. */
export const reviewLinkInvalid = (): Failure => ({ kind: "not-found", code: "review-link-invalid" });

/** The post was edited since the reviewer saw it. */
export const reviewOutdated = (): Failure => conflict("review-outdated");

/** This version was answered through this link already. */
export const reviewAnswered = (): Failure => conflict("review-answered");

/** The post has as many open links as it may. */
export const tooManyReviewLinks = (allowed: number): Failure =>
  conflict("too-many-review-links", { params: { allowed } });
/** Only approved content goes out again without being looked at. */
export const evergreenNotApproved = (): Failure => conflict("evergreen-not-approved");

/** A series' post or a repeat can't be repeated once more: the post it comes from can. */
export const evergreenOfRepeat = (): Failure => conflict("evergreen-of-repeat");

/** No file arrived at the address given for it. */
export const uploadMissing = (fileName: string): Failure => conflict("upload-missing", { params: { fileName } });

/** A kind of file that no channel takes. */
export const mediaTypeUnsupported = (fileName: string, contentType: string): Failure =>
  invalid("media-type-unsupported", { field: "contentType", params: { fileName, contentType } });

/** The bytes are something else than the upload said. */
export const mediaTypeMismatch = (fileName: string, declared: string, actual: string): Failure =>
  invalid("media-type-mismatch", { params: { fileName, declared, actual } });

/** The file has another size than the upload said. */
export const mediaSizeMismatch = (fileName: string, declared: number, actual: number): Failure =>
  invalid("media-size-mismatch", { params: { fileName, declared, actual } });

/** The file is larger than any channel takes. */
export const mediaTooLarge = (fileName: string, actual: number, allowed: number): Failure =>
  tooLarge("media-too-large", { field: "bytes", params: { fileName, actual, allowed } });

/** The file says it is an image and cannot be read as one. */
export const mediaUnreadable = (fileName: string): Failure => invalid("media-unreadable", { params: { fileName } });

/** The second variant shows what the first one shows. */
export const experimentWithoutChange = (): Failure => invalid("experiment-without-change", { field: "change" });

/** The post is being tested on this channel already. */
export const experimentExists = (): Failure => conflict("experiment-exists");

/** The file's end is missing, or it is no video that a channel could show. */
export const damagedMedia = (code: VideoProblem, fileName: string): Failure => invalid(code, { params: { fileName } });

/** The file is on the calendar; each publication that shows it is among the details. */
export const assetIsScheduled = (fileName: string, details: readonly Failure[]): Failure =>
  conflict("asset-is-scheduled", { params: { fileName, count: details.length }, details });

/** One publication that shows the file, with the post's first words, its channel and its time (epoch ms, IANA zone). */
export const assetShownBy = (use: { post: string; channel: string; dueAt: number; timeZone: string }): Failure =>
  conflict("asset-shown-by", { params: use });

/** The folder still holds files. */
export const folderNotEmpty = (folder: string): Failure => conflict("folder-not-empty", { params: { folder } });
