import type { FailureEntry, FailureParams } from "../failures.ts";
import { formatInstant, formatNumber } from "../format.ts";

/** The file by its name, and the channel where the failure is of one. */
const file = (p: FailureParams): string => `«${p.fileName}»`;
const onChannelUk = (p: FailureParams): string => (p.channel ? `Канал «${p.channel}»: ` : "");
const onChannelEn = (p: FailureParams): string => (p.channel ? `Channel "${p.channel}": ` : "");

const megabytes = (language: "uk" | "en", bytes: unknown): string =>
  `${formatNumber(language, Number(bytes) / 1_000_000, 1)} ${language === "uk" ? "МБ" : "MB"}`;
const bytes = (language: "uk" | "en", value: unknown): string => formatNumber(language, Number(value));

/** `image/jpeg` as people write it: JPEG. */
const type = (contentType: unknown): string =>
  String(contentType)
    .replace(/^(?:image|video|application|text)\//, "")
    .replace("quicktime", "MOV")
    .toUpperCase();

/** What the bytes were found to be, where they were recognised. */
const found = (p: FailureParams): string => (p.contentType === "unknown" ? "" : ` (${p.contentType})`);

/** What a post needs of a file that it does not have. */
const notReady = {
  refused: {
    uk: ["не прийнято", "Приберіть його або завантажте інший."],
    en: ["was refused", "Remove it or upload another."],
  },
  removed: {
    uk: ["видалено з медіатеки", "Приберіть його з допису або завантажте знову."],
    en: ["was deleted from the media library", "Remove it from the post or upload it again."],
  },
  pending: {
    uk: ["ще не завантажено до кінця", "Дочекайтеся завантаження."],
    en: ["is not fully uploaded yet", "Wait for the upload."],
  },
} as const;

const stateOf = (p: FailureParams) => notReady[p.state === "refused" || p.state === "removed" ? p.state : "pending"];

/** Failures of files; each names the file it is about. */
export const mediaFailures = {
  "unknown-asset": {
    uk: (p) => ({
      message: `${onChannelUk(p)}файлу, який показує допис, у медіатеці немає.`.replace(/^ф/, "Ф"),
      cure: "Приберіть його з допису або завантажте знову.",
    }),
    en: (p) => ({
      message: `${onChannelEn(p)}the media library does not have a file that the post shows.`.replace(/^t/, "T"),
      cure: "Remove it from the post or upload it again.",
    }),
  },
  "asset-not-ready": {
    uk: (p) => {
      const [what, cure] = stateOf(p).uk;
      return { message: `${onChannelUk(p)}файл ${file(p)} ${what}.`.replace(/^ф/, "Ф"), cure };
    },
    en: (p) => {
      const [what, cure] = stateOf(p).en;
      return { message: `${onChannelEn(p)}the file "${p.fileName}" ${what}.`.replace(/^t/, "T"), cure };
    },
  },
  "upload-missing": {
    uk: (p) => ({ message: `Файл ${file(p)} ще не надійшов.`, cure: "Завантажте його за отриманою адресою." }),
    en: (p) => ({
      message: `The file "${p.fileName}" has not arrived yet.`,
      cure: "Upload it to the address you were given.",
    }),
  },
  "media-type-unsupported": {
    uk: (p) => ({
      message: `Файл ${file(p)} не прийнято: це не зображення й не відео, яке беруть канали${found(p)}.`,
      cure: "Завантажте JPEG, PNG, GIF, WebP, MP4 або MOV.",
    }),
    en: (p) => ({
      message: `The file "${p.fileName}" was refused: it is no picture or video that channels take${found(p)}.`,
      cure: "Upload JPEG, PNG, GIF, WebP, MP4 or MOV.",
    }),
  },
  "media-type-mismatch": {
    uk: (p) => ({
      message: `Файл ${file(p)} не прийнято: його названо ${type(p.declared)}, а насправді це ${type(p.actual)}.`,
      cure: "Дайте йому правильне розширення й завантажте знову.",
    }),
    en: (p) => ({
      message: `The file "${p.fileName}" was refused: it says it is ${type(p.declared)} and is really ${type(p.actual)}.`,
      cure: "Give it the right ending and upload it again.",
    }),
  },
  "media-size-mismatch": {
    uk: (p) => ({
      message: `Файл ${file(p)} надійшов не цілим: ${bytes("uk", p.actual)} байтів замість ${bytes("uk", p.declared)}.`,
      cure: "Завантажте його ще раз.",
    }),
    en: (p) => ({
      message: `The file "${p.fileName}" did not arrive whole: ${bytes("en", p.actual)} bytes instead of ${bytes("en", p.declared)}.`,
      cure: "Upload it again.",
    }),
  },
  "media-too-large": {
    uk: (p) => ({
      message: `Файл ${file(p)} завеликий: ${megabytes("uk", p.actual)}, дозволено ${megabytes("uk", p.allowed)}.`,
      cure: "Зменште його й завантажте знову.",
    }),
    en: (p) => ({
      message: `The file "${p.fileName}" is too large: ${megabytes("en", p.actual)}, ${megabytes("en", p.allowed)} are allowed.`,
      cure: "Make it smaller and upload it again.",
    }),
  },
  "media-unreadable": {
    uk: (p) => ({
      message: `Зображення ${file(p)} пошкоджене: його розміри не читаються.`,
      cure: "Збережіть його знову в редакторі й завантажте.",
    }),
    en: (p) => ({
      message: `The picture "${p.fileName}" is damaged: its dimensions can't be read.`,
      cure: "Save it again in an editor and upload it.",
    }),
  },
  "media-cut-off": {
    uk: (p) => ({
      message: `Файл ${file(p)} обривається: кінця бракує.`,
      cure: "Скопіюйте його з джерела ще раз і завантажте.",
    }),
    en: (p) => ({
      message: `The file "${p.fileName}" breaks off: its end is missing.`,
      cure: "Copy it from its source again and upload it.",
    }),
  },
  "video-unreadable": {
    uk: (p) => ({
      message: `Відео ${file(p)} пошкоджене: його заголовки не читаються.`,
      cure: "Збережіть його знову як MP4 (H.264) і завантажте.",
    }),
    en: (p) => ({
      message: `The video "${p.fileName}" is damaged: its headers can't be read.`,
      cure: "Save it again as MP4 (H.264) and upload it.",
    }),
  },
  "video-without-picture": {
    uk: (p) => ({ message: `У файлі ${file(p)} лише звук, без зображення.`, cure: "Завантажте відео з картинкою." }),
    en: (p) => ({
      message: `The file "${p.fileName}" holds only sound, no picture.`,
      cure: "Upload a video that shows something.",
    }),
  },
  "video-length-unknown": {
    uk: (p) => ({
      message: `У відео ${file(p)} не записано, скільки воно триває, тож правила каналів не перевірити.`,
      cure: "Збережіть його знову як звичайний MP4 (H.264) і завантажте.",
    }),
    en: (p) => ({
      message: `The video "${p.fileName}" does not say how long it is, so the channels' rules can't be checked.`,
      cure: "Save it again as an ordinary MP4 (H.264) and upload it.",
    }),
  },
  "asset-is-scheduled": {
    uk: (p) => ({
      message: `Файл ${file(p)} не видалено: його показують заплановані публікації.`,
      cure: "Замініть файл у цих дописах або зніміть їх із календаря, тоді видаліть.",
    }),
    en: (p) => ({
      message: `The file "${p.fileName}" was not deleted: scheduled publications show it.`,
      cure: "Replace it in these posts or take them from the calendar, then delete it.",
    }),
  },
  "asset-shown-by": {
    uk: (p) => ({
      message: `«${p.post}» на каналі «${p.channel}», ${formatInstant("uk", Number(p.dueAt), String(p.timeZone))}.`,
    }),
    en: (p) => ({
      message: `"${p.post}" on "${p.channel}", ${formatInstant("en", Number(p.dueAt), String(p.timeZone))}.`,
    }),
  },
  "folder-not-empty": {
    uk: (p) => ({
      message: `У теці «${p.folder}» ще є файли.`,
      cure: "Перенесіть або видаліть їх, тоді видаліть теку.",
    }),
    en: (p) => ({
      message: `The folder "${p.folder}" still holds files.`,
      cure: "Move or delete them, then delete the folder.",
    }),
  },
} satisfies Record<string, FailureEntry>;
