import * as v from "valibot";

export const sentMailSchema = v.object({
  messageId: v.string(),
  /** ISO 8601 in UTC. */
  sentAt: v.string(),
  from: v.string(),
  to: v.array(v.string()),
  cc: v.array(v.string()),
  bcc: v.array(v.string()),
  replyTo: v.array(v.string()),
  subject: v.string(),
  html: v.optional(v.string()),
  text: v.optional(v.string()),
  attachments: v.array(
    v.object({
      fileName: v.string(),
      contentType: v.string(),
      /** Bytes. */
      size: v.number(),
      /** Base64. */
      content: v.string(),
      contentId: v.optional(v.string()),
    }),
  ),
  headers: v.array(v.object({ name: v.string(), value: v.string() })),
  /** The sender's own tags. */
  tags: v.record(v.string(), v.string()),
  configurationSet: v.optional(v.string()),
});

/** A mail as it was sent. */
export type SentMail = v.InferOutput<typeof sentMailSchema>;
