import type { ChannelCalls, Channels, ConnectorFor } from "../channels/connected/index.ts";
import type { FindAnswer } from "../channels/connector.ts";
import type { ObjectStore } from "../content/index.ts";
import { type AnnounceDeps, announce } from "./announce.ts";
import { publishable } from "./claim-publication.ts";
import { delayFor } from "./hand-over.ts";
import type { PublishOutcome } from "./handle-publish-message.ts";
import type { SettleMessage } from "./messages.ts";
import type { Publication } from "./model.ts";
import type { Publications } from "./ports.ts";
import { allPublications } from "./read-publications.ts";
import { looked } from "./transitions.ts";

export interface SettleDeps extends Omit<AnnounceDeps, "channels"> {
  readonly publications: Pick<Publications, "get" | "save" | "list">;
  readonly objects: Pick<ObjectStore, "presignGet">;
  readonly channels: Pick<Channels, "get" | "markReconnect">;
  readonly channelCalls: ChannelCalls;
  readonly connectorFor: ConnectorFor;
}

/** Publications of the channel due within this of the one looked for may be mistaken for it, ms. */
const neighbourhood = 48 * 3_600_000;

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
  if (found.state !== "unconfirmed") {
    if (delivery.redelivered) await announce(deps, found);
    return { publicationId, outcome: "over" };
  }
  const { nextAt = 0 } = found;
  const now = deps.clock.nowMs();
  if (now < nextAt) {
    if (message.at === nextAt) await deps.settleQueue.send(message, { delayMs: delayFor(found, now) });
    return { publicationId, outcome: "early" };
  }
  const answer = await look(deps, found);
  const saved = await deps.publications.save(looked(found, answer, deps.clock.nowMs()));
  if (!saved) return { publicationId, outcome: "contended" };
  await announce(deps, saved);
  return { publicationId, outcome: saved.state };
}

async function look(deps: SettleDeps, publication: Publication): Promise<FindAnswer> {
  const channel = await deps.channels.get(publication.workspaceId, publication.channelId);
  const publish = channel && deps.connectorFor(channel.platform)?.publish;
  const call = channel && (await deps.channelCalls.open(channel));
  if (!publish || !call) return unclear("auth-expired", "channel-closed", "The channel cannot be opened");
  const wanted = {
    content: await publishable(deps.objects, publication),
    receipts: publication.receipts,
    armedAt: publication.armed?.at ?? publication.dueAt,
    knownRemoteIds: await neighbours(deps.publications, publication),
  };
  let answer: FindAnswer;
  try {
    answer = await publish.find(call, wanted);
  } catch (error) {
    return unclear("unknown", "connector-threw", String(error).slice(0, 300));
  }
  // A twin with the same text may have been recorded while we looked.
  if (answer.kind !== "found" || !(await neighbours(deps.publications, publication)).has(answer.remoteId))
    return answer;
  return unclear("unknown", "found-a-twin", "What was found is another publication");
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
