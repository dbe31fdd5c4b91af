import type { Channel } from "../channels/connected/index.ts";
import type { InboundItem, InboundMessage } from "../channels/inbound.ts";
import { inBatches } from "../kernel/in-batches.ts";
import { settlesMs } from "./absences.ts";
import { isAnnounced } from "./announce.ts";
import { messageIdOf, threadIdOf } from "./identity.ts";
import { editedFacts } from "./message-facts.ts";
import type { Message } from "./model.ts";
import { type ReadPolicyDeps, readPolicy } from "./response-targets.ts";
import { type SettleDeps, settleThread, type ThreadPlace } from "./settle-thread.ts";
import { storeMessage } from "./store-message.ts";

/** So many threads are settled at a time. */
const together = 8;
/** Nobody edits half of what people wrote: a list that says so writes texts in another way. */
const plausible = { outOf: 8, share: 0.5 };

interface Compared {
  readonly place: ThreadPlace;
  readonly edits: readonly InboundMessage[];
  /** A worker died before it told the rest of the product of a message. */
  readonly isUntold: boolean;
  readonly count: number;
}

/**
 * Takes in the edits of which no webhook told: where a list, as it was at `seenAt` (epoch ms), says something else than
 * what is held of a customer's message. When it was edited nobody knows, so it counts from then. An empty text is no
 * edit. Answers how many edits.
 */
export async function takeEdits(
  deps: SettleDeps & ReadPolicyDeps,
  channel: Channel,
  items: readonly InboundItem[],
  held: readonly Message[],
  seenAt: number,
): Promise<number> {
  const place = { workspaceId: channel.workspaceId, channelId: channel.id, platform: channel.platform };
  const spoken = items.filter((item): item is InboundMessage => item.kind === "message" && !item.own);
  const threads = [...Map.groupBy(spoken, (item) => item.threadRemoteId)];
  const byThread = Map.groupBy(held, ({ threadId }) => threadId);
  const compared = threads.map(([remoteId, ofThread]) => {
    const threadId = threadIdOf(channel.id, remoteId);
    return compare({ ...place, remoteId, threadId }, ofThread, byThread.get(threadId) ?? [], seenAt);
  });
  const edited = compared.reduce((sum, { edits }) => sum + edits.length, 0);
  const all = compared.reduce((sum, { count }) => sum + count, 0);
  const isPlausible = edited < plausible.outOf || edited <= all * plausible.share;
  const changed = compared.filter(({ edits, isUntold }) => (isPlausible && edits.length > 0) || isUntold);
  if (changed.length === 0) return 0;
  const policy = await readPolicy(deps, channel.workspaceId, channel.id);
  await inBatches(changed, together, async ({ place: thread, edits }) => {
    const taken = isPlausible ? edits : [];
    for (const { remoteId, text } of taken) {
      const id = messageIdOf(channel.id, remoteId);
      const stored = await deps.messages.get(thread.workspaceId, thread.threadId, id);
      if (stored) await storeMessage(deps, { ...thread, remoteId }, editedFacts(stored.facts, text ?? "", seenAt));
    }
    await settleThread(deps, thread, policy);
  });
  return isPlausible ? edited : 0;
}

function compare(
  place: ThreadPlace,
  listed: readonly InboundMessage[],
  stored: readonly Message[],
  seenAt: number,
): Compared {
  const byRemoteId = new Map(stored.map((message) => [message.remoteId, message]));
  const known = listed.flatMap((item) => {
    const message = byRemoteId.get(item.remoteId);
    return message && isComparable(message, item, seenAt) ? [{ item, message }] : [];
  });
  const edits = known.filter(({ item, message }) => wordsOf(item.text ?? "") !== wordsOf(message.text));
  const isUntold = stored.some((message) => !isAnnounced(message));
  return { place, edits: edits.map(({ item }) => item), isUntold, count: known.length };
}

const isComparable = ({ facts, removed }: Message, { text }: InboundMessage, seenAt: number): boolean =>
  facts.seen && !removed && wordsOf(text ?? "") !== "" && (facts.content?.at ?? seenAt) <= seenAt - settlesMs;

/** Webhooks and lists may differ in spaces and in how a letter is put together. */
const wordsOf = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim();
