import type { ReplyAnswer } from "../channels/replies.ts";
import type { Failure } from "../kernel/failure.ts";
import { digestOf } from "../kernel/stamped.ts";
import {
  actionSuperseded,
  answerGivenUp,
  messagingWindowClosed,
  platformFailure,
  privateReplyGiven,
  privateReplyTooLate,
} from "./errors.ts";
import type { Access, RespondDeps } from "./handle-respond-message.ts";
import { windowAfter } from "./messaging-window.ts";
import { again, armed, done, failed, maxAttempts, type Outgoing, unconfirmed } from "./outgoing.ts";
import { privateReplyUntil } from "./reply-privately.ts";

/** The first look for a reply whose fate is unknown, in ms. */
const firstLookMs = 30_000;

/**
 * Calls the platform once for a claimed action; the action with its outcome, `null` when the claim was lost before. What
 * must not happen any more, because a window closed or somebody asked for the opposite since, fails without a call.
 */
export async function sendOutgoing(deps: RespondDeps, held: Outgoing, access: Access): Promise<Outgoing | null> {
  const window = windowOfAnswer(deps, held);
  const now = deps.clock.nowMs();
  const tooLate = privateTooLate(deps, held, now);
  if (tooLate) return failed(held, now, tooLate);
  if (window && window.humanUntil < now) {
    return failed(held, now, messagingWindowClosed((window.humanUntil - (held.askedAt ?? 0)) / 3_600_000));
  }
  if (await isSuperseded(deps, held)) return failed(held, now, actionSuperseded());
  const ready = armed(held, deps.clock.nowMs());
  if (!(await deps.outgoings.save(ready))) return null;
  const byHumanAgent = window !== undefined && window.until < now ? true : undefined;
  const answer = await call(ready, access, byHumanAgent).catch(
    (error: unknown): ReplyAnswer => ({
      kind: "unknown",
      cause: { class: "unknown", code: "connector-threw", message: String(error).slice(0, 300) },
    }),
  );
  if (answer.kind === "reconnect") {
    await deps.channels.markReconnect(ready.workspaceId, ready.channelId, answer.cause.code).catch(() => undefined);
  }
  return outcome(ready, answer, deps.clock.nowMs());
}

function windowOfAnswer({ connectorFor }: RespondDeps, { platform, askedAt, target }: Outgoing) {
  const manifest = connectorFor(platform)?.manifest;
  return manifest && askedAt !== undefined && !target.privately ? windowAfter(manifest, askedAt) : undefined;
}

/** Why the author of a comment can be written to no more: the days that a platform gives have passed while it waited. */
function privateTooLate({ connectorFor }: RespondDeps, held: Outgoing, now: number): Failure | undefined {
  if (!held.target.privately) return undefined;
  const manifest = connectorFor(held.platform)?.manifest;
  const until = manifest && privateReplyUntil(manifest, held.askedAt ?? held.requestedAt);
  if (until !== undefined && until >= now) return undefined;
  return privateReplyTooLate((manifest?.privateReply?.hours ?? 0) / 24);
}

const opposites: Partial<Record<Outgoing["kind"], Outgoing["kind"]>> = {
  hide: "unhide",
  unhide: "hide",
  like: "unlike",
  unlike: "like",
};

/** Whether the opposite was asked for later: an attempt that comes late must not undo it. */
async function isSuperseded({ outgoings }: RespondDeps, held: Outgoing): Promise<boolean> {
  const opposite = opposites[held.kind];
  if (!opposite) return false;
  const all = await outgoings.listByThread(held.workspaceId, held.threadId);
  return all.some(
    ({ kind, target, requestedAt, state }) =>
      kind === opposite &&
      target.remoteId === held.target.remoteId &&
      requestedAt > held.requestedAt &&
      state !== "failed",
  );
}

function call(outgoing: Outgoing, { replies, call }: Access, byHumanAgent: true | undefined): Promise<ReplyAnswer> {
  const target = { ...outgoing.target, byHumanAgent };
  switch (outgoing.kind) {
    case "reply":
      return replies.reply(call, target, outgoing.text ?? "");
    case "hide":
    case "unhide":
      return replies.setHidden(call, target, outgoing.kind === "hide");
    case "like":
    case "unlike":
      return replies.setLiked(call, target, outgoing.kind === "like");
    case "remove":
      return replies.remove(call, target);
  }
}

function outcome(outgoing: Outgoing, answer: ReplyAnswer, now: number): Outgoing {
  if (answer.kind === "done") return done(outgoing, now, answer.remoteId);
  const { cause } = answer;
  const failure = platformFailure(cause);
  const isReply = outgoing.kind === "reply";
  if (answer.kind === "unknown" && isReply) return unconfirmed(outgoing, now, firstLookMs, cause.code);
  if (answer.kind === "retry" || answer.kind === "unknown") {
    if (outgoing.attempts >= maxAttempts) return failed(outgoing, now, answerGivenUp(), cause.code);
    const afterMs = Math.max(answer.kind === "retry" ? answer.afterMs : 0, backoff(outgoing));
    return again(outgoing, now, afterMs, failure, cause.code);
  }
  // The platform knows this very answer: an earlier attempt of ours may have reached it.
  if (cause.class === "duplicate" && isReply && outgoing.attempts > 1) return unconfirmed(outgoing, now, 0, cause.code);
  if (cause.class === "duplicate" && outgoing.target.privately) {
    return failed(outgoing, now, privateReplyGiven(), cause.code);
  }
  if (cause.class === "not-found" && outgoing.kind === "remove") return done(outgoing, now, undefined);
  return failed(outgoing, now, failure, cause.code);
}

/** From one second, doubling, with up to a half more so that many do not come back together; in ms. */
function backoff({ id, attempts }: Outgoing): number {
  const base = 1000 * 2 ** Math.min(attempts - 1, 8);
  return Math.round(base * (1 + Number.parseInt(digestOf([id, attempts]).slice(0, 4), 16) / 0xffff / 2));
}
