import type { FailureEntry } from "../failures.ts";

/** Failures of connecting a channel. */
export const connectingFailures = {
  "platform-not-set-up": {
    uk: (p) => ({
      message: `Платформу «${p.platform}» тут не налаштовано.`,
      cure: "Попросіть адміністратора додати застосунок цієї платформи: див. docs/operate.md.",
    }),
    en: (p) => ({
      message: `The platform "${p.platform}" is not set up here.`,
      cure: "Ask your operator to add an app of this platform: see docs/operate.md.",
    }),
  },
  "connection-expired": {
    uk: () => ({ message: "Це підключення вже завершено або воно застаріло.", cure: "Почніть підключення знову." }),
    en: () => ({ message: "This connection was finished already or has expired.", cure: "Start connecting again." }),
  },
  "nothing-chosen": {
    uk: () => ({ message: "Не вибрано жодного каналу.", cure: "Виберіть хоча б один." }),
    en: () => ({ message: "No channel was chosen.", cure: "Choose at least one." }),
  },
  "schedule-changed": {
    uk: () => ({
      message: "Поки ви змінювали розклад, канал змінив хтось інший.",
      cure: "Перегляньте новий розклад і повторіть свою зміну.",
    }),
    en: () => ({
      message: "Someone else changed the channel while you were changing its schedule.",
      cure: "Look at the new schedule and make your change again.",
    }),
  },
  "connect-failed": {
    uk: (p) => ({
      message: `Платформа не дозволила підключення (код ${p.platformCode}).`,
      cure: "Перевірте, чи ви надали всі запитані дозволи, і почніть знову.",
    }),
    en: (p) => ({
      message: `The platform did not allow the connection (code ${p.platformCode}).`,
      cure: "Check that you granted every permission it asked for, and start again.",
    }),
  },
  "channel-only-measured": {
    uk: () => ({
      message: "Цей канал лише вимірює відвідування сайту, на ньому не публікують.",
      cure: "Складіть розклад для каналу, на якому виходять дописи.",
    }),
    en: () => ({
      message: "This channel only measures site visits; nothing is published on it.",
      cure: "Give a schedule to a channel on which posts appear.",
    }),
  },
} satisfies Record<string, FailureEntry>;
