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
  "not-a-reader": {
    uk: () => ({ message: "Ця адреса не є серед читачів звіту.", cure: "Спершу додайте її до читачів." }),
    en: () => ({ message: "This address is not one of the report's readers.", cure: "Add it to the readers first." }),
  },
} satisfies Record<string, FailureEntry>;
