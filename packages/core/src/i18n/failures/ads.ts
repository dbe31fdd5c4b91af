import type { FailureEntry } from "../failures.ts";

/** Failures of choosing the ad account of a channel. */
export const adFailures = {
  "ads-not-offered": {
    uk: () => ({
      message: "Для цієї платформи витрати на рекламу не вимірюються.",
      cure: "Внесіть їх до бюджету вручну.",
    }),
    en: () => ({
      message: "What ads cost is not measured for this platform.",
      cure: "Write it into the budget by hand.",
    }),
  },
  "ads-not-allowed": {
    uk: () => ({
      message: "Платформа не дозволяє читати рекламу від вашого імені.",
      cure: "Підключіть канал знову й дозвольте читання реклами.",
    }),
    en: () => ({
      message: "The platform does not let us read ads in your name.",
      cure: "Connect the channel again and allow ads to be read.",
    }),
  },
  "ad-account-unknown": {
    uk: () => ({
      message: "Такого рекламного кабінету серед ваших немає.",
      cure: "Виберіть один із перелічених або попросіть доступ до потрібного.",
    }),
    en: () => ({
      message: "That ad account is not among yours.",
      cure: "Choose one of those listed, or ask for access to the one you need.",
    }),
  },
  "ads-unreachable": {
    uk: () => ({ message: "Платформа зараз не відповідає на запит про рекламу.", cure: "Спробуйте за кілька хвилин." }),
    en: () => ({ message: "The platform does not answer about ads right now.", cure: "Try again in a few minutes." }),
  },
} satisfies Record<string, FailureEntry>;
