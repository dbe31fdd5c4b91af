import type { FailureEntry } from "../failures.ts";

/** Failures of working with leads. */
export const leadsFailures = {
  "lost-reason-missing": {
    uk: () => ({ message: "Не вказано, чому лід втрачено.", cure: "Напишіть причину." }),
    en: () => ({ message: "The reason why the lead was lost is missing.", cure: "Write the reason." }),
  },
  "email-malformed": {
    uk: () => ({ message: "Це не адреса електронної пошти.", cure: "Перевірте адресу." }),
    en: () => ({ message: "This is not an e-mail address.", cure: "Check the address." }),
  },
  "phone-malformed": {
    uk: () => ({ message: "Це не номер телефону.", cure: "Введіть від 7 до 15 цифр, найкраще з кодом країни." }),
    en: () => ({
      message: "This is not a telephone number.",
      cure: "Enter 7 to 15 digits, best with the country code.",
    }),
  },
} satisfies Record<string, FailureEntry>;
