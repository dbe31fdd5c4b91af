import type { Language } from "../../kernel/language.ts";
import type { FailureEntry } from "../failures.ts";
import { formatNumber } from "../format.ts";
import { formatWord } from "../formats.ts";
import { followUpFailures } from "./follow-ups.ts";

const count = (language: Language, value: unknown): string => formatNumber(language, Number(value));
/** Too many of something; none at all where the format takes none. */
const tooMany = (uk: string, en: string): FailureEntry => ({
  uk: (p) =>
    p.allowed === 0
      ? { message: `${p.platform} не приймає ${uk} у цьому форматі.`, cure: "Приберіть їх або виберіть інший формат." }
      : {
          message: `${p.platform} приймає щонайбільше ${count("uk", p.allowed)} ${uk}, а тут ${count("uk", p.actual)}.`,
          cure: "Приберіть зайві.",
        },
  en: (p) =>
    p.allowed === 0
      ? { message: `${p.platform} takes no ${en} in this format.`, cure: "Remove them or choose another format." }
      : {
          message: `${p.platform} takes at most ${count("en", p.allowed)} ${en}, and here are ${count("en", p.actual)}.`,
          cure: "Remove some.",
        },
});

const tooManyWords = (uk: string, en: string): FailureEntry => ({
  uk: (p) => ({
    message: `${p.platform} приймає щонайбільше ${count("uk", p.allowed)} ${uk}, а в тексті ${count("uk", p.actual)}.`,
    cure: `Приберіть ${count("uk", Number(p.actual) - Number(p.allowed))}.`,
  }),
  en: (p) => ({
    message: `${p.platform} takes at most ${count("en", p.allowed)} ${en}, and the text has ${count("en", p.actual)}.`,
    cure: `Remove ${count("en", Number(p.actual) - Number(p.allowed))}.`,
  }),
});

/** The names of formats in a list: Feed, Reel. */
const formats = (language: Language, list: unknown): string =>
  String(list)
    .split(", ")
    .map((name) => formatWord(language, name))
    .join(", ");

/** The rules of a platform that content breaks, found before anything is sent. */
export const channelsFailures = {
  ...followUpFailures,
  "text-too-long": {
    uk: (p) => ({
      message: `Текст задовгий для ${p.platform}: ${count("uk", p.actual)}, дозволено ${count("uk", p.allowed)} символів.`,
      cure: `Скоротіть на ${count("uk", Number(p.actual) - Number(p.allowed))}.`,
    }),
    en: (p) => ({
      message: `The text is too long for ${p.platform}: ${count("en", p.actual)}, allowed are ${count("en", p.allowed)} characters.`,
      cure: `Shorten it by ${count("en", Number(p.actual) - Number(p.allowed))}.`,
    }),
  },
  "text-required": {
    uk: (p) => ({ message: `${p.platform} потребує тексту.`, cure: "Напишіть текст." }),
    en: (p) => ({ message: `${p.platform} needs a text.`, cure: "Write a text." }),
  },
  "content-empty": {
    uk: () => ({ message: "Допис порожній.", cure: "Додайте текст, посилання або фото." }),
    en: () => ({ message: "The post is empty.", cure: "Add a text, a link or a picture." }),
  },
  "link-invalid": {
    uk: () => ({ message: "Посилання не є вебадресою.", cure: "Почніть його з https://." }),
    en: () => ({ message: "The link is not a web address.", cure: "Begin it with https://." }),
  },
  "too-many-images": tooMany("фото", "pictures"),
  "too-many-videos": tooMany("відео", "videos"),
  "images-with-video": {
    uk: (p) => ({
      message: `${p.platform} не приймає фото й відео в одному дописі.`,
      cure: "Залиште або фото, або відео.",
    }),
    en: (p) => ({
      message: `${p.platform} does not take pictures and a video in one post.`,
      cure: "Keep either the pictures or the video.",
    }),
  },
  "media-required": {
    uk: (p) => ({ message: `${p.platform} потребує фото або відео.`, cure: "Додайте файл." }),
    en: (p) => ({ message: `${p.platform} needs a picture or a video.`, cure: "Add a file." }),
  },
  "video-required": {
    uk: (p) => ({ message: `${p.platform} потребує відео в цьому форматі.`, cure: "Додайте відео." }),
    en: (p) => ({ message: `${p.platform} needs a video in this format.`, cure: "Add a video." }),
  },
  "video-alone": {
    uk: (p) => ({
      message: `${p.platform} публікує одне відео лише у форматі «${formatWord("uk", p.format)}».`,
      cure: `Виберіть для цього каналу формат «${formatWord("uk", p.format)}» або додайте фото.`,
    }),
    en: (p) => ({
      message: `${p.platform} publishes a lone video only as "${formatWord("en", p.format)}".`,
      cure: `Choose the format "${formatWord("en", p.format)}" for this channel or add a picture.`,
    }),
  },
  "too-many-files": tooMany("файлів", "files"),
  "too-many-hashtags": tooManyWords("хештегів", "hashtags"),
  "too-many-mentions": tooManyWords("згадок через @", "mentions by @"),
  "text-not-taken": {
    uk: (p) => ({
      message: `${p.platform} не показує тексту в цьому форматі, а тут ${count("uk", p.actual)} символів.`,
      cure: "Очистіть текст і посилання для цього каналу: слова розмістіть на самому фото чи відео.",
    }),
    en: (p) => ({
      message: `${p.platform} shows no text in this format, and here are ${count("en", p.actual)} characters.`,
      cure: "Clear the text and the link for this channel: put the words into the picture or video itself.",
    }),
  },
  "format-unknown": {
    uk: (p) => ({
      message: `${p.platform} не має формату «${formatWord("uk", p.actual)}».`,
      cure: `Виберіть для цього каналу інший: ${formats("uk", p.allowed)}.`,
    }),
    en: (p) => ({
      message: `${p.platform} has no format "${formatWord("en", p.actual)}".`,
      cure: `Choose another for this channel: ${formats("en", p.allowed)}.`,
    }),
  },
} satisfies Record<string, FailureEntry>;
