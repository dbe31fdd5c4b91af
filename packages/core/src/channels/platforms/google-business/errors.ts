import * as v from "valibot";
import type { ErrorRules } from "../../google/errors.ts";
import { validationErrorSchema } from "./wire.ts";

/** Which rule of ours a refused field breaks, by the first part of its name that fits. */
const rulesByField: readonly (readonly [part: string, rule: string])[] = [
  ["media", "photo-unreadable"],
  ["call_to_action", "link-refused"],
  ["summary", "caption-refused"],
];

const defaultWaitMs = 60_000;

/** What the Business Profile APIs' refusals mean beside what Google's codes mean everywhere. */
export const errors: ErrorRules = {
  resetAt: (_, nowMs, retryAfterMs) => nowMs + (retryAfterMs ?? defaultWaitMs),

  ruleOf(details) {
    const fields = details.flatMap((detail) => {
      const parsed = v.safeParse(validationErrorSchema, detail);
      return parsed.success ? parsed.output.errorDetails.map(({ field = "" }) => field) : [];
    });
    const rule = rulesByField.find(([part]) => fields.some((field) => field.includes(part)));
    return rule?.[1] ?? "refused-by-platform";
  },
};
