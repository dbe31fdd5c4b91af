import type { FailureEntry } from "../failures.ts";

const states = { uk: { open: "відкрито", acknowledged: "підтверджено", closed: "закрито" }, en: {} } as const;

/** Failures of the register of threats and opportunities. */
export const alertFailures = {
  "alert-link-invalid": {
    uk: () => ({
      message: "Це посилання нікуди не веде: воно неправильне або вже закінчилося.",
      cure: "Відкрийте найновіший лист про цю подію або спитайте колег, чи її вже вирішено.",
    }),
    en: () => ({
      message: "This link leads nowhere: it is wrong or has ended.",
      cure: "Open the newest mail about it, or ask your colleagues whether it is settled.",
    }),
  },
  "alert-state-refuses": {
    uk: (p) => ({
      message: `Це вже ${(states.uk as Record<string, string>)[String(p.state)] ?? p.state}, тож змінити нічого не можна.`,
      cure: "Оновіть сторінку й подивіться, чим закінчилося.",
    }),
    en: (p) => ({
      message: `This is ${p.state} already, so nothing of it can be changed.`,
      cure: "Reload and see how it ended.",
    }),
  },
  "alert-changed-meanwhile": {
    uk: () => ({
      message: "Поки ви вирішували, тут щось змінилося: додалося нове або відповів хтось із колег.",
      cure: "Перегляньте, що нового, і повторіть.",
    }),
    en: () => ({
      message: "Something changed while you decided: more was noticed, or a colleague answered.",
      cure: "See what is new and try again.",
    }),
  },
  "unknown-alert-owner": {
    uk: () => ({ message: "Такого учасника в просторі немає.", cure: "Виберіть відповідального зі списку." }),
    en: () => ({ message: "This workspace has no such member.", cure: "Choose somebody from the list." }),
  },
  "alert-settings-changed": {
    uk: () => ({
      message: "Налаштування щойно змінив хтось інший.",
      cure: "Оновіть сторінку й внесіть свої зміни знову.",
    }),
    en: () => ({
      message: "Somebody else has just changed the settings.",
      cure: "Reload and make your change again.",
    }),
  },
} satisfies Record<string, FailureEntry>;
