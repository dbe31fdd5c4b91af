import type { ChannelCalls, Channels, ConnectorFor } from "../channels/connected/index.ts";
import type { ChannelCall } from "../channels/connector.ts";
import type { RepliesCapability } from "../channels/replies.ts";
import type { Failure } from "../kernel/failure.ts";
import type { Queue } from "../kernel/queue.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { actionNotSupported, channelGone, reconnectNeeded } from "./errors.ts";
import { finishOutgoing } from "./finish-outgoing.ts";
import { lookForReply, stillUnknown } from "./look-for-reply.ts";
import { tellUnsure } from "./mark-unsent.ts";
import type { RespondMessage } from "./messages.ts";
import { claimed, failed, isFinal, isHeld, isSettled, longestQueueDelayMs, type Outgoing } from "./outgoing.ts";
import type { AnswerBooks, Outgoings } from "./ports.ts";
import { messageFor } from "./request-outgoing.ts";
import type { ReadPolicyDeps } from "./response-targets.ts";
import { sendOutgoing } from "./send-outgoing.ts";
import type { SettleDeps } from "./settle-thread.ts";

export interface RespondDeps extends SettleDeps, ReadPolicyDeps {
  readonly outgoings: Outgoings;
  readonly answerBooks: AnswerBooks;
  readonly channels: Pick<Channels, "get" | "markReconnect">;
  readonly channelCalls: ChannelCalls;
  readonly connectorFor: ConnectorFor;
  readonly respondQueue: Queue<RespondMessage>;
}

/** What is needed to act on the platform. */
export interface Access {
  readonly replies: RepliesCapability;
  readonly call: ChannelCall;
}

/** A delayed message may come up to a second early by our clock. */
const earlyMs = 1000;

/**
 * Takes one reply or other action a step further: sends it, looks for it when its fate is unknown, or finishes what
 * follows from its outcome. A reply is called for once per arming; after an answer that says neither yes nor no it is
 * looked for, never repeated blindly. May be called at any time, any number of times.
 */
export async function handleRespondMessage(deps: RespondDeps, message: RespondMessage): Promise<void> {
  const stored = await deps.outgoings.get(message.workspaceId, message.threadId, message.outgoingId);
  if (!stored || isFinal(stored)) return;
  if (isSettled(stored)) return finishOutgoing(deps, stored);
  const now = deps.clock.nowMs();
  if (isHeld(stored, now) || stored.notBefore > now + earlyMs) return;

  // Armed, and the worker that did it is gone: it may have reached the platform.
  const orphan = stored.state === "sending" && stored.armedAt !== undefined;
  const held = claimed(orphan ? { ...stored, state: "unconfirmed" } : stored, now);
  if (!(await deps.outgoings.save(held))) return;
  const access = await open(deps, held);
  if (!access.ok && held.state === "sending") return settle(deps, failed(held, now, access.error));
  if (!access.ok) return settle(deps, stillUnknown(held, now));
  await settle(deps, await (held.state === "unconfirmed" ? lookForReply : sendOutgoing)(deps, held, access.value));
}

async function open(deps: RespondDeps, outgoing: Outgoing): Promise<Result<Access, Failure>> {
  const channel = await deps.channels.get(outgoing.workspaceId, outgoing.channelId);
  if (!channel) return err(channelGone());
  const replies = deps.connectorFor(channel.platform)?.replies;
  if (!replies) return err(actionNotSupported());
  const call = await deps.channelCalls.open(channel);
  return call ? ok({ replies, call }) : err(reconnectNeeded());
}

/** Records the outcome of a step (`null`: another worker has taken over) and arranges for the next. */
async function settle(deps: RespondDeps, outgoing: Outgoing | null): Promise<void> {
  if (!outgoing) return;
  const recorded = await record(deps.outgoings, outgoing);
  if (!recorded) return;
  if (isSettled(recorded)) return finishOutgoing(deps, recorded);
  await tellUnsure(deps, recorded);
  const delayMs = recorded.notBefore - deps.clock.nowMs();
  if (delayMs <= longestQueueDelayMs)
    await deps.respondQueue.send(messageFor(recorded), { delayMs: Math.max(0, delayMs) });
}

/** What has surely happened on the platform is recorded even when another worker took over meanwhile. */
async function record(outgoings: Outgoings, outgoing: Outgoing): Promise<Outgoing | null> {
  let next = outgoing;
  for (let attempt = 0; attempt < 5; attempt++) {
    if (await outgoings.save(next)) return next;
    if (next.state !== "done") return null;
    const stored = await outgoings.get(next.workspaceId, next.threadId, next.id);
    if (!stored || stored.state === "done") return null;
    next = { ...next, version: stored.version + 1 };
  }
  throw new Error(`Outgoing ${outgoing.id} changes faster than its outcome can be recorded`);
}
