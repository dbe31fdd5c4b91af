import type { FailureEntry } from "../failures.ts";

/** Failures of reports. */
export const reportFailures = {
  "not-a-week": {
    uk: () => ({ message: "Звіт охоплює рівно сім днів.", cure: "Виберіть тиждень від першого до сьомого дня." }),
    en: () => ({
      message: "A report covers exactly seven days.",
      cure: "Choose a week from its first to its seventh day.",
    }),
  },
} satisfies Record<string, FailureEntry>;
