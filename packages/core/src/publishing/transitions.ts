import type { FindAnswer, PublishStep, StepAnswer } from "../channels/connector.ts";
import type { ConnectorError } from "../channels/errors.ts";
import { notBegun, type PublicationFailure } from "./course.ts";
import * as errors from "./errors.ts";
import { hashOf, noted, type Publication } from "./model.ts";
import { policy } from "./policy.ts";
import { followUpsIn } from "./turn.ts";

/** Whether a worker may take a publication on now, and if not, why. */
export function readiness(publication: Publication, now: number): "ready" | "early" | "busy" | "over" {
  const { state, nextAt = 0 } = publication;
  if (state === "scheduled" || state === "processing") return nextAt <= now ? "ready" : "early";
  if (state === "publishing") return nextAt <= now ? "ready" : "busy";
  return "over";
}

/** Nobody has taken it on or moved it since it was `found`; it may have been handed out or edited. */
export const isUntouched = (found: Publication, newest: Publication): boolean =>
  newest.fence === found.fence && newest.nextAt === found.nextAt;

/** A worker died between arming a visible call and recording its answer. */
export const isOvertaken = ({ state, armed }: Publication): boolean => state === "publishing" && armed !== undefined;

/** Too long past due to begin; see `policy.stale`. */
export const isStale = ({ acceptedAt, dueAt }: Publication, now: number): boolean =>
  acceptedAt === undefined && now > dueAt + policy.stale;

/** In a worker's hands until the lease ends; `owner` is unique to this claim. */
export function claimed(publication: Publication, owner: string, now: number): Publication {
  const until = now + policy.lease;
  const next: Publication = {
    ...publication,
    state: "publishing",
    lease: { owner, until },
    fence: publication.fence + 1,
    nextAt: until,
    wakeAt: until,
  };
  return publication.state === "processing" ? next : noted(next, now, worker, "attempted", { fence: next.fence });
}

/** About to make a visible call: stored before the call, taken away with its answer, never overwritten. */
export const armed = (publication: Publication, step: string, now: number): Publication => ({
  ...publication,
  armed: { step, at: now, fence: publication.fence },
  armings: publication.armings + 1,
});

type Taken = Pick<PublishStep, "name" | "visible" | "mediaIndex">;

/**
 * The publication after a step's answer. Still `publishing` when the next step can be taken at once; the failure of a step
 * that was about one file names it.
 */
export function received(publication: Publication, step: Taken, answer: StepAnswer, now: number): Publication {
  const next = answered(publication, step, answer, now);
  const file = step.mediaIndex === undefined ? undefined : publication.content.media[step.mediaIndex]?.fileName;
  if (next.state !== "failed" || !next.failure || file === undefined) return next;
  return { ...next, failure: { ...next.failure, params: { ...next.failure.params, file } } };
}

function answered(publication: Publication, step: Taken, answer: StepAnswer, now: number): Publication {
  const done: Publication = { ...publication, armed: undefined };
  switch (answer.kind) {
    case "published":
      return published(done, answer, now, now);
    case "pending": {
      const acceptedAt = step.visible ? (publication.armed?.at ?? now) : publication.acceptedAt;
      const next: Publication = { ...done, receipts: { ...done.receipts, ...answer.receipts }, acceptedAt };
      return answer.afterMs > 0 ? processing(next, now + answer.afterMs, now) : next;
    }
    case "retry": {
      const receipts = { ...done.receipts, ...answer.receipts };
      return retried({ ...done, receipts }, answer.cause, answer.afterMs, now);
    }
    case "reconnect":
      return done.acceptedAt === undefined
        ? failed(done, errors.platformFailure(answer.cause), now)
        : unconfirmed(publication, answer.cause.code, now);
    case "rejected":
      // After an attempt whose outcome was unclear, "you posted this already" means that it did appear.
      return answer.cause.class === "duplicate" && publication.armings > 1
        ? unconfirmed(publication, answer.cause.code, now)
        : failed(done, errors.platformFailure(answer.cause), now);
    case "unknown":
      return step.visible ? unconfirmed(publication, answer.cause.code, now) : retried(done, answer.cause, 0, now);
  }
}

/** It is on the platform; what follows it begins. `at` is when it appeared, as well as is known. */
export function published(
  publication: Publication,
  remote: { remoteId: string; url: string },
  at: number,
  now: number,
): Publication {
  const { remoteId, url } = remote;
  const next: Publication = { ...over(publication), state: "published", remoteId, url, publishedAt: at };
  const done = noted({ ...next, failure: undefined }, now, worker, "published");
  const followUps = followUpsIn(publication.content).map(({ kind }) => ({ kind, ...notBegun }));
  return followUps.length > 0 ? waiting({ ...done, followUps }, now) : done;
}

/** It will not appear by itself, for a cause that a person is told. */
export function failed(publication: Publication, failure: PublicationFailure, now: number): Publication {
  return noted({ ...over(publication), state: "failed", failure }, now, worker, "failed", { code: failure.code });
}

/** It may or may not be visible: looked for from now on, attempted again only when it is surely absent. */
export function unconfirmed(publication: Publication, cause: string, now: number): Publication {
  const at = publication.armed?.at ?? publication.acceptedAt ?? now;
  const next: Publication = {
    ...publication,
    state: "unconfirmed",
    lease: undefined,
    armed: publication.armed ?? { step: "accepted", at, fence: publication.fence },
    looks: { absent: 0, unclear: 0 },
  };
  return noted(waiting(next, Math.max(now, at + policy.looks[0])), now, worker, "unconfirmed", { cause });
}

