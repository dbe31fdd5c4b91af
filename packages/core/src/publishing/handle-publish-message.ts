import { newId } from "../kernel/ids.ts";
import { type AnnounceDeps, announce, announceAgain } from "./announce.ts";
import { type ClaimDeps, claimPublication } from "./claim-publication.ts";
import { delayFor, isLookedFor } from "./hand-over.ts";
import { heldBack } from "./held-back.ts";
import type { PublishMessage } from "./messages.ts";
import { isFinal, type Publication } from "./model.ts";
import { policy } from "./policy.ts";
import type { Sleep } from "./ports.ts";
import { closeChannel, type PacingDeps } from "./take-starts.ts";
import { type StepDeps, takeSteps } from "./take-steps.ts";
import { seenAt, turnOf } from "./turn.ts";

export type HandlePublishDeps = ClaimDeps & StepDeps & AnnounceDeps & PacingDeps & { readonly sleep: Sleep };

/** What became of a message, for the log: the state after it of what was in turn, or why nothing was done. */
export interface PublishOutcome {
  readonly publicationId: string;
  readonly outcome: Publication["state"] | "gone" | "early" | "paced" | "busy" | "over" | "contended";
  /** How long after the second asked for it appeared, ms. */
  readonly lateMs?: number;
}

/**
 * Works one message of the publish queue. Duplicates and old messages do nothing. A message is aimed some seconds early and
 * waits here for the rest, so that the call starts on the second asked for; one that is earlier still is sent again.
 *
 * Throws when a store, queue or bus fails, so that the queue delivers the message again. `redelivered` (the queue's
 * receive count is above 1) makes it repeat what follows a state, in case its first worker died just before.
 */
export async function handlePublishMessage(
  deps: HandlePublishDeps,
  message: PublishMessage,
  delivery: { redelivered?: boolean } = {},
): Promise<PublishOutcome> {
  const { workspaceId, publicationId } = message;
  const found = await deps.publications.get(workspaceId, publicationId);
  if (!found) return { publicationId, outcome: "gone" };
  const over = isFinal(found) || isLookedFor(found);
  if (delivery.redelivered && (over || found.state === "published")) await announceAgain(deps, found);
  if (over) return { publicationId, outcome: "over" };
  const ready = await isReady(deps, found, message);
  if (ready === "contended") await announceEnd(deps, await deps.publications.get(workspaceId, publicationId));
  if (ready !== true) return { publicationId, outcome: ready };
  const claim = await claimPublication(deps, found, newId("att", deps.clock.nowMs()));
  if (claim.kind === "left") {
    await announceEnd(deps, claim.publication);
    return { publicationId, outcome: claim.why };
  }
  if (claim.kind === "decided") {
    await announce(deps, claim.publication, claim.turn);
    return { publicationId, outcome: seenAt(claim.publication, claim.turn).state };
  }
  const { turn } = claim.work;
  const { publication, last } = await takeSteps(deps, claim.work);
  if (last.kind === "reconnect") {
    await deps.channels.markReconnect(workspaceId, publication.channelId, last.cause.code);
  }
  if (last.kind === "retry" && last.cause.class === "rate-limited") {
    await closeChannel(deps, publication, last.cause.resetAt);
  }
  await announce(deps, publication, turn);
  const { state, publishedAt, dueAt } = seenAt(publication, turn);
  return { publicationId, outcome: state, ...(publishedAt !== undefined && { lateMs: publishedAt - dueAt }) };
}

/**
 * A publication that ended while it was being taken on: by somebody else, who tells of it, or by a write of our own that
 * was sent twice and lost to itself, of which nobody else tells. To tell twice is to tell once.
 */
async function announceEnd(deps: HandlePublishDeps, publication: Publication | null): Promise<void> {
  if (publication && (isFinal(publication) || isLookedFor(publication))) await announceAgain(deps, publication);
}

/**
 * Whether it is time: waits out the last seconds before the publication's instant, then asks whether its channel lets it
 * begin. Otherwise what became of the message. One for another instant is of a time before a change, which sent its own.
 */
async function isReady(
  deps: HandlePublishDeps,
  found: Publication,
  message: PublishMessage,
): Promise<true | PublishOutcome["outcome"]> {
  const { lease, nextAt } = found;
  const now = deps.clock.nowMs();
  if (nextAt === undefined || (lease && nextAt > now)) return true;
  if (nextAt - now > policy.early) {
    if (message.at === nextAt) await deps.publishQueue.send(message, { delayMs: delayFor(found, now) });
    return "early";
  }
  // A timer may end some milliseconds early; a claim before the instant would drop the message.
  for (let left = nextAt - deps.clock.nowMs(); left > 0; left = nextAt - deps.clock.nowMs()) await deps.sleep(left);
  const started = message.started === true && message.at === nextAt;
  const held = await heldBack(deps, found, deps.clock.nowMs(), started);
  if (held === null) return true;
  if (held === "changed") return "contended";
  await announce(deps, held, turnOf(held));
  return held.state === "failed" ? "failed" : "paced";
}
