import * as v from "valibot";
import type { Failure } from "../kernel/failure.ts";
import { epochMsSchema } from "../kernel/time.ts";
import { threadKindSchema } from "./model.ts";

/** What can be done to a message on its platform. All but `reply` set a state and may safely be repeated. */
export const outgoingKindSchema = v.picklist(["reply", "hide", "unhide", "like", "unlike", "remove"]);
export type OutgoingKind = v.InferOutput<typeof outgoingKindSchema>;

/**
 * `queued` waits for its turn (or its next attempt), `sending` is held by one worker, `unconfirmed` may or may not have
 * reached the platform and is being looked for; `done` and `failed` are final.
 */
export const outgoingStateSchema = v.picklist(["queued", "sending", "unconfirmed", "done", "failed"]);

const failureSchema = v.custom<Failure>(
  (value) => typeof value === "object" && value !== null && "code" in value && "kind" in value,
);

/** A reply or another action on its way to a platform. */
export const outgoingSchema = v.object({
  workspaceId: v.string(),
  threadId: v.string(),
  /** Derived from the thread and the client's key, so that asking twice is asking once. */
  id: v.string(),
  channelId: v.string(),
  platform: v.string(),
  kind: outgoingKindSchema,
  target: v.object({
    kind: threadKindSchema,
    remoteId: v.string(),
    parentRemoteId: v.optional(v.string()),
    authorRemoteId: v.optional(v.string()),
    /** Of a comment that is answered to its author alone. */
    privately: v.optional(v.literal(true)),
  }),
  /** Of an answer to the person alone: when they last wrote, epoch ms, by which the platform's window is counted. */
  askedAt: v.optional(epochMsSchema),
  /** Of a reply. */
  text: v.optional(v.string()),
  state: outgoingStateSchema,
  /** Who asked, see `actorName`. */
  by: v.string(),
  requestedAt: epochMsSchema,
  /** How often the platform was called for it. */
  attempts: v.number(),
  /** How often it was looked for since it became unconfirmed. */
  looks: v.number(),
  /** Not before this instant, epoch ms. */
  notBefore: epochMsSchema,
  /** Until then one worker holds it, epoch ms. */
  leaseUntil: v.optional(epochMsSchema),
  /** Set just before the one call that makes something visible; with no outcome recorded it means: look, don't repeat. */
  armedAt: v.optional(epochMsSchema),
  finishedAt: v.optional(epochMsSchema),
  /** Of what was created on the platform. */
  remoteId: v.optional(v.string()),
  /** Why it failed, or why the last attempt did. */
  failure: v.optional(failureSchema),
  /** The platform's own code of that, for the operator. */
  platformCode: v.optional(v.string()),
  /** When somebody must look at it, epoch ms; absent in final states. */
  wakeAt: v.optional(epochMsSchema),
  /** The fence: counts every change; a worker whose number is old writes nothing. */
  version: v.number(),
});
export type Outgoing = v.InferOutput<typeof outgoingSchema>;

/** Longer than one call to a platform may take (15 s) with room to record its answer. */
export const leaseMs = 60_000;
/** How much later than expected a message must be before the sweep sends another. */
export const sweepSlackMs = 3 * 60_000;
/** The platform is called at most so often for one action. */
export const maxAttempts = 8;

/** A queue holds a message back 15 minutes at most; what is due later is found by the sweep. */
export const longestQueueDelayMs = 900_000;

const wakeAfter = (nowMs: number, afterMs: number): number =>
  nowMs + afterMs + (afterMs > longestQueueDelayMs ? 0 : sweepSlackMs);

const next = (outgoing: Outgoing, change: Partial<Outgoing>): Outgoing => ({
  ...outgoing,
  ...change,
  version: outgoing.version + 1,
});

/** Its outcome is known. */
export const isSettled = (outgoing: Outgoing): boolean => outgoing.state === "done" || outgoing.state === "failed";

/** Nothing is left to do: the outcome is known and everything that follows from it has been done. */
export const isFinal = (outgoing: Outgoing): boolean => isSettled(outgoing) && outgoing.wakeAt === undefined;

/** Whether a worker other than the caller may be at it at `nowMs`. */
export const isHeld = (outgoing: Outgoing, nowMs: number): boolean =>
  outgoing.leaseUntil !== undefined && outgoing.leaseUntil > nowMs;

/** Takes it for one worker. */
export const claimed = (outgoing: Outgoing, nowMs: number): Outgoing =>
  next(outgoing, {
    state: outgoing.state === "unconfirmed" ? "unconfirmed" : "sending",
    leaseUntil: nowMs + leaseMs,
    wakeAt: nowMs + leaseMs,
  });

/** The last write before the call to the platform. Only what makes something visible needs looking for afterwards. */
export const armed = (outgoing: Outgoing, nowMs: number): Outgoing =>
  next(outgoing, {
    attempts: outgoing.attempts + 1,
    armedAt: outgoing.kind === "reply" ? nowMs : undefined,
  });

/** It happened on the platform. The wake stays until what follows from it is done, too. */
export const done = (outgoing: Outgoing, nowMs: number, remoteId: string | undefined): Outgoing =>
  next(outgoing, {
    state: "done",
    finishedAt: nowMs,
    remoteId,
    failure: undefined,
    platformCode: undefined,
    leaseUntil: undefined,
    wakeAt: nowMs + sweepSlackMs,
  });

/** It is given up; nothing happened on the platform, or nobody can say. */
export const failed = (outgoing: Outgoing, nowMs: number, failure: Failure, platformCode?: string): Outgoing =>
  next(outgoing, {
    state: "failed",
    finishedAt: nowMs,
    failure,
    platformCode,
    leaseUntil: undefined,
    wakeAt: nowMs + sweepSlackMs,
  });

/** All that follows from the outcome is done: nobody needs to look any more. */
export const finished = (outgoing: Outgoing): Outgoing => next(outgoing, { wakeAt: undefined });

/** Surely nothing happened on the platform: once more, `afterMs` later. */
export const again = (outgoing: Outgoing, nowMs: number, afterMs: number, failure: Failure, code: string): Outgoing =>
  next(outgoing, {
    state: "queued",
    notBefore: nowMs + afterMs,
    armedAt: undefined,
    looks: 0,
    failure,
    platformCode: code,
    leaseUntil: undefined,
    wakeAt: wakeAfter(nowMs, afterMs),
  });

/** It may have reached the platform: look for it `afterMs` later. */
export const unconfirmed = (outgoing: Outgoing, nowMs: number, afterMs: number, code?: string): Outgoing =>
  next(outgoing, {
    state: "unconfirmed",
    notBefore: nowMs + afterMs,
    platformCode: code ?? outgoing.platformCode,
    leaseUntil: undefined,
    wakeAt: wakeAfter(nowMs, afterMs),
  });