/** What a look on the platform makes of an unconfirmed publication. */
export function looked(publication: Publication, answer: FindAnswer, now: number): Publication {
  const at = publication.armed?.at ?? now;
  if (answer.kind === "found") return published(publication, answer, at, now);
  const { absent, unclear } = publication.looks ?? { absent: 0, unclear: 0 };
  if (answer.kind === "absent" && absent + 1 >= policy.looks.length) return attemptedAgain(publication, now);
  if (now - at > policy.unconfirmed) return failed(publication, errors.unsettled(), now);
  if (answer.kind === "absent") {
    const next = noted({ ...publication, looks: { absent: absent + 1, unclear } }, now, worker, "absent");
    return waiting(next, Math.max(at + (policy.looks[absent + 1] ?? 0), now + 2 * policy.looks[0]));
  }
  const pause = Math.min(policy.longestLookPause, policy.looks[0] * 2 ** Math.min(unclear + 1, 20));
  const welcome = answer.cause.class === "rate-limited" ? answer.cause.resetAt : 0;
  return waiting({ ...publication, looks: { absent, unclear: unclear + 1 } }, Math.max(now + pause, welcome));
}

/** Left by its worker in good order, to be gone on with at `at`. */
export const paused = (publication: Publication, at: number): Publication => rest(publication, at);

/** The publication with a start that its channel's pace gave; told in its history when that is later than wanted. */
export function startGiven(publication: Publication, at: number, now: number): Publication {
  const next = waiting({ ...publication, startAt: at }, at);
  return at > Math.max(publication.nextAt ?? now, now) ? noted(next, now, worker, "paced", { until: at }) : next;
}

/** The same for what may have been left by a worker that died before it called: it is in nobody's hands then. */
export const putOff = (publication: Publication, at: number, now: number): Publication =>
  startGiven(publication.lease ? { ...rest(publication, now), nextAt: publication.nextAt } : publication, at, now);

/** Whether it must ask its channel's pace for a start: it waits to be begun, and was given none for this instant. */
export const wantsStart = ({ state, nextAt, startAt }: Publication): boolean =>
  state === "scheduled" && startAt !== nextAt;

/** The latest start that is worth taking; see `policy.stale`. */
export const latestStart = ({ dueAt }: Publication): number => dueAt + policy.stale;

/** The publication with a message under way for its `nextAt`: somebody looks when the message was not heeded. */
export const handedOver = (publication: Publication, now: number): Publication => ({
  ...publication,
  wakeAt: Math.max(publication.nextAt ?? now, now) + policy.sweepAfter,
});

/** Surely absent: another attempt at once, unless there have been enough. */
function attemptedAgain(publication: Publication, now: number): Publication {
  const attempts = publication.attempts + 1;
  const next = noted({ ...publication, attempts, armed: undefined, looks: undefined }, now, worker, "absent", {
    attempts,
  });
  return attempts >= policy.maxAttempts ? failed(next, errors.unsettled(), now) : rest(next, now);
}

function retried(publication: Publication, cause: ConnectorError, afterMs: number, now: number): Publication {
  const limited = cause.class === "rate-limited";
  const attempts = publication.attempts + (limited ? 0 : 1);
  const failure = errors.platformFailure(cause);
  if (attempts >= policy.maxAttempts) return failed({ ...publication, attempts }, failure, now);
  const spread = spreadOf(publication);
  const at = limited
    ? Math.max(cause.resetAt, now + afterMs) + spread * policy.firstBackoff
    : now + Math.max(afterMs, backoff(attempts) * (0.75 + spread / 2));
  const next = noted({ ...publication, attempts }, now, worker, "retried", { cause: cause.code, attempts });
  return isStale(publication, at) ? failed(next, failure, now) : rest(next, Math.ceil(at));
}

function processing(publication: Publication, at: number, now: number): Publication {
  const since = publication.processingSince ?? now;
  if (now - since > policy.processing) return failed(publication, errors.processingTooLong(), now);
  const next: Publication = { ...publication, state: "processing", processingSince: since, lease: undefined };
  return waiting(publication.processingSince === undefined ? noted(next, now, worker, "waiting") : next, at);
}

/** Out of a worker's hands. What the platform has taken is not `scheduled` again: it can't be canceled or edited. */
const rest = (publication: Publication, at: number): Publication =>
  waiting(
    { ...publication, state: publication.acceptedAt === undefined ? "scheduled" : "processing", lease: undefined },
    at,
  );

const waiting = (publication: Publication, at: number): Publication => ({ ...publication, nextAt: at, wakeAt: at });

const over = (publication: Publication): Publication => ({
  ...publication,
  nextAt: undefined,
  wakeAt: undefined,
  lease: undefined,
  armed: undefined,
  looks: undefined,
  processingSince: undefined,
});

const backoff = (attempts: number): number =>
  Math.min(policy.longestBackoff, policy.firstBackoff * 4 ** (attempts - 1));

/** 0..1, the same for the same attempt of the same publication, spread over different ones. */
const spreadOf = ({ id, fence }: Publication): number => hashOf(`${id}:${fence}`) / 2 ** 32;

const worker = "system:publish";
