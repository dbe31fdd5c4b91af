import type { FailureEntry } from "../failures.ts";

/** Failures of reports. */
export const reportFailures = {
  "not-a-period": {
    uk: () => ({
      message: "Період закінчується раніше, ніж починається.",
      cure: "Поміняйте дні місцями або виберіть період зі списку.",
    }),
    en: () => ({
      message: "The period ends before it begins.",
      cure: "Swap the days, or choose a period from the list.",
    }),
  },
  "report-too-long": {
    uk: (p) => ({
      message: `Період задовгий: звіт охоплює не більше як ${p.maxDays} дні.`,
      cure: "Виберіть коротший період або надішліть кілька звітів.",
    }),
    en: (p) => ({
      message: `The period is too long: a report covers ${p.maxDays} days at most.`,
      cure: "Choose a shorter period, or send several reports.",
    }),
  },
  "report-of-days-ahead": {
    uk: () => ({
      message: "Цей період ще не почався, тож розповісти про нього нічого.",
      cure: "Виберіть дні, які вже минули.",
    }),
    en: () => ({
      message: "This period has not begun, so there is nothing to report yet.",
      cure: "Choose days that are over.",
    }),
  },
  "not-a-reader": {
    uk: () => ({ message: "Ця адреса не є серед читачів звіту.", cure: "Спершу додайте її до читачів." }),
    en: () => ({ message: "This address is not one of the report's readers.", cure: "Add it to the readers first." }),
  },
} satisfies Record<string, FailureEntry>;
