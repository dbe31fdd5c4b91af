import * as v from "valibot";
import { defineEvent } from "../kernel/events.ts";
import { epochMsSchema } from "../kernel/time.ts";
import { classificationSchema, sentimentSchema } from "./classify/model.ts";
import { messageKindSchema } from "./model.ts";
import { outgoingKindSchema } from "./outgoing.ts";

const place = { channelId: v.string(), threadId: v.string() };

const messageData = v.object({
  ...place,
  messageId: v.string(),
  kind: messageKindSchema,
  own: v.boolean(),
  /** When it appeared on the platform, epoch ms. */
  postedAt: epochMsSchema,
  /** When it got the words that it has, epoch ms. */
  changedAt: v.optional(epochMsSchema),
  removed: v.boolean(),
  classification: v.optional(classificationSchema),
});

/** A message, also one of our own, was seen for the first time. */
export const messageReceived = defineEvent("message.received", messageData);

/** A known message was edited, hidden, shown again or removed on the platform. */
export const messageChanged = defineEvent("message.changed", messageData);

const reviewData = v.object({
  ...place,
  reviewId: v.string(),
  rating: v.optional(v.number()),
  /** The stars before the person changed their mind. */
  ratingBefore: v.optional(v.number()),
  recommends: v.optional(v.boolean()),
  sentiment: sentimentSchema,
  removed: v.boolean(),
  /** When it appeared on the platform, epoch ms. */
  postedAt: epochMsSchema,
  /** When the person said what it says now, epoch ms. */
  changedAt: v.optional(epochMsSchema),
});

/** A review or recommendation was seen for the first time. */
export const reviewReceived = defineEvent("review.received", reviewData);

/** A known review was edited or removed on the platform. */
export const reviewChanged = defineEvent("review.changed", reviewData);

/** A thread's response target has passed and nobody has answered. */
export const answerOverdue = defineEvent(
  "answer.overdue",
  v.object({
    ...place,
    /** When an answer was due, epoch ms. */
    dueAt: epochMsSchema,
    /** When the oldest unanswered message was written, epoch ms. */
    waitingSince: epochMsSchema,
    assigneeId: v.optional(v.string()),
  }),
);

/** The code over which an earlier reply of the thread had not reached the person; whoever told of that looks again. */
const overcome = { overcome: v.optional(v.string()) };

/** A member marked a conversation done. */
export const threadDone = defineEvent("thread.done", v.object({ ...place, ...overcome }));

const action = { ...place, outgoingId: v.string(), kind: outgoingKindSchema };

/** A reply or another action was carried out on the platform. */
export const replySent = defineEvent(
  "reply.sent",
  v.object({ ...action, remoteId: v.optional(v.string()), ...overcome }),
);

/** A reply or another action was given up. */
export const replyFailed = defineEvent(
  "reply.failed",
  v.object({
    ...action,
    code: v.string(),
    params: v.optional(v.record(v.string(), v.union([v.string(), v.number()]))),
  }),
);

/** A while has passed, and still nobody knows whether a reply reached the platform. */
export const replyUnconfirmed = defineEvent("reply.unconfirmed", v.object({ ...action, code: v.string() }));
