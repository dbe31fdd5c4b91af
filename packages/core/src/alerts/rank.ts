import { severities } from "./kinds.ts";
import type { Alert } from "./model.ts";

const never = 9_999_999_999_999;
const padded = (at: number): string => String(at).padStart(13, "0");
const newestFirst = (at: number): string => padded(never - at);

/**
 * Where an alert stands among those of its state; what sorts lower is shown first. What waits: the gravest, of these threats,
 * of these whatever must be acknowledged soonest, then what was last seen. What is closed: the last closed.
 */
export function rankOf({ state, severity, side, answerBy, lastSeenAt, outcome }: Alert): string {
  if (state === "closed") return newestFirst(outcome?.at ?? lastSeenAt);
  const gravity = severities.length - 1 - severities.indexOf(severity);
  const deadline = state === "open" ? (answerBy ?? never) : never;
  return `${gravity}${side === "threat" ? 0 : 1}${padded(deadline)}${newestFirst(lastSeenAt)}`;
}
