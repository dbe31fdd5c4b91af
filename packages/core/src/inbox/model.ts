import * as v from "valibot";
import { authorSchema } from "../channels/inbound.ts";
import { stampedSchema } from "../kernel/stamped.ts";
import { epochMsSchema } from "../kernel/time.ts";
import { answerQualitySchema } from "../reviews/index.ts";
import {
  classificationSchema,
  correctionSchema,
  intentSchema,
  sentimentSchema,
  textLanguageSchema,
} from "./classify/model.ts";

/** In the order in which one wins when a platform announces the same remote id as two kinds. */
export const messageKinds = ["comment", "direct", "mention"] as const;
export const messageKindSchema = v.picklist(messageKinds);

export const attachmentSchema = v.object({ type: v.string(), url: v.string() });

/** What the platform, and we as the sender, have told about a message so far; see `message-facts.ts`. */
export const messageFactsSchema = v.object({
  kind: messageKindSchema,
  own: v.boolean(),
  /** Its appearance or an edit was reported; a message that is known only by its removal has never been seen. */
  seen: v.boolean(),
  /** The earliest report of its appearance. */
  addedAt: v.optional(epochMsSchema),
  /** The earliest report of any sort. */
  reportedAt: epochMsSchema,
  /** `missing`: no webhook told of its removal, and the platform's lists show it no more; whatever it says later brings it back. */
  presence: v.optional(stampedSchema(v.picklist(["present", "removed", "missing"]))),
  /** `null` since it was removed. */
  content: v.optional(
    stampedSchema(v.nullable(v.object({ text: v.string(), attachments: v.array(attachmentSchema) }))),
  ),
  hidden: v.optional(stampedSchema(v.boolean())),
  liked: v.optional(stampedSchema(v.boolean())),
  author: v.optional(stampedSchema(authorSchema)),
  parent: v.optional(stampedSchema(v.string())),
  post: v.optional(stampedSchema(v.string())),
  /** Present when we sent it: when, by which outgoing action, for whom. */
  sent: v.optional(
    v.object({
      at: epochMsSchema,
      outgoingId: v.string(),
      by: v.string(),
      /** How many of the channel's last answers say the same, as it was sent. */
      use: v.optional(v.object({ same: v.number(), of: v.number() })),
    }),
  ),
  /** A member's word on what the text is; it holds until the text is edited. */
  correction: v.optional(stampedSchema(correctionSchema)),
});
export type MessageFacts = v.InferOutput<typeof messageFactsSchema>;

/** What has been announced to the rest of the product about a message or review, so that nothing is announced twice. */
export const announcementSchema = v.object({
  revision: v.string(),
  occurredAt: epochMsSchema,
  answeredAt: v.optional(epochMsSchema),
});
export type Announcement = v.InferOutput<typeof announcementSchema>;

/** A comment, mention or direct message, stored once under an id derived from its channel and remote id. */
export const messageSchema = v.object({
  workspaceId: v.string(),
  threadId: v.string(),
  id: v.string(),
  channelId: v.string(),
  platform: v.string(),
  remoteId: v.string(),
  facts: messageFactsSchema,
  /** The digest of the facts: the condition of every change, and the same whatever order the facts arrived in. */
  revision: v.string(),
  kind: messageKindSchema,
  /** Written by the channel itself, by us or in the platform's own app. */
  own: v.boolean(),
  /** When it appeared on the platform, epoch ms. */
  occurredAt: epochMsSchema,
  /** It was seen, here or there; false for what is known only by its removal or hiding. */
  known: v.boolean(),
  removed: v.boolean(),
  hidden: v.boolean(),
  liked: v.boolean(),
  edited: v.boolean(),
  text: v.string(),
  attachments: v.array(attachmentSchema),
  author: v.optional(authorSchema),
  parentRemoteId: v.optional(v.string()),
  postRemoteId: v.optional(v.string()),
  /** The member or function that sent it, see `actorName`; absent when it was not sent from here. */
  sentBy: v.optional(v.string()),
  /** Absent for own messages and those without text. A member's correction outweighs what the terms decided. */
  classification: v.optional(classificationSchema),
  /** Present while a member's correction holds: who and when, and what the classifier had said. */
  corrected: v.optional(
    v.object({ by: v.string(), at: epochMsSchema, sentiment: sentimentSchema, intent: intentSchema }),
  ),
  /** The first own answer in the thread at or after it, epoch ms. */
  answeredAt: v.optional(epochMsSchema),
  /** Of an answer of ours: how good it is; see `score-answers.ts`. */
  quality: v.optional(answerQualitySchema),
  announced: v.optional(announcementSchema),
});
export type Message = v.InferOutput<typeof messageSchema>;

