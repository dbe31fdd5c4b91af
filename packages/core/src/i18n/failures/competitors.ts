import type { FailureEntry } from "../failures.ts";

/** Failures of watching public pages of competitors. */
export const competitorFailures = {
  "competitors-not-offered": {
    uk: () => ({
      message: "Ця платформа не показує показників чужих сторінок.",
      cure: "Порівнюйте себе з конкурентами там, де їхні показники відкриті.",
    }),
    en: () => ({
      message: "This platform shows no figures of other people's pages.",
      cure: "Compare yourself with competitors where their figures are public.",
    }),
  },
  "competitor-handle-unreadable": {
    uk: ({ platform }) => ({
      message: `Це не схоже на назву чи посилання сторінки ${platform}.`,
      cure: "Скопіюйте адресу сторінки з рядка браузера або введіть її коротке ім'я.",
    }),
    en: ({ platform }) => ({
      message: `That does not look like the name or link of a page on ${platform}.`,
      cure: "Copy the page's address from your browser, or type its short name.",
    }),
  },
  "competitor-needs-channel": {
    uk: ({ platform }) => ({
      message: `Чужі сторінки ${platform} читаються через ваш власний канал, а підключеного немає.`,
      cure: `Підключіть канал ${platform} або оновіть його згоду.`,
    }),
    en: ({ platform }) => ({
      message: `Other pages on ${platform} are read through a channel of yours, and none is connected.`,
      cure: `Connect a ${platform} channel, or renew its consent.`,
    }),
  },
  "competitor-not-visible": {
    uk: ({ platform, shows }) =>
      shows === "professional-accounts"
        ? {
            message: `${platform} не показує такого акаунта: його немає, він особистий або лише для повнолітніх.`,
            cure: "Перевірте ім'я. Видно тільки професійні акаунти без вікових обмежень.",
          }
        : {
            message: `${platform} не показує такої сторінки: її немає, вона неопублікована, обмежена або це особистий профіль.`,
            cure: "Перевірте адресу: вона має відкриватися без входу до облікового запису.",
          },
    en: ({ platform, shows }) =>
      shows === "professional-accounts"
        ? {
            message: `${platform} shows no such account: there is none, it is personal, or it is for adults only.`,
            cure: "Check the name. Only professional accounts without an age limit can be seen.",
          }
        : {
            message: `${platform} shows no such page: there is none, it is unpublished or restricted, or it is a personal profile.`,
            cure: "Check the address: it has to open without signing in.",
          },
  },
  "competitor-not-permitted": {
    uk: ({ platform, needs }) => ({
      message: `${platform} не дозволяє нашому застосунку читати чужі сторінки.`,
      cure: `Для цього потрібен дозвіл «${needs}»: попросіть того, хто розгортав Dopys, отримати його на перевірці застосунку, а тоді підключіть канал знову.`,
    }),
    en: ({ platform, needs }) => ({
      message: `${platform} does not let our app read other people's pages.`,
      cure: `It takes “${needs}”: ask whoever deployed Dopys to obtain it in app review, then connect the channel again.`,
    }),
  },
  "competitor-is-own": {
    uk: () => ({ message: "Це ваша власна сторінка.", cure: "Вона й так стоїть поруч із конкурентами." }),
    en: () => ({ message: "That is your own page.", cure: "It stands beside the competitors anyway." }),
  },
  "competitor-known": {
    uk: () => ({ message: "За цією сторінкою ви вже стежите.", cure: "Знайдіть її у списку конкурентів." }),
    en: () => ({ message: "You watch this page already.", cure: "Find it in the list of competitors." }),
  },
  "competitors-too-many": {
    uk: ({ allowed }) => ({
      message: `Стежити можна щонайбільше за ${allowed} сторінками.`,
      cure: "Приберіть одну з них, перш ніж додавати нову.",
    }),
    en: ({ allowed }) => ({
      message: `At most ${allowed} pages can be watched.`,
      cure: "Remove one of them before you add another.",
    }),
  },
  "competitors-unreachable": {
    uk: () => ({ message: "Платформа зараз не відповідає про цю сторінку.", cure: "Спробуйте за кілька хвилин." }),
    en: () => ({
      message: "The platform does not answer about this page right now.",
      cure: "Try again in a few minutes.",
    }),
  },
} satisfies Record<string, FailureEntry>;
