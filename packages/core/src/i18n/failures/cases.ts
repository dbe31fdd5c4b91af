import type { FailureEntry } from "../failures.ts";

/** Failures of the cases of unhappy people. */
export const caseFailures = {
  "case-changed-meanwhile": {
    uk: () => ({
      message: "Поки ви працювали, справу змінив хтось інший.",
      cure: "Оновіть сторінку й внесіть свої зміни знову.",
    }),
    en: () => ({
      message: "Somebody else changed the case while you worked on it.",
      cure: "Reload and make your change again.",
    }),
  },
  "case-unfinished": {
    uk: () => ({
      message: "Справу не можна закрити, доки не зазначено причину й підсумок.",
      cure: "Виберіть причину, напишіть, чим закінчилося, і закрийте.",
    }),
    en: () => ({
      message: "A case can be closed only with its cause and its outcome.",
      cure: "Choose the cause, write how it ended, then close it.",
    }),
  },
  "unknown-case-owner": {
    uk: () => ({ message: "Такого учасника в просторі немає.", cure: "Виберіть відповідального зі списку." }),
    en: () => ({ message: "This workspace has no such member.", cure: "Choose somebody from the list." }),
  },
} satisfies Record<string, FailureEntry>;
