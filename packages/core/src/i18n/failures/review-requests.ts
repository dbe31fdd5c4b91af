import type { FailureEntry } from "../failures.ts";
import { formatDay } from "../format.ts";

const biases = {
  uk: {
    selective: "звертається лише до задоволених або відсилає незадоволених кудись інде",
    praise: "просить про похвалу",
    reward: "обіцяє за відгук винагороду",
  },
  en: {
    selective: "asks only the happy ones, or sends the unhappy ones elsewhere",
    praise: "asks for praise",
    reward: "offers something for a review",
  },
} as const;
type Bias = keyof (typeof biases)["uk"];

/** Failures of asking customers for reviews. */
export const reviewRequestFailures = {
  "review-place-missing": {
    uk: () => ({
      message: "Не вказано, де люди можуть залишити відгук.",
      cure: "Додайте в налаштуваннях хоча б один канал із посиланням на відгуки.",
    }),
    en: () => ({
      message: "It is not said yet where people can leave a review.",
      cure: "Add at least one channel with its review link in the settings.",
    }),
  },
  "unknown-review-place": {
    uk: () => ({
      message: "Одного з каналів для відгуків більше немає.",
      cure: "Оновіть сторінку й виберіть канал зі списку.",
    }),
    en: () => ({ message: "One of the channels is no longer there.", cure: "Reload and choose one from the list." }),
  },
  "request-not-neutral": {
    uk: (p) => ({
      message: `Текст не для всіх однаковий: «${p.words}» ${biases.uk[p.bias as Bias]}. Платформи це забороняють.`,
      cure: "Запитайте просто, як усе пройшло: усіх однаково й без обіцянок.",
    }),
    en: (p) => ({
      message: `The text is not neutral: "${p.words}" ${biases.en[p.bias as Bias]}. Platforms forbid that.`,
      cure: "Just ask how it was: everybody alike, promising nothing.",
    }),
  },
  "unknown-request-word": {
    uk: (p) => ({
      message: `Місця ${p.place} лист не заповнить: людина побачила б його таким, як воно є.`,
      cure: "Є {name} і {company}; решту впишіть словами.",
    }),
    en: (p) => ({
      message: `The mail fills in no ${p.place}: people would see it as it stands.`,
      cure: "There are {name} and {company}; write everything else in words.",
    }),
  },
  "request-settings-changed": {
    uk: () => ({
      message: "Налаштування щойно змінив хтось інший.",
      cure: "Оновіть сторінку й внесіть свої зміни знову.",
    }),
    en: () => ({
      message: "Somebody else has just changed the settings.",
      cure: "Reload and make your change again.",
    }),
  },
  "person-asked-already": {
    uk: (p) => ({
      message: "Цю людину вже нещодавно просили про відгук.",
      // The year ends with "р." in Ukrainian, and the sentence with it.
      cure: `Знову запитати можна з ${formatDay("uk", String(p.day), { day: "numeric", month: "long", year: "numeric" })}`,
    }),
    en: (p) => ({
      message: "This person was asked for a review not long ago.",
      cure: `They may be asked again from ${formatDay("en", String(p.day), { day: "numeric", month: "long", year: "numeric" })}.`,
    }),
  },
  "person-refuses-requests": {
    uk: () => ({
      message: "Цю людину не можна запитувати: вона відмовилася, або листи на її адресу не доходять.",
      cure: "Не пишіть їй про відгук. Якщо адреса змінилася, вкажіть нову.",
    }),
    en: () => ({
      message: "This person may not be asked: they said no, or mail to their address comes back.",
      cure: "Do not write to them about reviews. If the address is an old one, give the new one.",
    }),
  },
  "request-not-waiting": {
    uk: () => ({
      message: "Скасувати вже не можна: запит надіслано або з ним покінчено раніше.",
      cure: "Оновіть сторінку, щоб побачити його стан.",
    }),
    en: () => ({
      message: "This can't be taken back: it was sent already, or is settled otherwise.",
      cure: "Reload to see how it stands.",
    }),
  },
  "request-link-invalid": {
    uk: () => ({
      message: "Це посилання нікуди не веде.",
      cure: "Відкрийте його з листа ще раз.",
    }),
    en: () => ({ message: "This link leads nowhere.", cure: "Open it from the mail once more." }),
  },
} satisfies Record<string, FailureEntry>;
