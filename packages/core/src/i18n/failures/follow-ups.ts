import type { Language } from "../../kernel/language.ts";
import type { FailureEntry } from "../failures.ts";
import { formatNumber } from "../format.ts";
import { formatWord } from "../formats.ts";

const count = (language: Language, value: unknown): string => formatNumber(language, Number(value));

/** Said of a platform that has several formats. */
const inFormat = (language: Language, format: unknown): string => {
  if (format === undefined) return "";
  return language === "uk"
    ? ` у форматі «${formatWord(language, format)}»`
    : ` in the format "${formatWord(language, format)}"`;
};

/** The rules of a platform that a first comment or a thread breaks, found before anything is sent. */
export const followUpFailures = {
  "first-comment-not-supported": {
    uk: (p) => ({
      message: `${p.platform} не має першого коментаря${inFormat("uk", p.format)}.`,
      cure: "Приберіть перший коментар для цього каналу або допишіть його до тексту.",
    }),
    en: (p) => ({
      message: `${p.platform} has no first comment${inFormat("en", p.format)}.`,
      cure: "Leave the first comment out on this channel, or add it to the text.",
    }),
  },
  "first-comment-too-long": {
    uk: (p) => ({
      message: `Перший коментар задовгий для ${p.platform}: ${count("uk", p.actual)}, дозволено ${count("uk", p.allowed)} символів.`,
      cure: `Скоротіть на ${count("uk", Number(p.actual) - Number(p.allowed))}.`,
    }),
    en: (p) => ({
      message: `The first comment is too long for ${p.platform}: ${count("en", p.actual)}, allowed are ${count("en", p.allowed)} characters.`,
      cure: `Shorten it by ${count("en", Number(p.actual) - Number(p.allowed))}.`,
    }),
  },
  "thread-not-supported": {
    uk: (p) => ({
      message: `${p.platform} не дає продовжити допис гілкою${inFormat("uk", p.format)}.`,
      cure: "Приберіть продовження для цього каналу або об’єднайте його з текстом.",
    }),
    en: (p) => ({
      message: `${p.platform} does not let a post go on as a thread${inFormat("en", p.format)}.`,
      cure: "Leave the further parts out on this channel, or join them to the text.",
    }),
  },
  "too-many-thread-parts": {
    uk: (p) => ({
      message: `Забагато частин гілки для ${p.platform}: ${count("uk", p.actual)}, дозволено ${count("uk", p.allowed)}.`,
      cure: "Об’єднайте кілька частин або приберіть зайві.",
    }),
    en: (p) => ({
      message: `The thread has too many parts for ${p.platform}: ${count("en", p.actual)}, allowed are ${count("en", p.allowed)}.`,
      cure: "Join some parts or remove some.",
    }),
  },
  "thread-part-too-long": {
    uk: (p) => ({
      message: `Частина гілки ${p.number} задовга для ${p.platform}: ${count("uk", p.actual)}, дозволено ${count("uk", p.allowed)} символів.`,
      cure: `Скоротіть на ${count("uk", Number(p.actual) - Number(p.allowed))}.`,
    }),
    en: (p) => ({
      message: `Part ${p.number} of the thread is too long for ${p.platform}: ${count("en", p.actual)}, allowed are ${count("en", p.allowed)} characters.`,
      cure: `Shorten it by ${count("en", Number(p.actual) - Number(p.allowed))}.`,
    }),
  },
  "thread-part-empty": {
    uk: (p) => ({ message: `Частина гілки ${p.number} порожня.`, cure: "Напишіть її текст або приберіть її." }),
    en: (p) => ({ message: `Part ${p.number} of the thread is empty.`, cure: "Write its text or remove it." }),
  },
  "thread-part-without-media": {
    uk: (p) => ({
      message: `${p.platform} не приймає файлів у частинах гілки, а в частині ${p.number} вони є.`,
      cure: "Приберіть файли з цієї частини.",
    }),
    en: (p) => ({
      message: `${p.platform} takes no files in the parts of a thread, and part ${p.number} has some.`,
      cure: "Remove the files from this part.",
    }),
  },
} satisfies Readonly<Record<string, FailureEntry>>;
