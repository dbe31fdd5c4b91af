import type { ConnectorError } from "../../errors.ts";
import type { ErrorEnvelope } from "./wire.ts";

/** A refusal or failure of a Graph call, and whether the call may nevertheless have taken effect. */
export interface GraphFailure {
  readonly cause: ConnectorError;
  readonly mayHaveHappened: boolean;
}

type GraphError = ErrorEnvelope["error"];
type Verdict =
  | { readonly class: "invalid-content"; readonly rule: string }
  | { readonly class: "rate-limited"; readonly waitMinutes: number }
  | { readonly class: Exclude<ConnectorError["class"], "invalid-content" | "rate-limited"> };

const rule = (name: string): Verdict => ({ class: "invalid-content", rule: name });

/**
 * What a subcode means; it outranks the code. Sources: "Graph API: Error handling", "Messenger Platform: Error codes",
 * and the subcodes that publishing tools meet in practice.
 */
const bySubcode: Readonly<Record<number, Verdict>> = {
  33: { class: "not-found" },
  1346003: rule("community-standards"),
  1349125: rule("format-refused"),
  1363047: { class: "transient" },
  1366046: rule("photo-too-large"),
  1366051: { class: "duplicate" },
  1390008: { class: "rate-limited", waitMinutes: 30 },
  1404006: { class: "blocked" },
  1404078: { class: "permission" },
  1404102: rule("community-standards"),
  1404112: { class: "blocked" },
  1609005: rule("link-unreadable"),
  1609008: rule("link-refused"),
  1609010: { class: "transient" },
  1893063: { class: "blocked" },
  2018001: { class: "not-found" },
  2018278: rule("message-window-closed"),
  2061006: rule("link-refused"),
  4854002: { class: "blocked" },
};

const byCode: Readonly<Record<number, Verdict>> = {
  1: { class: "transient" },
  2: { class: "transient" },
  3: { class: "permission" },
  4: { class: "rate-limited", waitMinutes: 15 },
  10: { class: "permission" },
  12: { class: "not-found" },
  17: { class: "rate-limited", waitMinutes: 15 },
  32: { class: "rate-limited", waitMinutes: 15 },
  100: rule("refused-by-platform"),
  102: { class: "auth-expired" },
  190: { class: "auth-expired" },
  324: rule("photo-unreadable"),
  341: { class: "rate-limited", waitMinutes: 60 },
  352: rule("video-unreadable"),
  368: { class: "blocked" },
  389: rule("video-unreadable"),
  506: { class: "duplicate" },
  551: rule("person-unavailable"),
  613: { class: "rate-limited", waitMinutes: 15 },
  1609005: rule("link-unreadable"),
};

/** Codes after which a write may still have happened: Graph says so itself ("unknown", "service"). */
const unsettled = new Set([1, 2]);

function verdictOf(error: GraphError): Verdict {
  const known = bySubcode[error.error_subcode ?? 0] ?? byCode[error.code];
  if (known) return known;
  if (error.code >= 200 && error.code <= 299) return { class: "permission" };
  if (error.code >= 80000 && error.code <= 80014) return { class: "rate-limited", waitMinutes: 15 };
  return { class: error.is_transient ? "transient" : "unknown" };
}

/** Classifies a Graph error by its codes; `resetAt` comes from the usage headers where they give it. */
export function classify(
  error: GraphError,
  context: { status: number; nowMs: number; waitMinutes: number },
): GraphFailure {
  const verdict = verdictOf(error);
  const code = error.error_subcode ? `${error.code}/${error.error_subcode}` : String(error.code);
  const detail = { code, message: error.message.slice(0, 300) };
  if (verdict.class === "rate-limited") {
    const minutes = context.waitMinutes > 0 ? context.waitMinutes : verdict.waitMinutes;
    const cause: ConnectorError = { ...detail, class: "rate-limited", resetAt: context.nowMs + minutes * 60_000 };
    return { cause, mayHaveHappened: false };
  }
  const settledBySubcode = error.error_subcode !== undefined && error.error_subcode in bySubcode;
  const mayHaveHappened = !settledBySubcode && (unsettled.has(error.code) || context.status >= 500);
  return { cause: { ...detail, ...verdict }, mayHaveHappened };
}
