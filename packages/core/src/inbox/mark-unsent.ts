import { systemActor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import type { EventPublisher } from "../kernel/events.ts";
import { outdated, untilCurrent } from "../kernel/until-current.ts";
import { answerUnconfirmed } from "./errors.ts";
import { replyUnconfirmed } from "./events.ts";
import type { Message, Thread } from "./model.ts";
import type { Outgoing } from "./outgoing.ts";
import type { Messages, Threads } from "./ports.ts";
import { type ReadPolicyDeps, readPolicy } from "./response-targets.ts";
import { standing } from "./thread-summary.ts";

export interface MarkUnsentDeps extends ReadPolicyDeps {
  readonly threads: Pick<Threads, "get" | "save">;
  readonly messages: Pick<Messages, "listByThread">;
  readonly events: EventPublisher;
  readonly clock: Clock;
}

/** A reply of which nothing is known for so long is told of: 15 minutes, in ms. */
const tellUnsureAfterMs = 900_000;

/**
 * Notes in its thread that a reply failed. A thread that was done or set aside is open again: the person has no answer.
 * Where a later one of ours has arrived, they have. The same reply again changes nothing.
 */
export async function markUnsent(deps: MarkUnsentDeps, outgoing: Outgoing): Promise<void> {
  if (outgoing.kind !== "reply") return;
  const { id: outgoingId, failure, requestedAt: at } = outgoing;
  const unsent = { outgoingId, state: "failed", code: failure?.code ?? "", at } as const;
  const messages = await deps.messages.listByThread(outgoing.workspaceId, outgoing.threadId);
  if (!stillUnsent(unsent, messages)) return;
  const policy = await readPolicy(deps, outgoing.workspaceId, outgoing.channelId);
  await change(deps, outgoing, (thread) => {
    if (thread.unsent?.outgoingId === outgoingId && thread.unsent.state === "failed") return undefined;
    return { unsent, doneMark: undefined, snooze: undefined, ...standing(thread, undefined, policy) };
  });
}

/**
 * Tells, once, of a reply of which it has not been known for a while whether it is out. Costs a read of its thread, and
 * of its messages when it is told. */
export async function tellUnsure(deps: MarkUnsentDeps, outgoing: Outgoing): Promise<void> {
  const at = deps.clock.nowMs();
  const { kind, state, workspaceId, channelId, threadId, id: outgoingId, armedAt, requestedAt } = outgoing;
  if (kind !== "reply" || state !== "unconfirmed" || at - (armedAt ?? requestedAt) < tellUnsureAfterMs) return;
  const thread = await deps.threads.get(workspaceId, threadId);
  if (!thread || thread.unsent?.outgoingId === outgoingId) return;
  const { code } = answerUnconfirmed();
  const unsent = { outgoingId, state: "unconfirmed", code, at: requestedAt } as const;
  if (!stillUnsent(unsent, await deps.messages.listByThread(workspaceId, threadId))) return;
  const actor = systemActor(workspaceId, "respond");
  await deps.events.publish([
    replyUnconfirmed.make(deps.clock, actor, { channelId, threadId, outgoingId, kind, code }),
  ]);
  await change(deps, outgoing, () => ({ unsent }));
}

/** What is still to be said of an unsent reply, from the thread's messages: nothing once one of ours is out, here or there. */
export const stillUnsent = (unsent: Thread["unsent"], messages: readonly Message[]): Thread["unsent"] =>
  messages.some(
    ({ own, known, facts: { sent }, occurredAt }) =>
      own && known && unsent && (sent?.outgoingId === unsent.outgoingId || (sent?.at ?? occurredAt) > unsent.at),
  )
    ? undefined
    : unsent;

async function change(
  { threads }: Pick<MarkUnsentDeps, "threads">,
  { workspaceId, threadId }: Outgoing,
  how: (thread: Thread) => Partial<Thread> | undefined,
): Promise<void> {
  return untilCurrent(`Thread ${threadId}`, async () => {
    const thread = await threads.get(workspaceId, threadId);
    if (!thread || thread.state === "empty") return;
    const changed = how(thread);
    if (!changed) return;
    return (await threads.save({ ...thread, ...changed, revision: thread.revision + 1 }, thread))
      ? undefined
      : outdated;
  });
}
