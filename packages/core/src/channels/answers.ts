import type { StepAnswer } from "./connector.ts";
import type { ConnectorError } from "./errors.ts";
import type { ReplyAnswer } from "./replies.ts";

/** A refusal or failure of a call, and whether the call may nevertheless have taken effect. */
export interface CallFailure {
  readonly cause: ConnectorError;
  readonly mayHaveHappened: boolean;
}

/** How long to wait before a call that failed in passing is made again, ms. */
export const transientWaitMs = 30_000;

type Failed = Exclude<StepAnswer, { kind: "published" | "pending" }> & ReplyAnswer;

/**
 * What a failed call means for the step that made it. `visible`: the call creates something public, so that an open
 * outcome is `unknown`; any other call may simply be made again.
 */
export function failed(failure: CallFailure, visible: boolean, nowMs: number): Failed {
  const { cause, mayHaveHappened } = failure;
  if (visible && mayHaveHappened) return { kind: "unknown", cause };
  switch (cause.class) {
    case "rate-limited":
      return { kind: "retry", afterMs: Math.max(1000, cause.resetAt - nowMs), cause };
    case "transient":
      return { kind: "retry", afterMs: transientWaitMs, cause };
    case "auth-expired":
      return { kind: "reconnect", cause };
    case "unknown":
      return visible ? { kind: "rejected", cause } : { kind: "retry", afterMs: transientWaitMs, cause };
    default:
      return { kind: "rejected", cause };
  }
}
