import type { FailureEntry } from "../failures.ts";

const states = {
  uk: {
    draft: "чернетка",
    "in-review": "на погодженні",
    "changes-requested": "потребує змін",
    approved: "погоджено",
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

/** Failures of posts and the media library. */
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
  "unknown-channel": {
    uk: () => ({ message: "Такого каналу в цьому просторі немає.", cure: "Виберіть канал зі списку." }),
    en: () => ({ message: "This workspace has no such channel.", cure: "Choose a channel from the list." }),
  },
  "channel-cannot-publish": {
    uk: (p) => ({ message: `На каналі «${p.channel}» не можна публікувати.`, cure: "Приберіть цей канал із допису." }),
    en: (p) => ({ message: `Nothing can be published on "${p.channel}".`, cure: "Remove this channel from the post." }),
  },
  "unknown-asset": {
    uk: () => ({ message: "Такого файлу в медіатеці немає.", cure: "Завантажте файл знову." }),
    en: () => ({ message: "The media library has no such file.", cure: "Upload the file again." }),
  },
  "asset-not-ready": {
    uk: (p) => ({
      message:
        p.state === "refused"
          ? `Файл «${p.fileName}» не прийнято.`
          : `Файл «${p.fileName}» ще не завантажено до кінця.`,
      cure: p.state === "refused" ? "Приберіть його або завантажте інший." : "Дочекайтеся завантаження.",
    }),
    en: (p) => ({
      message:
        p.state === "refused"
          ? `The file "${p.fileName}" was refused.`
          : `The file "${p.fileName}" is not fully uploaded yet.`,
      cure: p.state === "refused" ? "Remove it or upload another." : "Wait for the upload.",
    }),
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
  "note-missing": {
    uk: () => ({ message: "Не сказано, що змінити.", cure: "Напишіть авторові, чого бракує." }),
    en: () => ({ message: "It doesn't say what to change.", cure: "Tell the author what is missing." }),
  },
  "upload-missing": {
    uk: () => ({ message: "Файл сюди ще не надійшов.", cure: "Завантажте його за отриманою адресою." }),
    en: () => ({ message: "No file has arrived yet.", cure: "Upload it to the address you were given." }),
  },
  "media-type-unsupported": {
    uk: (p) => ({
      message: `Файли цього типу (${p.contentType}) не приймаються.`,
      cure: "Завантажте JPEG, PNG, GIF, WebP, MP4 або MOV.",
    }),
    en: (p) => ({
      message: `Files of this type (${p.contentType}) are not accepted.`,
      cure: "Upload JPEG, PNG, GIF, WebP, MP4 or MOV.",
    }),
  },
  "media-type-mismatch": {
    uk: (p) => ({
      message: `Файл названо ${p.declared}, а насправді це ${p.actual}.`,
      cure: "Завантажте його знову з правильним типом.",
    }),
    en: (p) => ({
      message: `The file says it is ${p.declared} and is really ${p.actual}.`,
      cure: "Upload it again with the right type.",
    }),
  },
  "media-size-mismatch": {
    uk: (p) => ({
      message: `Надійшло ${p.actual} байтів замість ${p.declared}.`,
      cure: "Завантаження, мабуть, обірвалося: повторіть його.",
    }),
    en: (p) => ({
      message: `${p.actual} bytes arrived instead of ${p.declared}.`,
      cure: "The upload probably broke off: repeat it.",
    }),
  },
  "media-too-large": {
    uk: (p) => ({
      message: `Файл завеликий: ${p.actual} байтів, дозволено ${p.allowed}.`,
      cure: "Зменште його й завантажте знову.",
    }),
    en: (p) => ({
      message: `The file is too large: ${p.actual} bytes, ${p.allowed} are allowed.`,
      cure: "Make it smaller and upload it again.",
    }),
  },
  "media-unreadable": {
    uk: (p) => ({
      message: `Зображення (${p.contentType}) пошкоджене: не вдалося прочитати його розміри.`,
      cure: "Збережіть його знову в редакторі й завантажте.",
    }),
    en: (p) => ({
      message: `The image (${p.contentType}) is damaged: its dimensions can't be read.`,
      cure: "Save it again in an editor and upload it.",
    }),
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
