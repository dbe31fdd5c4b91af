import type { FailureEntry } from "../failures.ts";

/** Failures of planning a budget. */
export const budgetFailures = {
  "budget-line-exists": {
    uk: (p) => ({
      message: `Рядок «${p.name}» у цьому місяці вже є.`,
      cure: "Змініть суму в ньому або назвіть новий інакше.",
    }),
    en: (p) => ({
      message: `This month has a line “${p.name}” already.`,
      cure: "Change its amount, or name the new one otherwise.",
    }),
  },
  "budget-full": {
    uk: (p) => ({
      message: `У місяці може бути щонайбільше ${p.max} рядків.`,
      cure: "Об’єднайте дрібні витрати в один рядок.",
    }),
    en: (p) => ({ message: `A month has ${p.max} lines at most.`, cure: "Put small expenses together in one line." }),
  },
  "budget-month-too-far": {
    uk: () => ({ message: "Цей місяць надто далеко від сьогодні.", cure: "Виберіть місяць у межах десяти років." }),
    en: () => ({ message: "That month is too far from today.", cure: "Choose one within ten years." }),
  },
  "budget-too-many-months": {
    uk: (p) => ({
      message: `За один раз можна побачити щонайбільше ${p.max} місяці.`,
      cure: "Виберіть коротший проміжок.",
    }),
    en: (p) => ({ message: `At most ${p.max} months are shown at once.`, cure: "Choose a shorter span." }),
  },
} satisfies Record<string, FailureEntry>;
