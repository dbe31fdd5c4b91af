import * as v from "valibot";
import { epochMsSchema } from "../kernel/time.ts";

/** Something to look at: what it is, where it is shown, what it says. */
export const evidenceSchema = v.object({
  /** The same for the same thing, so that it is told once. */
  key: v.string(),
  what: v.picklist(["message", "review", "post", "lead", "channel", "report"]),
  /** What its page is found by: a thread, a post, a lead, a channel, a report. */
  id: v.string(),
  channelId: v.optional(v.string()),
  /** Who wrote it. */
  person: v.optional(v.string()),
  /** The beginning of what was written, on one line. */
  excerpt: v.optional(v.string()),
  rating: v.optional(v.number()),
  /** When it happened, epoch ms. */
  at: epochMsSchema,
});
export type Evidence = v.InferOutput<typeof evidenceSchema>;
