import type { Channel } from "../channels/connected/index.ts";
import { calendarMark, type Post } from "../content/index.ts";
import type { Failure } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { publicationTooLate } from "./errors.ts";
import { noted, type Publication, type PublicationContent, publicationIdOf } from "./model.ts";

/** A time on the calendar: the instant, and the zone in which it was chosen. */
export interface CalendarTime {
  readonly dueAt: number;
  readonly timeZone: string;
}

/** By what a publication is found and its results are attributed: as its post says. */
export const filed = ({
  campaignId,
  topic,
  targetCustomer,
  labels,
}: Pick<Post, "campaignId" | "topic" | "targetCustomer" | "labels">) => ({
  campaignId,
  topic,
  targetCustomer,
  labels,
});

/** A publication that waits for its time. */
export function scheduled(
  parts: { post: Post; channel: Channel; content: PublicationContent; time: CalendarTime },
  by: string,
  now: number,
): Publication {
  const { post, channel, content, time } = parts;
  const publication: Publication = {
    id: publicationIdOf(post.id, channel.id),
    workspaceId: post.workspaceId,
    postId: post.id,
    channelId: channel.id,
    platform: channel.platform,
    state: "scheduled",
    version: 1,
    content,
    authorId: post.authorId,
    ...filed(post),
    origin: calendarMark(post.origin),
    dueAt: time.dueAt,
    timeZone: time.timeZone,
    nextAt: time.dueAt,
    wakeAt: time.dueAt,
    fence: 0,
    attempts: 0,
    armings: 0,
    receipts: {},
    createdAt: now,
    history: [],
  };
  return noted(publication, now, by, "scheduled", { dueAt: time.dueAt });
}

/**
 * The publication at another time. Possible while it is `scheduled`, and again after it was canceled or has failed:
 * then it begins anew, without what earlier attempts left.
 */
export function rescheduled(
  publication: Publication,
  time: CalendarTime,
  by: string,
  now: number,
): Result<Publication, Failure> {
  if (!canBegin(publication)) return err(publicationTooLate(publication.state));
  const next: Publication = {
    ...publication,
    state: "scheduled",
    dueAt: time.dueAt,
    timeZone: time.timeZone,
    nextAt: time.dueAt,
    wakeAt: time.dueAt,
    attempts: 0,
    receipts: {},
    acceptedAt: undefined,
    failure: undefined,
  };
  return ok(noted(next, now, by, "rescheduled", { dueAt: time.dueAt }));
}

/** It waits for its time, or could be scheduled anew. */
const canBegin = ({ state }: Publication): boolean =>
  state === "scheduled" || state === "canceled" || state === "failed";

/** Taken from the calendar; possible until the claim. */
export function canceled(publication: Publication, by: string, now: number): Result<Publication, Failure> {
  if (publication.state !== "scheduled") return err(publicationTooLate(publication.state));
  const next: Publication = { ...publication, state: "canceled", nextAt: undefined, wakeAt: undefined };
  return ok(noted(next, now, by, "canceled"));
}

/** Other content, unless it was claimed or has appeared; what was uploaded for the old content is left behind. */
export function renewed(publication: Publication, content: PublicationContent): Result<Publication, Failure> {
  if (!canBegin(publication)) return err(publicationTooLate(publication.state));
  return ok({ ...publication, content, receipts: {} });
}
