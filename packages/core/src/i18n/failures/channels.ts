import type { Language } from "../../kernel/language.ts";
import type { FailureEntry, FailureParams } from "../failures.ts";
import { formatNumber } from "../format.ts";

const megabytes = (language: Language, bytes: unknown): string =>
  `${formatNumber(language, Number(bytes) / (1024 * 1024), 1)} ${language === "uk" ? "МБ" : "MB"}`;
const minutes = (language: Language, ms: unknown): string =>
  `${formatNumber(language, Number(ms) / 60_000, 1)} ${language === "uk" ? "хв" : "min"}`;
const count = (language: Language, value: unknown): string => formatNumber(language, Number(value));
/** `image/jpeg, image/png` as people write it: JPEG, PNG. */
const types = (list: unknown): string =>
  String(list).replace(/(?:image|video)\/(\w+)/g, (_, type: string) =>
    type === "quicktime" ? "MOV" : type.toUpperCase(),
  );

const tooMany = (uk: string, en: string): FailureEntry => ({
  uk: (p) => ({
    message: `${p.platform} приймає щонайбільше ${count("uk", p.allowed)} ${uk}, а тут ${count("uk", p.actual)}.`,
    cure: "Приберіть зайві.",
  }),
  en: (p) => ({
    message: `${p.platform} takes at most ${count("en", p.allowed)} ${en}, and here are ${count("en", p.actual)}.`,
    cure: "Remove some.",
  }),
});

const typeRefused = (uk: string, en: string): FailureEntry => ({
  uk: (p: FailureParams) => ({
    message: `${p.platform} не приймає ${uk} ${p.number}: тип ${types(p.actual)}, потрібен ${types(p.allowed)}.`,
    cure: "Збережіть файл в іншому форматі й завантажте знову.",
  }),
  en: (p: FailureParams) => ({
    message: `${p.platform} does not take ${en} ${p.number}: its type is ${types(p.actual)}, allowed are ${types(p.allowed)}.`,
    cure: "Save the file in another format and upload it again.",
  }),
});

const fileTooLarge = (uk: string, en: string): FailureEntry => ({
  uk: (p: FailureParams) => ({
    message: `${p.platform} не прийме ${uk} ${p.number}: ${megabytes("uk", p.actual)}, дозволено ${megabytes("uk", p.allowed)}.`,
    cure: "Зменште файл і завантажте знову.",
  }),
  en: (p: FailureParams) => ({
    message: `${p.platform} will not take ${en} ${p.number}: ${megabytes("en", p.actual)}, allowed are ${megabytes("en", p.allowed)}.`,
    cure: "Make the file smaller and upload it again.",
  }),
});

/** The rules of a platform that content breaks, found before anything is sent. */
export const channelsFailures = {
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
  "image-type-refused": typeRefused("фото", "picture"),
  "video-type-refused": typeRefused("відео", "video"),
  "image-too-large": fileTooLarge("фото", "picture"),
  "video-too-large": fileTooLarge("відео", "video"),
  "image-too-narrow": {
    uk: (p) => ({
      message: `${p.platform} не прийме фото ${p.number}: ширина ${count("uk", p.actual)} px, потрібно щонайменше ${count("uk", p.allowed)}.`,
      cure: "Завантажте більше.",
    }),
    en: (p) => ({
      message: `${p.platform} will not take picture ${p.number}: it is ${count("en", p.actual)} px wide, at least ${count("en", p.allowed)} are needed.`,
      cure: "Upload a larger one.",
    }),
  },
  "video-too-long": {
    uk: (p) => ({
      message: `${p.platform} не прийме відео ${p.number}: ${minutes("uk", p.actual)}, дозволено ${minutes("uk", p.allowed)}.`,
      cure: "Скоротіть відео.",
    }),
    en: (p) => ({
      message: `${p.platform} will not take video ${p.number}: ${minutes("en", p.actual)}, allowed are ${minutes("en", p.allowed)}.`,
      cure: "Shorten the video.",
    }),
  },
} satisfies Record<string, FailureEntry>;
