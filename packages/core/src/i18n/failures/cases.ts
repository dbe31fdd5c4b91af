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
  "unknown-case-cause": {
    uk: () => ({
      message: "Такої причини в списку немає.",
      cure: "Виберіть причину зі списку або додайте її до списку причин.",
    }),
    en: () => ({
      message: "There is no such cause on the list.",
      cure: "Choose one from the list, or add it to the list of causes.",
    }),
  },
  "case-causes-changed": {
    uk: () => ({
      message: "Список причин щойно змінив хтось інший.",
      cure: "Оновіть сторінку й внесіть свої зміни знову.",
    }),
    en: () => ({
      message: "Somebody else has just changed the list of causes.",
      cure: "Reload and make your change again.",
    }),
  },
} satisfies Record<string, FailureEntry>;
