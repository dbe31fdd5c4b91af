import { systemActor } from "../kernel/actor.ts";
import type { Stamped } from "../kernel/stamped.ts";
import type { TemplateUse } from "../reviews/index.ts";
import { replyFailed, replySent } from "./events.ts";
import type { RespondDeps } from "./handle-respond-message.ts";
import { messageIdOf } from "./identity.ts";
import { markUnsent } from "./mark-unsent.ts";
import type { MessageFacts, Thread } from "./model.ts";
import { noteAnswer } from "./note-answer.ts";
import { finished, type Outgoing } from "./outgoing.ts";
import { readPolicy } from "./response-targets.ts";
import { settleThread } from "./settle-thread.ts";
import { storeMessage } from "./store-message.ts";

/**
 * Does what follows from a known outcome: the reply becomes a message of its thread (the platform's echo then finds it
 * there), the rest of the product is told, and the action leaves the list of those that wait. Each step may be repeated.
 */
export async function finishOutgoing(deps: RespondDeps, outgoing: Outgoing): Promise<void> {
  const thread = await deps.threads.get(outgoing.workspaceId, outgoing.threadId);
  if (thread && outgoing.state === "done") await apply(deps, thread, outgoing);
  if (outgoing.state === "failed") await markUnsent(deps, outgoing);
  const { channelId, threadId, id: outgoingId, kind, remoteId, failure } = outgoing;
  const overcome = kind === "reply" ? thread?.unsent?.code : undefined;
  const actor = systemActor(outgoing.workspaceId, "respond");
  const event =
    outgoing.state === "done"
      ? replySent.make(deps.clock, actor, { channelId, threadId, outgoingId, kind, remoteId, overcome })
      : replyFailed.make(deps.clock, actor, {
          ...{ channelId, threadId, outgoingId, kind, code: failure?.code ?? "" },
          ...(failure?.params && { params: failure.params }),
        });
  await deps.events.publish([event]);
  await deps.outgoings.save(finished(outgoing));
}

async function apply(deps: RespondDeps, thread: Thread, outgoing: Outgoing): Promise<void> {
  const isReply = outgoing.kind === "reply";
  const remoteId = isReply ? sentRemoteId(outgoing) : outgoing.target.remoteId;
  const place = {
    workspaceId: thread.workspaceId,
    channelId: thread.channelId,
    platform: thread.platform,
    threadId: thread.id,
    remoteId,
  };
  const stored = await deps.messages.get(thread.workspaceId, thread.id, messageIdOf(thread.channelId, remoteId));
  const facts = isReply
    ? sentFacts(thread, outgoing, await noteAnswer(deps, outgoing, thread.person?.name))
    : stored && changeFacts(stored.facts, outgoing);
  if (!facts) return;
  await storeMessage(deps, place, facts);
  const policy = await readPolicy(deps, thread.workspaceId, thread.channelId);
  await settleThread(deps, { ...place, remoteId: thread.remoteId }, policy);
}

/**
 * What an answer that was sent is known by in its thread. One that went to the author of a comment alone stands below the
 * comment too, under an id of its own: the platform keeps it in the conversation with the person.
 */
export const sentRemoteId = ({ id, remoteId, target }: Outgoing): string =>
  `${target.privately ? "privately-" : ""}${remoteId ?? `sent-${id}`}`;

function kindOfAnswer({ kind }: Thread, { target }: Outgoing): MessageFacts["kind"] {
  if (target.privately) return "direct";
  return kind === "review" ? "comment" : kind;
}

const finishedAt = (outgoing: Outgoing): number => outgoing.finishedAt ?? outgoing.requestedAt;

function sentFacts(thread: Thread, outgoing: Outgoing, use: TemplateUse): MessageFacts {
  const at = outgoing.armedAt ?? finishedAt(outgoing);
  const stamp = <T>(value: T): Stamped<T> => ({ at, rank: 0, value });
  return {
    kind: kindOfAnswer(thread, outgoing),
    own: true,
    seen: true,
    reportedAt: at,
    // Where a platform keeps one answer under one id, a new one stands again where an older one was removed.
    presence: stamp("present"),
    content: stamp({ text: outgoing.text ?? "", attachments: [] }),
    parent: thread.kind === "direct" ? undefined : stamp(outgoing.target.remoteId),
    sent: { at, outgoingId: outgoing.id, by: outgoing.by, use },
  };
}

/** What a moderation has changed, as a report of ours about the message. */
function changeFacts({ kind, own }: MessageFacts, outgoing: Outgoing): MessageFacts {
  const at = finishedAt(outgoing);
  const stamp = <T>(value: T): Stamped<T> => ({ at, rank: 2, value });
  const report = { kind, own, seen: false, reportedAt: at };
  switch (outgoing.kind) {
    case "hide":
    case "unhide":
      return { ...report, hidden: stamp(outgoing.kind === "hide") };
    case "like":
    case "unlike":
      return { ...report, liked: stamp(outgoing.kind === "like") };
    case "remove":
      return { ...report, presence: stamp("removed"), content: stamp(null) };
    case "reply":
      return report;
  }
}
