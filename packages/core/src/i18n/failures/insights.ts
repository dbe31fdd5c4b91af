import type { FailureEntry } from "../failures.ts";

/** Failures of reading figures. */
export const insightsFailures = {
  "period-reversed": {
    uk: () => ({ message: "Кінець періоду раніше за його початок.", cure: "Поміняйте дні місцями." }),
    en: () => ({ message: "The period ends before it begins.", cure: "Swap the two days." }),
  },
  "period-too-long": {
    uk: (p) => ({
      message: `Період задовгий: щонайбільше ${p.maxDays} днів за раз.`,
      cure: "Виберіть коротший період.",
    }),
    en: (p) => ({
      message: `The period is too long: at most ${p.maxDays} days at once.`,
      cure: "Choose a shorter one.",
    }),
  },
} satisfies Record<string, FailureEntry>;
