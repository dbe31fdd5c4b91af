import * as v from "valibot";
import type { CallFailure } from "../../answers.ts";
import type { ConnectorError } from "../../errors.ts";
import { type ErrorEnvelope, validationErrorSchema } from "./wire.ts";

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

/** Which rule of ours a refused field breaks, by the first part of its name that fits. */
const rulesByField: readonly (readonly [part: string, rule: string])[] = [
  ["media", "photo-unreadable"],
  ["call_to_action", "link-refused"],
  ["summary", "caption-refused"],
];

/** What a refused grant means. Source: RFC 6749, 5.2; "Using OAuth 2.0: Refresh token expiration". */
const byGrantError: Readonly<Record<string, Verdict["class"]>> = {
  invalid_grant: "auth-expired",
  invalid_client: "permission",
  unauthorized_client: "permission",
  access_denied: "permission",
};

const defaultWaitMs = 60_000;

/** What an error of a Google API means, by its code. `retryAfterMs` is what a header asks for. */
export function classify({ error }: ErrorEnvelope, nowMs: number, retryAfterMs: number | undefined): CallFailure {
  const detail = { code: `${error.code} ${error.status}`.trim(), message: error.message.slice(0, 300) };
  if (error.status === "RESOURCE_EXHAUSTED" || error.code === 429) {
    const resetAt = nowMs + (retryAfterMs ?? defaultWaitMs);
    return { cause: { class: "rate-limited", resetAt, ...detail }, mayHaveHappened: false };
  }
  if (error.status === "INVALID_ARGUMENT" || error.status === "OUT_OF_RANGE") {
    return { cause: { class: "invalid-content", rule: ruleOf(error.details), ...detail }, mayHaveHappened: false };
  }
  const verdict = byStatus[error.status] ?? (error.code >= 500 ? byStatus.INTERNAL : undefined);
  return { cause: { class: verdict?.class ?? "unknown", ...detail }, mayHaveHappened: verdict?.open ?? false };
}

/** What a refused grant means for the connection. */
export function classifyGrant(error: string, status: number): ConnectorError {
  const passing = status >= 500 || status === 429;
  return { class: byGrantError[error] ?? (passing ? "transient" : "unknown"), code: error, message: "" };
}

function ruleOf(details: ErrorEnvelope["error"]["details"]): string {
  const fields = details.flatMap((detail) => {
    const parsed = v.safeParse(validationErrorSchema, detail);
    return parsed.success ? parsed.output.errorDetails.map(({ field = "" }) => field) : [];
  });
  const rule = rulesByField.find(([part]) => fields.some((field) => field.includes(part)));
  return rule?.[1] ?? "refused-by-platform";
}
