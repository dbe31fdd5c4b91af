import type { FindReplyAnswer } from "../channels/replies.ts";
import { answerUnconfirmed } from "./errors.ts";
import { sentRemoteId } from "./finish-outgoing.ts";
import type { Access, RespondDeps } from "./handle-respond-message.ts";
import { messageIdOf } from "./identity.ts";
import { again, done, failed, maxAttempts, type Outgoing, unconfirmed } from "./outgoing.ts";

/** Platforms show a new comment late at times: a reply counts as absent only when it is missing at all these looks. */
const lookAfterMs = [30_000, 120_000, 300_000] as const;

/** After so long a person has to look: 24 hours. */
const giveUpAfterMs = 24 * 3_600_000;

/**
 * Looks on the platform for a reply that may have been sent: it is done when it is there, and sent again only when it
 * has been missing at every look.
 */
export async function lookForReply(deps: RespondDeps, held: Outgoing, access: Access): Promise<Outgoing> {
  const armedAt = held.armedAt ?? held.requestedAt;
  const answer = await find(deps, held, access, armedAt);
  const now = deps.clock.nowMs();
  if (answer.kind === "found") return done(held, now, answer.remoteId);
  if (answer.kind === "unknown") return stillUnknown(held, now, answer.cause.code);
  const looked: Outgoing = { ...held, looks: held.looks + 1 };
  const nextLook = lookAfterMs[looked.looks];
  if (nextLook !== undefined) return unconfirmed(looked, now, nextLook);
  if (looked.attempts >= maxAttempts) return failed(looked, now, answerUnconfirmed());
  return again(looked, now, 0, answerUnconfirmed(), "absent");
}

/** Nobody could look: once more in some minutes, until a person has to. */
export function stillUnknown(held: Outgoing, now: number, platformCode?: string): Outgoing {
  const since = now - (held.armedAt ?? held.requestedAt);
  if (since > giveUpAfterMs) return failed(held, now, answerUnconfirmed(), platformCode);
  return unconfirmed(held, now, lookAfterMs[2], platformCode);
}

async function find(deps: RespondDeps, held: Outgoing, access: Access, armedAt: number): Promise<FindReplyAnswer> {
  const { target, text = "" } = held;
  const answer = await access.replies.findReply(access.call, target, { text, armedAt }).catch(
    (error: unknown): FindReplyAnswer => ({
      kind: "unknown",
      cause: { class: "unknown", code: "connector-threw", message: String(error).slice(0, 300) },
    }),
  );
  if (answer.kind !== "found") return answer;
  const id = messageIdOf(held.channelId, sentRemoteId({ ...held, remoteId: answer.remoteId }));
  const known = await deps.messages.get(held.workspaceId, held.threadId, id);
  const isAnothers = known?.facts.sent !== undefined && known.facts.sent.outgoingId !== held.id;
  return isAnothers ? { kind: "absent" } : answer;
}
