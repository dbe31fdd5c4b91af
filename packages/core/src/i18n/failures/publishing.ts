import type { FailureEntry } from "../failures.ts";
import { platformRuleText } from "./platform-rules.ts";

const states = {
  uk: {
    scheduled: "заплановано",
    publishing: "публікується",
    processing: "платформа обробляє",
    published: "опубліковано",
    failed: "не опубліковано",
    unconfirmed: "перевіряється на платформі",
    canceled: "скасовано",
  },
  en: {
    scheduled: "scheduled",
    publishing: "being published",
    processing: "processed by the platform",
    published: "published",
    failed: "failed",
    unconfirmed: "being looked for on the platform",
    canceled: "canceled",
  },
} as const;

/** A publication's state in words. */
const word = (language: "uk" | "en", state: unknown): string =>
  (states[language] as Record<string, string>)[String(state)] ?? String(state);

/** Puts the name of the file in front, where a failure is of one. */
const namingFile = (entry: FailureEntry): FailureEntry => {
  const named =
    (language: "uk" | "en"): FailureEntry["uk"] =>
    (p) => {
      const { message, ...rest } = entry[language](p);
      return { message: p.file ? `«${p.file}»: ${message}` : message, ...rest };
    };
  return { uk: named("uk"), en: named("en") };
};

