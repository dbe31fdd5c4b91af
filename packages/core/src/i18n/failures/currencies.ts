import type { FailureEntry } from "../failures.ts";

/** Failures of exchange rates. */
export const currencyFailures = {
  "rate-to-itself": {
    uk: (p) => ({ message: `${p.currency} — це валюта робочого простору.`, cure: "Виберіть іншу валюту." }),
    en: (p) => ({ message: `${p.currency} is the workspace’s own currency.`, cure: "Choose another one." }),
  },
  "rate-month-too-far": {
    uk: () => ({
      message: "Курс записують за поточний місяць або за минулі, не давніше десяти років.",
      cure: "Виберіть інший місяць.",
    }),
    en: () => ({
      message: "A rate is written for this month or an earlier one, at most ten years ago.",
      cure: "Choose another month.",
    }),
  },
  "rate-changed": {
    uk: () => ({
      message: "Хтось уже записав інший курс за цей місяць.",
      cure: "Перегляньте його і, якщо треба, змініть.",
    }),
    en: () => ({
      message: "Somebody has written another rate for this month.",
      cure: "Look at it, and change it if need be.",
    }),
  },
} satisfies Record<string, FailureEntry>;
