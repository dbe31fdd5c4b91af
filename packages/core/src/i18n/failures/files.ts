import type { Language } from "../../kernel/language.ts";
import type { FailureEntry, FailureParams } from "../failures.ts";
import { formatNumber } from "../format.ts";

const megabytes = (language: Language, bytes: unknown): string =>
  `${formatNumber(language, Number(bytes) / (1024 * 1024), 1)} ${language === "uk" ? "МБ" : "MB"}`;
const count = (language: Language, value: unknown): string => formatNumber(language, Number(value));

/** Under two minutes in seconds, so that 2.5 s and 90 s are told as what they are. */
function duration(language: Language, ms: unknown): string {
  const seconds = Number(ms) / 1000;
  if (seconds < 120) return `${formatNumber(language, seconds, 1)} ${language === "uk" ? "с" : "s"}`;
  return `${formatNumber(language, seconds / 60, 1)} ${language === "uk" ? "хв" : "min"}`;
}

/** `image/jpeg, image/png` as people write it: JPEG, PNG. */
const types = (list: unknown): string =>
  String(list).replace(/(?:image|video)\/(\w+)/g, (_, type: string) =>
    type === "quicktime" ? "MOV" : type.toUpperCase(),
  );

/** The last comma of a list as a word: JPEG or PNG. */
const anyOf = (list: string, or: string): string => list.replace(/, (?=[^,]*$)/, ` ${or} `);

const quoted = (language: Language, name: unknown): string => (language === "uk" ? `«${name}»` : `"${name}"`);
/** The platform, and which of its channels where that is known. */
const where = (language: Language, p: FailureParams): string =>
  p.channel ? `${p.platform} (${quoted(language, p.channel)})` : String(p.platform);
/** Which of a post's files it is: its place, and its name where that is known. */
const which = (language: Language, p: FailureParams): string =>
  p.file ? `${p.number} (${quoted(language, p.file)})` : String(p.number);

const typeRefused = (uk: string, en: string): FailureEntry => ({
  uk: (p: FailureParams) => ({
    message: `${where("uk", p)} не приймає ${uk} ${which("uk", p)}: тип ${types(p.actual)}, потрібен ${types(p.allowed)}.`,
    cure: `Збережіть файл як ${anyOf(types(p.allowed), "або")} і завантажте знову.`,
  }),
  en: (p: FailureParams) => ({
    message: `${where("en", p)} does not take ${en} ${which("en", p)}: its type is ${types(p.actual)}, allowed are ${types(p.allowed)}.`,
    cure: `Save the file as ${anyOf(types(p.allowed), "or")} and upload it again.`,
  }),
});

const tooLarge = (uk: string, en: string): FailureEntry => ({
  uk: (p: FailureParams) => ({
    message: `${where("uk", p)} не прийме ${uk} ${which("uk", p)}: ${megabytes("uk", p.actual)}, дозволено ${megabytes("uk", p.allowed)}.`,
    cure: "Зменште файл і завантажте знову.",
  }),
  en: (p: FailureParams) => ({
    message: `${where("en", p)} will not take ${en} ${which("en", p)}: ${megabytes("en", p.actual)}, allowed are ${megabytes("en", p.allowed)}.`,
    cure: "Make the file smaller and upload it again.",
  }),
});

const tooNarrow = (uk: string, en: string): FailureEntry => ({
  uk: (p) => ({
    message: `${where("uk", p)} не прийме ${uk} ${which("uk", p)}: ширина ${count("uk", p.actual)} px, потрібно щонайменше ${count("uk", p.allowed)}.`,
    cure: "Завантажте більше.",
  }),
  en: (p) => ({
    message: `${where("en", p)} will not take ${en} ${which("en", p)}: it is ${count("en", p.actual)} px wide, at least ${count("en", p.allowed)} are needed.`,
    cure: "Upload a larger one.",
  }),
});

const tooWide = (uk: string, en: string): FailureEntry => ({
  uk: (p) => ({
    message: `${where("uk", p)} не прийме ${uk} ${which("uk", p)}: ширина ${count("uk", p.actual)} px, дозволено щонайбільше ${count("uk", p.allowed)}.`,
    cure: "Зменште розмір кадру й завантажте знову.",
  }),
  en: (p) => ({
    message: `${where("en", p)} will not take ${en} ${which("en", p)}: it is ${count("en", p.actual)} px wide, at most ${count("en", p.allowed)} are allowed.`,
    cure: "Scale it down and upload it again.",
  }),
});

/** `1080:1920` as the size it is. */
const size = (pixels: unknown): string => String(pixels).replace(":", " × ");

const shape = (uk: string, en: string, how: "tall" | "flat"): FailureEntry => ({
  uk: (p) => ({
    message: `${where("uk", p)} не прийме ${uk} ${which("uk", p)}: кадр ${size(p.actual)} px ${how === "tall" ? "завузький для своєї висоти" : "заширокий для своєї висоти"}, дозволене співвідношення сторін ${p.allowed}.`,
    cure: how === "tall" ? "Обріжте зверху або знизу й завантажте знову." : "Обріжте з боків і завантажте знову.",
  }),
  en: (p) => ({
    message: `${where("en", p)} will not take ${en} ${which("en", p)}: ${size(p.actual)} px is too ${how === "tall" ? "tall for its width" : "wide for its height"}, allowed are ${p.allowed}.`,
    cure:
      how === "tall"
        ? "Crop it at the top or bottom and upload it again."
        : "Crop it at the sides and upload it again.",
  }),
});

/** The rules of a platform that a file breaks. */
export const filesFailures = {
  "image-type-refused": typeRefused("фото", "picture"),
  "video-type-refused": typeRefused("відео", "video"),
  "image-too-large": tooLarge("фото", "picture"),
  "video-too-large": tooLarge("відео", "video"),
  "image-too-narrow": tooNarrow("фото", "picture"),
  "video-too-narrow": tooNarrow("відео", "video"),
  "image-too-wide": tooWide("фото", "picture"),
  "video-too-wide": tooWide("відео", "video"),
  "image-too-tall": shape("фото", "picture", "tall"),
  "video-too-tall": shape("відео", "video", "tall"),
  "image-too-flat": shape("фото", "picture", "flat"),
  "video-too-flat": shape("відео", "video", "flat"),
  "video-too-short": {
    uk: (p) => ({
      message: `${where("uk", p)} не прийме відео ${which("uk", p)}: ${duration("uk", p.actual)}, потрібно щонайменше ${duration("uk", p.allowed)}.`,
      cure: "Зробіть відео довшим.",
    }),
    en: (p) => ({
      message: `${where("en", p)} will not take video ${which("en", p)}: ${duration("en", p.actual)}, at least ${duration("en", p.allowed)} are needed.`,
      cure: "Make the video longer.",
    }),
  },
  "video-too-long": {
    uk: (p) => ({
      message: `${where("uk", p)} не прийме відео ${which("uk", p)}: ${duration("uk", p.actual)}, дозволено ${duration("uk", p.allowed)}.`,
      cure: "Скоротіть відео.",
    }),
    en: (p) => ({
      message: `${where("en", p)} will not take video ${which("en", p)}: ${duration("en", p.actual)}, allowed are ${duration("en", p.allowed)}.`,
      cure: "Shorten the video.",
    }),
  },
} satisfies Record<string, FailureEntry>;
