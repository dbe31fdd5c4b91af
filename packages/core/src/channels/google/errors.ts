import type { CallFailure } from "../answers.ts";
import type { ConnectorError } from "../errors.ts";
import type { ErrorEnvelope } from "./wire.ts";

/** `open`: the call may have taken effect nevertheless. */
interface Verdict {
  readonly class: Exclude<ConnectorError["class"], "rate-limited" | "invalid-content">;
  readonly open?: true;
}

/**
 * What Google's codes mean. An access token that is refused is no end: it is renewed, or its renewal says `invalid_grant`,
 * and only that ends a channel. Source: "Cloud APIs: Error model" (google.rpc.Code).
 */
const byStatus: Readonly<Record<string, Verdict>> = {
  UNAUTHENTICATED: { class: "transient" },
  PERMISSION_DENIED: { class: "permission" },
  FAILED_PRECONDITION: { class: "permission" },
  NOT_FOUND: { class: "not-found" },
  ALREADY_EXISTS: { class: "duplicate" },
  ABORTED: { class: "transient", open: true },
  CANCELLED: { class: "transient", open: true },
  DEADLINE_EXCEEDED: { class: "transient", open: true },
  INTERNAL: { class: "transient", open: true },
  UNAVAILABLE: { class: "transient", open: true },
  UNKNOWN: { class: "unknown", open: true },
  DATA_LOSS: { class: "unknown", open: true },
  UNIMPLEMENTED: { class: "unknown" },
};

/** What a refused grant means. Source: RFC 6749, 5.2; "Using OAuth 2.0: Refresh token expiration". */
const byGrantError: Readonly<Record<string, Verdict["class"]>> = {
  invalid_grant: "auth-expired",
  invalid_client: "permission",
  unauthorized_client: "permission",
  access_denied: "permission",
};

/** What differs from API to API. */
export interface ErrorRules {
  /** When calls are welcome again after too many of them, epoch ms; `retryAfterMs` is what a header asks for. */
  resetAt(error: ErrorEnvelope["error"], nowMs: number, retryAfterMs: number | undefined): number;
  /** Which rule of ours a refused argument breaks. */
  ruleOf(details: ErrorEnvelope["error"]["details"]): string;
}

/** What an error of a Google API means, by its code and never by its words. */
export function classifyBy(
  rules: ErrorRules,
  { error }: ErrorEnvelope,
  nowMs: number,
  retryAfterMs: number | undefined,
): CallFailure {
  const detail = { code: `${error.code} ${error.status}`.trim(), message: error.message.slice(0, 300) };
  if (error.status === "RESOURCE_EXHAUSTED" || error.code === 429) {
    const resetAt = rules.resetAt(error, nowMs, retryAfterMs);
    return { cause: { class: "rate-limited", resetAt, ...detail }, mayHaveHappened: false };
  }
  if (error.status === "INVALID_ARGUMENT" || error.status === "OUT_OF_RANGE") {
    const rule = rules.ruleOf(error.details);
    return { cause: { class: "invalid-content", rule, ...detail }, mayHaveHappened: false };
  }
  const verdict = byStatus[error.status] ?? (error.code >= 500 ? byStatus.INTERNAL : undefined);
  return { cause: { class: verdict?.class ?? "unknown", ...detail }, mayHaveHappened: verdict?.open ?? false };
}

/** What a refused grant means for the connection. */
export function classifyGrant(error: string, status: number): ConnectorError {
  const passing = status >= 500 || status === 429;
  return { class: byGrantError[error] ?? (passing ? "transient" : "unknown"), code: error, message: "" };
}