/** Failures of scheduling, and why a publication did not appear. */
export const publishingFailures = {
  "due-in-past": {
    uk: () => ({ message: "Цей час уже минув.", cure: "Виберіть пізніший або опублікуйте зараз." }),
    en: () => ({ message: "This time has passed.", cure: "Choose a later one or publish now." }),
  },
  "due-too-far": {
    uk: () => ({ message: "Планувати можна щонайбільше на два роки вперед.", cure: "Виберіть ближчий час." }),
    en: () => ({ message: "Posts can be planned at most two years ahead.", cure: "Choose an earlier time." }),
  },
  "no-free-slot": {
    uk: (p) => ({
      message: `У розкладі каналу «${p.channel}» немає вільного часу на 12 тижнів уперед.`,
      cure: "Додайте час до розкладу каналу або виберіть його самі.",
    }),
    en: (p) => ({
      message: `The schedule of "${p.channel}" has no free slot in the next 12 weeks.`,
      cure: "Add slots to the channel's schedule or choose a time yourself.",
    }),
  },
  "already-scheduled": {
    uk: (p) => ({
      message: `Цей допис уже є на каналі «${p.channel}»: ${word("uk", p.state)}.`,
      cure: "Перенесіть наявну публікацію або створіть копію допису.",
    }),
    en: (p) => ({
      message: `This post is on "${p.channel}" already: ${word("en", p.state)}.`,
      cure: "Move that publication or copy the post.",
    }),
  },
  "channel-needs-reconnect": {
    uk: (p) => ({ message: `Канал «${p.channel}» втратив доступ.`, cure: "Підключіть його знову." }),
    en: (p) => ({ message: `The channel "${p.channel}" has lost its access.`, cure: "Connect it again." }),
  },
  "post-not-approved": {
    uk: () => ({ message: "Цей допис ще не схвалено.", cure: "Схваліть його, а тоді плануйте." }),
    en: () => ({ message: "This post is not approved yet.", cure: "Approve it, then schedule it." }),
  },
  "publication-too-late": {
    uk: (p) => ({
      message: `Запізно: публікацію вже не змінити (${word("uk", p.state)}).`,
      cure: "Зміни тепер можливі лише на самій платформі.",
    }),
    en: (p) => ({
      message: `Too late: this publication can't be changed any more (${word("en", p.state)}).`,
      cure: "It can now only be changed on the platform itself.",
    }),
  },
  "publication-stale": {
    uk: (p) => ({
      message: `Публікація запізнилася більш ніж на ${p.hours} год, тому не вийшла без вашої згоди.`,
      cure: "Виберіть новий час або опублікуйте зараз.",
    }),
    en: (p) => ({
      message: `The publication was over ${p.hours} hours late, so it did not go out without your consent.`,
      cure: "Choose a new time or publish now.",
    }),
  },
  "publication-pace-exceeded": {
    uk: (p) => ({
      message: `На цей час у каналу забагато дописів: черга цього настала б аж більш ніж за ${p.hours} год.`,
      cure: "Виберіть для допису інший час.",
    }),
    en: (p) => ({
      message: `The channel has too many posts for this time: the turn of this one would have come over ${p.hours} hours late.`,
      cure: "Choose another time for the post.",
    }),
  },
  "publication-post-gone": {
    uk: () => ({ message: "Допис скасовано до його часу.", cure: "Якщо він потрібен, створіть його знову." }),
    en: () => ({ message: "The post was canceled before its time.", cure: "If you need it, create it again." }),
  },
  "publication-channel-gone": {
    uk: () => ({ message: "Каналу цієї публікації більше немає.", cure: "Підключіть канал і заплануйте допис знову." }),
    en: () => ({
      message: "The channel of this publication is gone.",
      cure: "Connect the channel and schedule the post again.",
    }),
  },
  "publication-media-unusable": {
    uk: (p) => ({
      message: p.file ? `Файл «${p.file}» більше недоступний.` : "Один із файлів допису більше недоступний.",
      cure: "Замініть файл і заплануйте знову.",
    }),
    en: (p) => ({
      message: p.file ? `The file "${p.file}" is not usable any more.` : "A file of the post is not usable any more.",
      cure: "Replace it and schedule again.",
    }),
  },
  "publication-unsettled": {
    uk: () => ({
      message: "Не вдалося з'ясувати, чи з'явився допис на платформі.",
      cure: "Подивіться на сторінку самі; якщо допису немає, заплануйте його знову.",
    }),
    en: () => ({
      message: "We could not find out whether the post appeared on the platform.",
      cure: "Look at the page yourself; if the post is not there, schedule it again.",
    }),
  },
  "publication-processing-too-long": {
    uk: () => ({
      message: "Платформа обробляє допис уже понад добу.",
      cure: "Подивіться на сторінку самі; якщо допису немає, заплануйте його знову.",
    }),
    en: () => ({
      message: "The platform has been processing the post for over a day.",
      cure: "Look at the page yourself; if the post is not there, schedule it again.",
    }),
  },
  "publication-connector-fault": {
    uk: () => ({ message: "Dopys не знає, як опублікувати такий допис.", cure: "Повідомте свого адміністратора." }),
    en: () => ({ message: "Dopys does not know how to publish this post.", cure: "Tell your operator." }),
  },
  "publication-rate-limited": {
    uk: () => ({
      message: "Платформа надто довго обмежує кількість дописів цього каналу.",
      cure: "Заплануйте допис на пізніше.",
    }),
    en: () => ({
      message: "The platform limits this channel's number of posts for too long.",
      cure: "Schedule the post for later.",
    }),
  },
  "publication-auth-expired": {
    uk: () => ({
      message: "Платформа більше не дає доступу до каналу.",
      cure: "Підключіть канал знову й перенесіть публікацію на новий час.",
    }),
    en: () => ({
      message: "The platform no longer gives access to the channel.",
      cure: "Connect the channel again and choose a new time for the publication.",
    }),
  },
  "publication-permission": {
    uk: (p) => ({
      message: `Платформа не дозволяє публікувати на цьому каналі (код ${p.platformCode}).`,
      cure: "Перевірте свою роль на сторінці й підключіть канал знову з усіма дозволами.",
    }),
    en: (p) => ({
      message: `The platform does not permit publishing on this channel (code ${p.platformCode}).`,
      cure: "Check your role on the page and connect the channel again with all permissions.",
    }),
  },
  "publication-invalid-content": namingFile({
    uk: (p) => platformRuleText("uk", String(p.rule)),
    en: (p) => platformRuleText("en", String(p.rule)),
  }),
  "publication-not-found": {
    uk: (p) => ({
      message: `Платформа не знаходить цього каналу (код ${p.platformCode}).`,
      cure: "Перевірте, чи існує сторінка, й підключіть її знову.",
    }),
    en: (p) => ({
      message: `The platform can't find this channel (code ${p.platformCode}).`,
      cure: "Check that the page exists and connect it again.",
    }),
  },
  "publication-duplicate": {
    uk: () => ({
      message: "Платформа каже, що такий допис там уже є.",
      cure: "Змініть текст, якщо він справді новий.",
    }),
    en: () => ({
      message: "The platform says that this post is there already.",
      cure: "Change the text if it really is a new one.",
    }),
  },
  "publication-blocked": {
    uk: (p) => ({
      message: `Платформа тимчасово заблокувала дії на каналі (код ${p.platformCode}).`,
      cure: "Зайдіть на платформу, подивіться її повідомлення й спробуйте пізніше.",
    }),
    en: (p) => ({
      message: `The platform has blocked actions on the channel for a time (code ${p.platformCode}).`,
      cure: "Sign in to the platform, read its notice and try later.",
    }),
  },
  "publication-transient": namingFile({
    uk: (p) => ({
      message: `Платформа щоразу відповідала збоєм (код ${p.platformCode}).`,
      cure: "Перенесіть публікацію на пізніший час.",
    }),
    en: (p) => ({
      message: `The platform failed at every attempt (code ${p.platformCode}).`,
      cure: "Choose a later time for the publication.",
    }),
  }),
  "publication-unknown": namingFile({
    uk: (p) => ({
      message: `Платформа відмовила без зрозумілої причини (код ${p.platformCode}).`,
      cure: "Перенесіть публікацію на пізніший час; якщо повториться, повідомте адміністратора.",
    }),
    en: (p) => ({
      message: `The platform refused without a clear cause (code ${p.platformCode}).`,
      cure: "Choose a later time; if it happens again, tell your operator.",
    }),
  }),
} satisfies Record<string, FailureEntry>;
