import * as v from "valibot";
import { defineEvent } from "../kernel/events.ts";
import { epochMsSchema } from "../kernel/time.ts";
import { followUpSchema, publicationFailureSchema, publicationStateSchema } from "./course.ts";

const publicationData = v.object({
  publicationId: v.string(),
  postId: v.string(),
  channelId: v.string(),
  platform: v.string(),
  dueAt: epochMsSchema,
  /** The codes of what it failed over before, each once; absent when it never did. */
  failedBefore: v.optional(v.array(v.string())),
});
const data = publicationData.entries;

export const publicationScheduled = defineEvent("publication.scheduled", publicationData);
export const publicationRescheduled = defineEvent("publication.rescheduled", publicationData);
export const publicationCanceled = defineEvent("publication.canceled", publicationData);
export const publicationPublished = defineEvent(
  "publication.published",
  v.object({ ...data, remoteId: v.string(), url: v.string(), publishedAt: epochMsSchema }),
);
export const publicationFailed = defineEvent(
  "publication.failed",
  v.object({ ...data, failure: publicationFailureSchema }),
);
/** The post is on the platform, and something that was to follow it is not. */
export const publicationFollowUpFailed = defineEvent(
  "publication.follow-up-failed",
  v.object({ ...data, kind: followUpSchema.entries.kind, failure: publicationFailureSchema }),
);
/** What follows a post and had failed is out now, or a member gave it up with what was to come after it. */
export const publicationFollowUpEnded = defineEvent(
  "publication.follow-up-ended",
  v.object({ ...data, givenUp: v.boolean() }),
);
/** It may or may not be visible; the reconciler looks. */
export const publicationUnconfirmed = defineEvent("publication.unconfirmed", publicationData);
/** Publications of a channel that are long past their time, or past the time in which it should be known what became of them. */
export const publicationsLate = defineEvent(
  "publications.late",
  v.object({
    channelId: v.string(),
    publications: v.array(
      v.object({
        publicationId: v.string(),
        postId: v.string(),
        dueAt: epochMsSchema,
        state: publicationStateSchema,
        excerpt: v.string(),
      }),
    ),
  }),
);
