import * as v from "valibot";
import type { ErrorRules } from "../../google/errors.ts";
import { nextQuotaDay, nextQuotaHour } from "./quota.ts";
import { errorInfoSchema, retryInfoSchema } from "./wire.ts";

/** What a quota is counted by, by the second part of its unit. */
const windows: Readonly<Record<string, (nowMs: number) => number>> = {
  min: (nowMs) => nowMs + 60_000,
  h: nextQuotaHour,
  d: nextQuotaDay,
};

/**
 * What Analytics' refusals mean beside what Google's codes mean everywhere. A refusal for too many calls says in its
 * details which quota of the project it was; of a property's tokens it says nothing, and most are counted by the hour, so
 * the next full hour is when asking is welcome. Whether the day's were meant, the next refusal tells.
 */
export const errors: ErrorRules = {
  resetAt({ details }, nowMs, retryAfterMs) {
    if (retryAfterMs !== undefined) return nowMs + retryAfterMs;
    for (const detail of details) {
      const retry = v.safeParse(retryInfoSchema, detail);
      if (retry.success) return nowMs + Math.ceil(Number.parseFloat(retry.output.retryDelay) * 1000);
      const info = v.safeParse(errorInfoSchema, detail);
      const window = info.success ? windows[info.output.metadata.quota_unit.split("/")[1] ?? ""] : undefined;
      if (window) return window(nowMs);
    }
    return nextQuotaHour(nowMs);
  },

  /** A report has nothing that a person wrote: what is refused is ours to mend. */
  ruleOf: () => "refused-by-platform",
};
