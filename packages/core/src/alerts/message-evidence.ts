import type { Message } from "../inbox/index.ts";
import { excerpt } from "../kernel/text.ts";
import type { Evidence } from "./evidence.ts";

const excerptLength = 140;

/** A message as evidence, of the time at which it was said as it is now. */
export const messageEvidence = (message: Message): Evidence => evidenceOf(message, saidAt(message));

const saidAt = ({ edited, facts, occurredAt }: Message): number => (edited && facts.content?.at) || occurredAt;

const evidenceOf = ({ id, threadId, channelId, author, text }: Message, at: number): Evidence => ({
  key: id,
  what: "message",
  id: threadId,
  channelId,
  ...(author?.name && { person: author.name }),
  excerpt: excerpt(text, excerptLength),
  at,
});
