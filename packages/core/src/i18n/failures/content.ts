import type { FailureEntry } from "../failures.ts";

const states = {
  uk: {
    draft: "чернетка",
    "in-review": "на схваленні",
    "changes-requested": "потребує змін",
    approved: "схвалено",
    scheduled: "заплановано",
    canceled: "скасовано",
  },
  en: {
    draft: "draft",
    "in-review": "in review",
    "changes-requested": "changes requested",
    approved: "approved",
    scheduled: "scheduled",
    canceled: "canceled",
  },
} as const;

/** A post's state in words. */
const word = (language: "uk" | "en", state: unknown): string =>
  (states[language] as Record<string, string>)[String(state)] ?? String(state);

/** Failures of posts. */
export const contentFailures = {
  "post-state-refuses": {
    uk: (p) => ({
      message: `Для допису зі станом «${word("uk", p.state)}» ця дія неможлива.`,
      cure: "Оновіть сторінку й подивіться, що з дописом зараз.",
    }),
    en: (p) => ({
      message: `This can't be done with a post that is "${word("en", p.state)}".`,
      cure: "Reload and see where the post stands now.",
    }),
  },
  "scheduled-post-needs-approver": {
    uk: () => ({
      message: "Допис уже заплановано, тож автор не може його змінити.",
      cure: "Попросіть менеджера змінити його або зняти з календаря.",
    }),
    en: () => ({
      message: "The post is scheduled, so an author can't change it.",
      cure: "Ask a manager to change it or take it from the calendar.",
    }),
  },
  "post-channel-is-scheduled": {
    uk: () => ({
      message: "На цьому каналі допис уже заплановано, тож канал не можна прибрати.",
      cure: "Спершу скасуйте публікацію на ньому в календарі.",
    }),
    en: () => ({
      message: "The post is scheduled on this channel, so the channel can't be removed.",
      cure: "Cancel its publication in the calendar first.",
    }),
  },
  "unknown-campaign": {
    uk: () => ({ message: "Такої кампанії в цьому просторі немає.", cure: "Виберіть кампанію зі списку." }),
    en: () => ({ message: "This workspace has no such campaign.", cure: "Choose a campaign from the list." }),
  },
  "campaign-archived": {
    uk: (p) => ({
      message: `Кампанія «${p.name}» в архіві й нових дописів не приймає.`,
      cure: "Поверніть її з архіву або виберіть іншу.",
    }),
    en: (p) => ({
      message: `The campaign "${p.name}" is archived and takes no new posts.`,
      cure: "Bring it back from the archive, or choose another one.",
    }),
  },
  "campaign-code-taken": {
    uk: (p) => ({
      message: `Код «${p.code}» уже має інша кампанія, і їхні переходи рахувалися б разом.`,
      cure: "Задайте інший код, наприклад із роком.",
    }),
    en: (p) => ({
      message: `Another campaign has the code "${p.code}" already, and their visits would be counted together.`,
      cure: "Set another code, for example with the year.",
    }),
  },
  "campaign-code-needed": {
    uk: () => ({
      message: "З цієї назви не вийде коду для посилань.",
      cure: "Задайте код самі: малі латинські літери, цифри й дефіси.",
    }),
    en: () => ({
      message: "No code for links can be made of this name.",
      cure: "Set the code yourself: small Latin letters, digits and hyphens.",
    }),
  },
  "campaign-ends-before-start": {
    uk: () => ({ message: "Кампанія закінчується раніше, ніж починається.", cure: "Виберіть пізніший останній день." }),
    en: () => ({ message: "The campaign ends before it starts.", cure: "Choose a later last day." }),
  },
  "unknown-channel": {
    uk: () => ({ message: "Такого каналу в цьому просторі немає.", cure: "Виберіть канал зі списку." }),
    en: () => ({ message: "This workspace has no such channel.", cure: "Choose a channel from the list." }),
  },
  "channel-cannot-publish": {
    uk: (p) => ({ message: `На каналі «${p.channel}» не можна публікувати.`, cure: "Приберіть цей канал із допису." }),
    en: (p) => ({ message: `Nothing can be published on "${p.channel}".`, cure: "Remove this channel from the post." }),
  },
  "post-too-large": {
    uk: (p) => ({
      message: `Тексти допису разом завеликі: ${p.actual} знаків, дозволено ${p.allowed}.`,
      cure: "Скоротіть текст або поділіть допис.",
    }),
    en: (p) => ({
      message: `The post's texts are too long together: ${p.actual} characters, ${p.allowed} are allowed.`,
      cure: "Shorten the text or split the post.",
    }),
  },
  "post-has-no-channels": {
    uk: () => ({ message: "Для допису не вибрано жодного каналу.", cure: "Виберіть хоча б один." }),
    en: () => ({ message: "No channel was chosen for the post.", cure: "Choose at least one." }),
  },
  "post-breaks-rules": {
    uk: () => ({
      message: "Допис не відповідає правилам його каналів.",
      cure: "Виправте все, що позначено, й повторіть.",
    }),
    en: () => ({
      message: "The post breaks rules of its channels.",
      cure: "Correct everything that is marked and try again.",
    }),
  },
  "review-link-invalid": {
    uk: () => ({
      message: "Це посилання не веде до допису: воно неправильне, вже закінчилося або його відкликали.",
      cure: "Попросіть нове в того, хто надіслав вам це.",
    }),
    en: () => ({
      message: "This link leads to no post: it is wrong, has ended, or was taken back.",
      cure: "Ask whoever sent it to you for a new one.",
    }),
  },
  "review-outdated": {
    uk: () => ({
      message: "Поки ви дивилися, допис змінили, тож відповідь не записано.",
      cure: "Перегляньте нову версію й дайте відповідь на неї.",
    }),
    en: () => ({
      message: "The post was changed while you looked at it, so the answer was not recorded.",
      cure: "Look at the new version and answer that one.",
    }),
  },
  "review-answered": {
    uk: () => ({
      message: "На цю версію допису за цим посиланням уже відповіли.",
      cure: "Якщо думка змінилася, скажіть про це тому, хто надіслав посилання.",
    }),
    en: () => ({
      message: "This version of the post has been answered through this link already.",
      cure: "If you think otherwise now, tell whoever sent you the link.",
    }),
  },
  "too-many-review-links": {
    uk: (p) => ({
      message: `Для цього допису вже відкрито ${p.allowed} посилань, більше не можна.`,
      cure: "Відкличте ті, що вже не потрібні.",
    }),
    en: (p) => ({
      message: `This post has ${p.allowed} open links already, which is the most.`,
      cure: "Take back those you no longer need.",
    }),
  },
  "note-missing": {
    uk: () => ({ message: "Не сказано, що змінити.", cure: "Напишіть авторові, чого бракує." }),
    en: () => ({ message: "It doesn't say what to change.", cure: "Tell the author what is missing." }),
  },
  "experiment-without-change": {
    uk: () => ({
      message: "Другий варіант нічим не відрізняється від першого.",
      cure: "Змініть текст, посилання або файли.",
    }),
    en: () => ({ message: "The second variant is the same as the first.", cure: "Change its text, link or files." }),
  },
  "experiment-exists": {
    uk: () => ({
      message: "Цей допис уже порівнюють на цьому каналі.",
      cure: "Відкрийте порівняння й змініть другий варіант там.",
    }),
    en: () => ({
      message: "This post is already being tested on this channel.",
      cure: "Open that test and change its second variant there.",
    }),
  },
} satisfies Record<string, FailureEntry>;
