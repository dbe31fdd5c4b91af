import { type Actor, actorName } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { derivedId } from "../kernel/derived-id.ts";
import type { Failure } from "../kernel/failure.ts";
import type { Queue } from "../kernel/queue.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { digestOf } from "../kernel/stamped.ts";
import { clientKeyReused } from "./errors.ts";
import type { RespondMessage } from "./messages.ts";
import type { Thread } from "./model.ts";
import { isFinal, type Outgoing, type OutgoingKind, sweepSlackMs } from "./outgoing.ts";
import type { Outgoings } from "./ports.ts";

export interface RequestDeps {
  readonly outgoings: Outgoings;
  readonly respondQueue: Queue<RespondMessage>;
  readonly clock: Clock;
}

export interface OutgoingRequest {
  readonly kind: OutgoingKind;
  readonly clientKey: string;
  readonly target: Outgoing["target"];
  readonly text?: string | undefined;
  readonly askedAt?: number | undefined;
}

/** The id of the action that a client's key stands for in a thread. */
export const outgoingIdOf = (threadId: string, clientKey: string): string => derivedId("act", threadId, clientKey);

/** What is the same in two requests that ask for the same thing. */
const essence = ({ kind, target, text }: Pick<Outgoing, "kind" | "target" | "text">) =>
  digestOf({ kind, target, text });

/**
 * Stores an action and puts it on the respond queue. The same client key asks for the same action: the stored one is
 * returned, and enqueued again in case the first time broke off in between.
 */
export async function requestOutgoing(
  deps: RequestDeps,
  actor: Actor,
  thread: Thread,
  request: OutgoingRequest,
): Promise<Result<Outgoing, Failure>> {
  const now = deps.clock.nowMs();
  const outgoing: Outgoing = {
    workspaceId: actor.workspaceId,
    threadId: thread.id,
    id: outgoingIdOf(thread.id, request.clientKey),
    channelId: thread.channelId,
    platform: thread.platform,
    kind: request.kind,
    target: request.target,
    text: request.text,
    askedAt: request.askedAt,
    state: "queued",
    by: actorName(actor),
    requestedAt: now,
    attempts: 0,
    looks: 0,
    notBefore: now,
    wakeAt: now + sweepSlackMs,
    version: 1,
  };
  const isNew = await deps.outgoings.create(outgoing);
  const stored = isNew ? outgoing : await deps.outgoings.get(outgoing.workspaceId, outgoing.threadId, outgoing.id);
  if (!stored || essence(stored) !== essence(outgoing)) return err(clientKeyReused());
  if (!isFinal(stored)) await deps.respondQueue.send(messageFor(stored));
  return ok(stored);
}

/** The queue message about an outgoing action. */
export const messageFor = ({ workspaceId, threadId, id }: Outgoing): RespondMessage => ({
  workspaceId,
  threadId,
  outgoingId: id,
});