export const threadKinds = [...messageKinds, "review"] as const;
export const threadKindSchema = v.picklist(threadKinds);
export type ThreadKind = v.InferOutput<typeof threadKindSchema>;

/** `empty` threads hold nothing that a person could read; they are in no list. */
export const threadStateSchema = v.picklist(["open", "done", "empty"]);

/** What is derived from a thread's messages (or its review), always anew and always the same from the same messages. */
export const threadSummarySchema = v.object({
  kind: threadKindSchema,
  /** The digest of all revisions in the thread; the condition of every change. */
  basis: v.string(),
  /** The digest of what customers have said; marking done remembers it, a new message or one said anew changes it. */
  customers: v.string(),
  state: threadStateSchema,
  /** Time of the last visible message, epoch ms. */
  lastAt: epochMsSchema,
  lastOwn: v.boolean(),
  /** At most 140 characters of the last visible message. */
  excerpt: v.string(),
  messageCount: v.number(),
  /** Visible messages of customers. */
  customerCount: v.number(),
  /** Visible customer messages without an own answer at or after them. */
  unanswered: v.number(),
  /** The oldest unanswered one, epoch ms. */
  waitingSince: v.optional(epochMsSchema),
  /** When an answer is due by the response target, epoch ms; absent when nothing waits or the thread is done. */
  dueAt: v.optional(epochMsSchema),
  /** Of the last customer message. */
  sentiment: v.optional(sentimentSchema),
  intent: v.optional(intentSchema),
  language: v.optional(textLanguageSchema),
  /** Whom the conversation is with: the author of its first customer message. */
  person: v.optional(authorSchema),
  /** At most five people who wrote, in order of appearance. */
  participants: v.array(authorSchema),
  postRemoteId: v.optional(v.string()),
  /** For the thread of a review. */
  review: v.optional(v.object({ id: v.string(), rating: v.optional(v.number()), recommends: v.optional(v.boolean()) })),
});
export type ThreadSummary = v.InferOutput<typeof threadSummarySchema>;

/** A saved reply that a rule laid ready: it waits for a person and is never sent by itself. */
export const replyDraftSchema = v.object({
  text: v.string(),
  /** The name of the rule. */
  rule: v.string(),
  /** The message or review that it answers. */
  itemId: v.string(),
  at: epochMsSchema,
});

/** Our newest reply of which we know that it did not reach the person, or of which nobody knows. */
export const unsentSchema = v.object({
  outgoingId: v.string(),
  state: v.picklist(["failed", "unconfirmed"]),
  /** The code of the failure. */
  code: v.string(),
  /** When a member wanted it sent. */
  at: epochMsSchema,
});

/** What the rules' run over one message did to the thread: written with the deed itself, so that it is done once. */
export const ruledSchema = v.object({ run: v.string(), at: epochMsSchema, outcomes: v.array(v.string()) });

/** A conversation with one person on one channel. */
export const threadSchema = v.object({
  workspaceId: v.string(),
  id: v.string(),
  channelId: v.string(),
  platform: v.string(),
  remoteId: v.string(),
  ...threadSummarySchema.entries,
  /** The value of `customers` when a member marked the thread done. */
  doneMark: v.optional(v.string()),
  assigneeId: v.optional(v.string()),
  labels: v.optional(v.array(v.string()), []),
  /** Set aside until an instant, epoch ms, and only while `customers` is the value it was then: see `is-snoozed.ts`. */
  snooze: v.optional(v.object({ until: epochMsSchema, customers: v.string() })),
  /** Absent when it is of the usual urgency. */
  priority: v.optional(v.literal("high")),
  draft: v.optional(replyDraftSchema),
  /** Until a reply reaches the person, or a member marks the thread done. */
  unsent: v.optional(unsentSchema),
  /** Of the last two days, the newest fifty: an event of a message that is older runs no rule. */
  ruled: v.optional(v.array(ruledSchema)),
  /** The `dueAt` that has been told as passed, so that nobody is told twice. */
  toldDueAt: v.optional(v.number()),
  /** Counts members' changes; the condition of every change, with `basis`. */
  revision: v.number(),
});
export type Thread = v.InferOutput<typeof threadSchema>;
