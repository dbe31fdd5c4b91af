import type { FailureEntry } from "../failures.ts";

/** Failures of the inbox's rules. */
export const rulesFailures = {
  "rule-without-condition": {
    uk: () => ({
      message: "Правило не має жодної умови, тож діяло б на все підряд.",
      cure: "Додайте хоча б одну умову: канал, тон, слова чи щось інше.",
    }),
    en: () => ({
      message: "The rule has no condition, so it would act on everything.",
      cure: "Add at least one: a channel, a tone, words or something else.",
    }),
  },
  "rule-without-deed": {
    uk: () => ({ message: "Правило нічого не робить.", cure: "Виберіть хоча б одну дію." }),
    en: () => ({ message: "The rule does nothing.", cure: "Choose at least one thing for it to do." }),
  },
  "rule-rating-reversed": {
    uk: () => ({ message: "Найменша оцінка більша за найбільшу.", cure: "Поміняйте їх місцями." }),
    en: () => ({ message: "The lowest rating is above the highest.", cure: "Put them the other way round." }),
  },
  "rule-word-unreadable": {
    uk: (p) => ({
      message: `«${p.word}» не можна шукати в тексті.`,
      cure: "Напишіть слово, фразу або початок слова з зірочкою, щонайменше дві літери: «достав*».",
    }),
    en: (p) => ({
      message: `"${p.word}" cannot be looked for in a text.`,
      cure: 'Write a word, a phrase, or at least two letters of a word\'s beginning with a star: "deliver*".',
    }),
  },
  "too-many-rules": {
    uk: (p) => ({
      message: `У просторі може бути не більше ніж ${p.most} правил.`,
      cure: "Видаліть зайві або об'єднайте схожі.",
    }),
    en: (p) => ({
      message: `A workspace has at most ${p.most} rules.`,
      cure: "Delete those you do not need, or make one of several.",
    }),
  },
  "rule-order-incomplete": {
    uk: () => ({ message: "У новому порядку є не всі правила.", cure: "Оновіть сторінку й переставте їх ще раз." }),
    en: () => ({ message: "The new order does not hold all rules.", cure: "Reload the page and order them again." }),
  },
  "no-such-saved-reply": {
    uk: () => ({ message: "Такої збереженої відповіді вже немає.", cure: "Виберіть іншу або створіть нову." }),
    en: () => ({ message: "There is no such saved reply any more.", cure: "Choose another one, or make a new one." }),
  },
} satisfies Record<string, FailureEntry>;
