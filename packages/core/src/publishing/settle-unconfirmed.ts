import type { ChannelCalls, Channels, ConnectorFor } from "../channels/connected/index.ts";
import type { FindAnswer } from "../channels/connector.ts";
import type { ObjectStore } from "../content/index.ts";
import { type AnnounceDeps, announce, announceAgain } from "./announce.ts";
import { publishable } from "./claim-publication.ts";
import { delayFor, isLookedFor } from "./hand-over.ts";
import type { PublishOutcome } from "./handle-publish-message.ts";
import type { SettleMessage } from "./messages.ts";
import type { Publication } from "./model.ts";
import type { Publications } from "./ports.ts";
import { allPublications } from "./read-publications.ts";
import { looked } from "./transitions.ts";
import { followUpAt, keptAt, seenAt, type Turn, turnOf } from "./turn.ts";

export interface SettleDeps extends Omit<AnnounceDeps, "channels"> {
  readonly publications: Pick<Publications, "get" | "save" | "list">;
  readonly objects: Pick<ObjectStore, "presignGet">;
  readonly channels: Pick<Channels, "get" | "markReconnect">;
  readonly channelCalls: ChannelCalls;
  readonly connectorFor: ConnectorFor;
}

/** Publications of the channel due within this of the one looked for may be mistaken for it, ms. */
const neighbourhood = 48 * 3_600_000;
const mostContentions = 5;

/**
 * Works one message of an unconfirmed publication: looks on the platform. Found: published. Absent at each of four looks
 * over at least five minutes, because platforms lag: another attempt. Cannot tell: looks again later, for a day, then a
 * person is asked to look. Safe to run twice: it changes nothing on the platform. `redelivered` is as for
 * `handlePublishMessage`.
 */
export async function settleUnconfirmed(
  deps: SettleDeps,
  message: SettleMessage,
  delivery: { redelivered?: boolean } = {},
): Promise<PublishOutcome> {
  const { workspaceId, publicationId } = message;
  const found = await deps.publications.get(workspaceId, publicationId);
  if (!found) return { publicationId, outcome: "gone" };
  const over = !isLookedFor(found);
  // The post may be out, and told to nobody, while what follows it is looked for by now.
  if (delivery.redelivered && (over || found.state === "published")) await announceAgain(deps, found);
  if (over) return { publicationId, outcome: "over" };
  const { nextAt = 0 } = found;
  const now = deps.clock.nowMs();
  if (now < nextAt) {
    if (message.at === nextAt) await deps.settleQueue.send(message, { delayMs: delayFor(found, now) });
    return { publicationId, outcome: "early" };
  }
  const turn = turnOf(found);
  const saved = await record(deps, found, turn, await look(deps, found, turn));
  if (!saved) return { publicationId, outcome: "contended" };
  await announce(deps, saved, turn);
  return { publicationId, outcome: seenAt(saved, turn).state };
}

/**
 * Writes what a look makes of the publication; `null` when somebody else has looked meanwhile. The tick that sent the
 * message may note so after we have read: its note is no look, and ours must not be lost to it.
 */
async function record(
  deps: Pick<SettleDeps, "publications" | "clock">,
  found: Publication,
  turn: Turn,
  answer: FindAnswer,
): Promise<Publication | null> {
  let current = found;
  for (let round = 0; round < mostContentions; round += 1) {
    const now = deps.clock.nowMs();
    const seen = looked(seenAt(current, turn), answer, now);
    const saved = await deps.publications.save(keptAt(current, turn, seen, now));
    if (saved) return saved;
    const newest = await deps.publications.get(found.workspaceId, found.id);
    if (!newest || !isLookedFor(newest) || turnOf(newest) !== turn || newest.nextAt !== found.nextAt) return null;
    current = newest;
  }
  return null;
}

async function look(deps: SettleDeps, publication: Publication, turn: Turn): Promise<FindAnswer> {
  const channel = await deps.channels.get(publication.workspaceId, publication.channelId);
  const publish = channel && deps.connectorFor(channel.platform)?.publish;
  const call = channel && (await deps.channelCalls.open(channel));
  if (!publish || !call) return unclear("auth-expired", "channel-closed", "The channel cannot be opened");
  const seen = seenAt(publication, turn);
  const content = await publishable(deps.objects, seen);
  const wanted = { receipts: seen.receipts, armedAt: seen.armed?.at ?? seen.dueAt };
  if (turn === undefined) {
    const known = () => neighbours(deps.publications, publication);
    const knownRemoteIds = await known();
    const answer = await answerOf(() => publish.find(call, { content, knownRemoteIds, ...wanted }));
    // A twin with the same text may have been recorded while we looked.
    if (answer.kind !== "found" || !(await known()).has(answer.remoteId)) return answer;
    return unclear("unknown", "found-a-twin", "What was found is another publication");
  }
  const { followUps } = publish;
  if (!followUps) return unclear("unknown", "no-follow-ups", "The platform has nothing that follows a post");
  const knownRemoteIds = new Set((publication.followUps ?? []).flatMap(({ remoteId }) => remoteId ?? []));
  const followUp = followUpAt(publication, turn, content);
  return answerOf(() => followUps.find(call, { followUp, knownRemoteIds, ...wanted }));
}

/** A connector promises not to throw; if it does, nothing is known. */
async function answerOf(find: () => Promise<FindAnswer>): Promise<FindAnswer> {
  try {
    return await find();
  } catch (error) {
    return unclear("unknown", "connector-threw", String(error).slice(0, 300));
  }
}

const unclear = (kind: "auth-expired" | "unknown", code: string, message: string): FindAnswer => ({
  kind: "unknown",
  cause: { class: kind, code, message },
});

/** Remote ids of the channel's other publications around this one. */
async function neighbours(
  publications: Pick<Publications, "list">,
  { id, workspaceId, channelId, dueAt, armed }: Publication,
): Promise<ReadonlySet<string>> {
  const around = await allPublications(publications, workspaceId, {
    from: Math.max(0, dueAt - neighbourhood),
    to: (armed?.at ?? dueAt) + neighbourhood,
    channelIds: [channelId],
    states: ["published"],
  });
  return new Set(around.flatMap((other) => (other.id !== id && other.remoteId ? [other.remoteId] : [])));
}
