import type { CallFailure } from "../answers.ts";
import type { ConnectorError } from "../errors.ts";
import type { ErrorEnvelope } from "./wire.ts";

type GraphError = ErrorEnvelope["error"];

/** What a code means. */
export type Verdict =
  | { readonly class: "invalid-content"; readonly rule: string }
  | { readonly class: "rate-limited"; readonly waitMinutes: number }
  /** `open`: the platform says that it failed, and the call may have taken effect nevertheless. */
  | { readonly class: "transient"; readonly open?: true }
  | { readonly class: Exclude<ConnectorError["class"], "invalid-content" | "rate-limited" | "transient"> };

/** Content that breaks a rule; its name has a text in `i18n/failures/platform-rules.ts`. */
export const rule = (name: string): Verdict => ({ class: "invalid-content", rule: name });

/** What the codes of one platform mean, beside those that all of Meta's platforms have in common. A subcode outranks its code. */
export interface Verdicts {
  readonly bySubcode: Readonly<Record<number, Verdict>>;
  readonly byCode: Readonly<Record<number, Verdict>>;
}

/** Codes of the Graph API itself. Source: "Graph API: Error handling". */
const common: Verdicts = {
  bySubcode: { 33: { class: "not-found" } },
  byCode: {
    1: { class: "transient", open: true },
    2: { class: "transient", open: true },
    3: { class: "permission" },
    4: { class: "rate-limited", waitMinutes: 15 },
    10: { class: "permission" },
    17: { class: "rate-limited", waitMinutes: 15 },
    32: { class: "rate-limited", waitMinutes: 15 },
    100: rule("refused-by-platform"),
    102: { class: "auth-expired" },
    190: { class: "auth-expired" },
    341: { class: "rate-limited", waitMinutes: 60 },
    368: { class: "blocked" },
    506: { class: "duplicate" },
    613: { class: "rate-limited", waitMinutes: 15 },
  },
};

/** What a subcode means on a platform, if it is known. */
const verdictOfSubcode = (verdicts: Verdicts, subcode: number): Verdict | undefined =>
  verdicts.bySubcode[subcode] ?? common.bySubcode[subcode];

function verdictOf(verdicts: Verdicts, error: GraphError): Verdict {
  const { error_subcode: subcode = 0, code } = error;
  const known = verdictOfSubcode(verdicts, subcode) ?? verdicts.byCode[code] ?? common.byCode[code];
  if (known) return known;
  if (error.code >= 200 && error.code <= 299) return { class: "permission" };
  if (error.code >= 80000 && error.code <= 80014) return { class: "rate-limited", waitMinutes: 15 };
  return { class: error.is_transient ? "transient" : "unknown" };
}

/** Classifies a Graph error by its codes; `resetAt` comes from the usage headers where they give it. */
export function classify(
  verdicts: Verdicts,
  error: GraphError,
  context: { status: number; nowMs: number; waitMinutes: number },
): CallFailure {
  const verdict = verdictOf(verdicts, error);
  const code = error.error_subcode ? `${error.code}/${error.error_subcode}` : String(error.code);
  const detail = { code, message: error.message.slice(0, 300) };
  if (verdict.class === "rate-limited") {
    const minutes = context.waitMinutes > 0 ? context.waitMinutes : verdict.waitMinutes;
    const cause: ConnectorError = { ...detail, class: "rate-limited", resetAt: context.nowMs + minutes * 60_000 };
    return { cause, mayHaveHappened: false };
  }
  const settledBySubcode = verdictOfSubcode(verdicts, error.error_subcode ?? 0) !== undefined;
  if (verdict.class === "transient") {
    const mayHaveHappened = verdict.open ?? (!settledBySubcode && context.status >= 500);
    return { cause: { ...detail, class: "transient" }, mayHaveHappened };
  }
  return { cause: { ...detail, ...verdict }, mayHaveHappened: !settledBySubcode && context.status >= 500 };
}
