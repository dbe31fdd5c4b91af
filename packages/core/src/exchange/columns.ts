import { type Failure, invalid } from "../kernel/failure.ts";
import type { Language } from "../kernel/language.ts";
import { err, ok, type Result } from "../kernel/result.ts";

/**
 * The columns of a table of posts, each with the names under which it is recognised; the first of each language is the
 * one that exports write. Their order in a file is free, capital letters and spaces around do not matter.
 */
export const columnNames = {
  date: { uk: ["дата", "день"], en: ["date", "day"] },
  time: { uk: ["час"], en: ["time"] },
  timeZone: { uk: ["часовий пояс", "пояс"], en: ["time zone", "timezone", "zone"] },
  channels: { uk: ["канали", "канал"], en: ["channels", "channel"] },
  text: { uk: ["текст", "допис"], en: ["text", "post", "message"] },
  link: { uk: ["посилання", "лінк"], en: ["link", "url"] },
  media: { uk: ["медіа", "файли", "зображення", "фото"], en: ["media", "files", "images", "image"] },
  altText: { uk: ["альтернативний текст", "опис зображення"], en: ["alt text", "alt"] },
  firstComment: { uk: ["перший коментар"], en: ["first comment"] },
  /** Parts after the post, and their files; see `csv/part-cell.ts`. */
  thread: { uk: ["продовження", "ланцюжок", "гілка"], en: ["thread"] },
  threadMedia: { uk: ["медіа продовження"], en: ["thread media"] },
  /** A format's own name; each platform's usual one when empty. */
  format: { uk: ["формат"], en: ["format"] },
  campaign: { uk: ["кампанія"], en: ["campaign"] },
  topic: { uk: ["тема"], en: ["topic"] },
  labels: { uk: ["мітки", "теги"], en: ["labels", "tags"] },
  notes: { uk: ["нотатки", "примітки"], en: ["notes", "internal notes"] },
  status: { uk: ["статус", "стан"], en: ["status", "state"] },
  /** Written by exports and reports, and left unread by imports. */
  address: { uk: ["адреса публікації"], en: ["published at"] },
  row: { uk: ["рядок"], en: ["row"] },
  problem: { uk: ["що не так"], en: ["problem"] },
} as const satisfies Record<string, Record<"uk" | "en", readonly string[]>>;

export type Column = keyof typeof columnNames;

/** Every column, in the order of exports. */
export const columns = Object.keys(columnNames) as Column[];

const byName = new Map<string, Column>(
  columns.flatMap((column) => {
    const { uk, en } = columnNames[column];
    return [...uk, ...en].map((name) => [name, column] as const);
  }),
);

const plain = (name: string): string =>
  name
    .replace(/[_\s\u00A0]+/g, " ")
    .trim()
    .toLocaleLowerCase("uk");

/** The column that a heading names, if it is one of ours. */
export const columnOf = (heading: string): Column | undefined => byName.get(plain(heading));

/** Where each column stands in a file's lines, and the headings that are none of ours. */
export interface Header {
  readonly places: ReadonlyMap<Column, number>;
  readonly width: number;
  readonly ignored: readonly string[];
}

/** Reads a file's first line. Fails when it names no text column, or a column twice. */
export function readHeader(headings: readonly string[]): Result<Header, Failure> {
  const places = new Map<Column, number>();
  const ignored: string[] = [];
  for (const [index, heading] of headings.entries()) {
    const column = columnOf(heading);
    if (column && places.has(column)) return err(invalid("csv-column-twice", { params: { heading: heading.trim() } }));
    if (column) places.set(column, index);
    else if (heading.trim() !== "") ignored.push(heading.trim().slice(0, 100));
  }
  return places.has("text") ? ok({ places, width: headings.length, ignored }) : err(invalid("csv-no-text-column"));
}

/** A column's heading as we write it. */
export function heading(column: Column, language: Language): string {
  const name = columnNames[column][language][0];
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
