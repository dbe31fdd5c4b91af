import type { Channel } from "../channels/connected/index.ts";
import type { InboundMessage } from "../channels/inbound.ts";
import type { CoveredPlace, PolledPage } from "../channels/reviews.ts";
import { inBatches } from "../kernel/in-batches.ts";
import { judge, type Suspect, settlesMs, type Verdict } from "./absences.ts";
import { threadIdOf } from "./identity.ts";
import { missingFacts, returnedFacts } from "./message-facts.ts";
import type { Message } from "./model.ts";
import type { Messages } from "./ports.ts";
import { type ReadPolicyDeps, readPolicy } from "./response-targets.ts";
import { type SettleDeps, settleThread } from "./settle-thread.ts";
import { storeMessage } from "./store-message.ts";

/** So many threads are read or settled at a time. */
const together = 8;

export type ReadHeld = (page: PolledPage, notBefore: number, until: number) => Promise<readonly Message[]>;

/**
 * Reads what is stored of the places that a page tells whole, from `notBefore` until `until` (epoch ms): conversations
 * each by itself, what stands below posts by its time, each span once for all the pages of a walk.
 */
export function heldMessages(deps: { messages: Messages }, { workspaceId, id: channelId }: Channel): ReadHeld {
  let spanned: Message[] = [];
  let from: number | undefined;
  return async ({ covers = [] }, notBefore, until) => {
    const posts = covers.filter(({ kind }) => kind !== "conversation");
    if (posts.length > 0) {
      const since = Math.max(notBefore, Math.min(...posts.map((place) => place.since)));
      if (from === undefined || since < from) {
        const span = await deps.messages.listByChannelAndTime(workspaceId, channelId, since, from ?? until);
        spanned = [...span, ...spanned];
        from = since;
      }
      return spanned;
    }
    const held: Message[] = [];
    await inBatches(covers, together, async ({ remoteId }) => {
      held.push(...(await deps.messages.listByThread(workspaceId, threadIdOf(channelId, remoteId))));
    });
    return held;
  };
}

/**
 * Compares a page, as it was at `seenAt` (epoch ms), with what is `held` of the places that it tells whole: what it left
 * out for the second time is taken for removed, as if a webhook had told so, and what is missing and stands on it comes
 * back. Answers what else was left out.
 */
export async function compareMessages(
  deps: SettleDeps & ReadPolicyDeps,
  channel: Channel,
  look: { page: PolledPage; held: readonly Message[]; suspects: readonly Suspect[]; seenAt: number },
): Promise<Verdict<Message>> {
  const { page, held, suspects, seenAt } = look;
  const items = page.entries.flatMap((entry) => entry.items);
  const listed = new Map(
    items.filter((item): item is InboundMessage => item.kind === "message").map((item) => [item.remoteId, item]),
  );
  const covered = held.filter((message) => page.covers?.some((place) => isIn(channel.id, message, place)));
  const signs = {
    isStanding: (message: Message) => isStanding(message, seenAt),
    isListed: ({ remoteId }: Message) => listed.has(remoteId),
  };
  const verdict = judge(covered, signs, suspects, seenAt);
  const changes = new Map(verdict.gone.map((message) => [message, missingFacts(message.facts, seenAt)]));
  for (const message of held) {
    const item = listed.get(message.remoteId);
    if (item && message.removed && message.facts.presence?.value === "missing") {
      changes.set(message, returnedFacts(item, seenAt));
    }
  }
  const policy = changes.size > 0 ? await readPolicy(deps, channel.workspaceId, channel.id) : undefined;
  await inBatches([...Map.groupBy(changes, ([{ threadId }]) => threadId)], together, async ([threadId, ofThread]) => {
    const thread = await deps.threads.get(channel.workspaceId, threadId);
    // Without its thread a message is still being stored.
    if (!thread || !policy) return;
    const { workspaceId, channelId, platform } = thread;
    const place = { workspaceId, channelId, platform, threadId };
    for (const [{ remoteId }, facts] of ofThread) await storeMessage(deps, { ...place, remoteId }, facts);
    await settleThread(deps, { ...place, remoteId: thread.remoteId }, policy);
  });
  return verdict;
}

/**
 * Whether its absence says something: what the platform itself told of, which is not hidden (lists may leave that out) and
 * of which nothing was told just now.
 */
function isStanding({ facts, known, removed, hidden, kind }: Message, seenAt: number): boolean {
  const told = Math.max(facts.addedAt ?? facts.reportedAt, facts.content?.at ?? 0, facts.hidden?.at ?? 0);
  const isTheirs = facts.addedAt !== undefined || !facts.own;
  return known && isTheirs && !removed && !hidden && kind !== "mention" && told <= seenAt - settlesMs;
}

function isIn(channelId: string, message: Message, { kind, remoteId, since }: CoveredPlace): boolean {
  if (message.occurredAt < since) return false;
  if (kind === "conversation") return message.threadId === threadIdOf(channelId, remoteId);
  return message.postRemoteId === remoteId && (kind === "post" || message.parentRemoteId === undefined);
}
