import type { Message } from "../inbox/index.ts";
import { excerpt } from "../kernel/text.ts";
import type { Evidence } from "./evidence.ts";

const excerptLength = 140;

/** A message as evidence. */
export const messageEvidence = ({ id, threadId, channelId, author, text, occurredAt }: Message): Evidence => ({
  key: id,
  what: "message",
  id: threadId,
  channelId,
  ...(author?.name && { person: author.name }),
  excerpt: excerpt(text, excerptLength),
  at: occurredAt,
});
