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
  "csv-no-budget-columns": {
    uk: () => ({
      message: "У таблиці бракує стовпців бюджету.",
      cure: "Потрібні місяць, вид, на що й заплановано. Візьміть шаблон.",
    }),
    en: () => ({
      message: "The table lacks columns of a budget.",
      cure: "It needs month, kind, for what and planned. Take the template.",
    }),
  },
  "budget-name-missing": {
    uk: () => ({ message: "Не вказано, на що.", cure: "Напишіть назву рядка." }),
    en: () => ({ message: "It does not say for what.", cure: "Name the line." }),
  },
  "budget-month-malformed": {
    uk: () => ({ message: "Це не місяць.", cure: "Напишіть його як 2026-11 або 11.2026." }),
    en: () => ({ message: "This is not a month.", cure: "Write it as 2026-11 or 11.2026." }),
  },
  "budget-kind-unknown": {
    uk: () => ({ message: "Такого виду витрат немає.", cure: "Реклама, контент, інструменти або навчання." }),
    en: () => ({ message: "There is no such kind.", cure: "Ads, content, tools or training." }),
  },
  "budget-currency-other": {
    uk: (p) => ({ message: "Сума в іншій валюті.", cure: `Перерахуйте її в ${p.currency}.` }),
    en: (p) => ({ message: "The amount is in another currency.", cure: `Convert it to ${p.currency}.` }),
  },
} satisfies Record<string, FailureEntry>;
