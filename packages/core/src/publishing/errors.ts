import type { ConnectorError } from "../channels/errors.ts";
import { conflict, type Failure, invalid } from "../kernel/failure.ts";
import type { PublicationFailure, PublicationState } from "./course.ts";

/** The time asked for has passed. */
export const dueInPast = (): Failure => invalid("due-in-past", { field: "when" });
/** The time asked for is more than two years away. */
export const dueTooFar = (): Failure => invalid("due-too-far", { field: "when" });
/** The channel has no posting schedule, or no free slot in the next twelve weeks. */
export const noFreeSlot = (channel: string): Failure => invalid("no-free-slot", { field: "when", params: { channel } });
/** The post is on this channel's calendar already, at another time, or has been published there. */
export const alreadyScheduled = (channel: string, state: PublicationState): Failure =>
  conflict("already-scheduled", { field: "channelIds", params: { channel, state } });
/** The channel must be connected anew before anything is scheduled on it. */
export const channelNeedsReconnect = (channel: string): Failure =>
  conflict("channel-needs-reconnect", { field: "channelIds", params: { channel } });
/** A post that nobody approved. */
export const postNotApproved = (state: string): Failure => conflict("post-not-approved", { params: { state } });
/** The publication was claimed, or is over: it can't be changed any more. */
export const publicationTooLate = (state: PublicationState): Failure =>
  conflict("publication-too-late", { params: { state } });

/** Nothing that follows the post has failed, so there is nothing to try again. */
export const noFailedFollowUp = (): Failure => conflict("no-failed-follow-up");

const ours = (code: string, params?: PublicationFailure["params"]): PublicationFailure => ({
  class: "ours",
  code,
  ...(params && { params }),
});

/** It was overdue by more than `policy.stale`. */
export const stale = (hours: number): PublicationFailure => ours("publication-stale", { hours });
/** The channel has so much to publish that the turn of this would come too late. */
export const paceExceeded = (hours: number): PublicationFailure => ours("publication-pace-exceeded", { hours });
/** The post was canceled, or is gone. */
export const postGone = (): PublicationFailure => ours("publication-post-gone");
/** The channel was removed, or its platform publishes nothing. */
export const channelGone = (): PublicationFailure => ours("publication-channel-gone");
/** The channel's access has ended. */
export const channelCut = (): PublicationFailure => ({ class: "auth-expired", code: "publication-auth-expired" });
/** A file of the post, named where it is known, became unusable between scheduling and the claim. */
export const contentUnusable = (file: string): PublicationFailure => ours("publication-media-unusable", { file });
/** A day of looking did not tell whether it appeared. */
export const unsettled = (): PublicationFailure => ours("publication-unsettled");
/** The platform has worked on it for a day. */
export const processingTooLong = (): PublicationFailure => ours("publication-processing-too-long");
/** The connector does not know how to go on. */
export const connectorFault = (): PublicationFailure => ours("publication-connector-fault");

/** The same failure of something that was to follow the post: the post is there, so cause and cure read otherwise. */
export const ofFollowUp = (failure: PublicationFailure): PublicationFailure => ({
  ...failure,
  code: followUpCode(failure.code),
});

/** The code of the same failure of something that was to follow the post. */
export const followUpCode = (code: string): string => code.replace(/^publication-/, "follow-up-");

/** What a platform's refusal means for a publication; codes are found in the i18n catalogue by class. */
export const platformFailure = (cause: ConnectorError): PublicationFailure => ({
  class: cause.class,
  code: `publication-${cause.class}`,
  ...(cause.class === "invalid-content" && { rule: cause.rule }),
  params: {
    platformCode: cause.code,
    platformMessage: cause.message,
    ...(cause.class === "invalid-content" && { rule: cause.rule }),
  },
});
