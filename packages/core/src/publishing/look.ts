import type { ChannelCalls, Channels, ConnectorFor } from "../channels/connected/index.ts";
import type { FindAnswer } from "../channels/connector.ts";
import type { ObjectStore } from "../content/index.ts";
import type { Clock } from "../kernel/clock.ts";
import { publishable } from "./claim-publication.ts";
import type { Publication } from "./model.ts";
import type { ChannelPaces, Publications } from "./ports.ts";
import type { PublishedPosts } from "./published-posts.ts";
import { closeChannel, paceState } from "./take-starts.ts";
import { followUpAt, seenAt, type Turn } from "./turn.ts";
import { type TwinDeps, untaken } from "./twins.ts";

export interface LookDeps extends TwinDeps {
  readonly publications: Pick<Publications, "getMany" | "list">;
  readonly publishedPosts: Pick<PublishedPosts, "claim" | "find">;
  readonly objects: Pick<ObjectStore, "presignGet">;
  readonly channels: Pick<Channels, "get">;
  readonly channelCalls: ChannelCalls;
  readonly connectorFor: ConnectorFor;
  readonly paces: ChannelPaces;
  readonly clock: Clock;
}

/**
 * Looks on the platform for what is unconfirmed: the post or, with `turn`, what follows it. Not while the channel is
 * closed: a call that comes too early prolongs the time for which it is.
 */
export async function look(deps: LookDeps, publication: Publication, turn: Turn): Promise<FindAnswer> {
  const { closedUntil } = await paceState(deps, publication);
  if (closedUntil > deps.clock.nowMs()) {
    const message = "The platform takes no calls for the channel yet";
    return {
      kind: "unknown",
      cause: { class: "rate-limited", code: "called-too-often", message, resetAt: closedUntil },
    };
  }
  const answer = await lookOnce(deps, publication, turn);
  if (answer.kind === "unknown" && answer.cause.class === "rate-limited") {
    await closeChannel(deps, publication, answer.cause.resetAt);
  }
  return answer;
}

async function lookOnce(deps: LookDeps, publication: Publication, turn: Turn): Promise<FindAnswer> {
  const channel = await deps.channels.get(publication.workspaceId, publication.channelId);
  const publish = channel && deps.connectorFor(channel.platform)?.publish;
  const call = channel && (await deps.channelCalls.open(channel));
  if (!publish || !call) return unclear("auth-expired", "channel-closed", "The channel cannot be opened");
  const seen = seenAt(publication, turn);
  const content = await publishable(deps.objects, seen);
  const wanted = { receipts: seen.receipts, armedAt: seen.armed?.at ?? seen.dueAt };
  if (turn === undefined) {
    return untaken(deps, publication, (knownRemoteIds) =>
      answerOf(() => publish.find(call, { content, knownRemoteIds, ...wanted })),
    );
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
