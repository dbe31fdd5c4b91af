import { type Failure, invalid } from "../../kernel/failure.ts";
import { type Language, languages } from "../../kernel/language.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { startOfDay } from "../../kernel/time.ts";
import { normaliseEmail } from "../../leads/index.ts";
import { readDay } from "../csv/day-cell.ts";
import { namedColumns, plainCell } from "../csv/named-columns.ts";
import type { TableKind } from "../csv/read-table.ts";
import { byteOrderMark, tableLines } from "../csv/write-table.ts";

/** The columns of a table of purchases, in the order of the template. */
const columnNames = {
  email: { uk: ["пошта", "електронна пошта"], en: ["e-mail", "email"] },
  name: { uk: ["ім'я", "імʼя", "ім’я", "клієнт", "покупець"], en: ["name", "customer"] },
  bought: { uk: ["дата покупки", "дата", "куплено"], en: ["bought on", "date", "purchased on"] },
  language: { uk: ["мова"], en: ["language"] },
} as const;
type BuyerColumn = keyof typeof columnNames;

const columns = namedColumns<BuyerColumn>(columnNames);
export const buyerHeading = columns.heading;

/** Who bought, by a row of a table. */
export interface BuyerRow {
  readonly email: string;
  readonly name: string | undefined;
  readonly language: Language | undefined;
  /** `YYYY-MM-DD`; absent: not told. */
  readonly day: string | undefined;
  readonly boughtAt: number | undefined;
}

const languageWords: Readonly<Record<Language, readonly string[]>> = {
  uk: ["uk", "ua", "українська"],
  en: ["en", "english", "англійська"],
};
/** Who bought longer ago is not asked: they would not know what it is about. */
const oldestDays = 180;
const longestName = 100;

/** How a table of purchases is read. */
export const buyerTable = (terms: { timeZone: string; nowMs: number }): TableKind<BuyerColumn, BuyerRow> => ({
  columns,
  lacking: (has) => (has("email") ? undefined : invalid("csv-no-email-column")),
  readRow: (cellOf) => readBuyer(cellOf, terms),
});

function readBuyer(
  cellOf: (column: BuyerColumn) => string,
  terms: { timeZone: string; nowMs: number },
): Result<BuyerRow, readonly Failure[]> {
  const problems: Failure[] = [];
  const wrong = (field: BuyerColumn, code: string, params?: Failure["params"]) => {
    problems.push(invalid(code, { field, params }));
    return undefined;
  };
  const email = normaliseEmail(cellOf("email")) ?? wrong("email", "email-malformed") ?? "";
  const name = cellOf("name").replace(/\s+/g, " ") || undefined;
  if (name && name.length > longestName) wrong("name", "cell-too-long", { most: longestName });
  const spoken = plainCell(cellOf("language"));
  const language = languages.find((known) => languageWords[known].includes(spoken));
  if (spoken !== "" && !language) wrong("language", "language-unknown");
  const bought = boughtIn(cellOf("bought"), terms, (code, params) => wrong("bought", code, params));
  return problems.length > 0 ? err(problems) : ok({ email, name, language, ...bought });
}

function boughtIn(
  text: string,
  { timeZone, nowMs }: { timeZone: string; nowMs: number },
  wrong: (code: string, params?: Failure["params"]) => void,
): { day: string | undefined; boughtAt: number | undefined } {
  const nothing = { day: undefined, boughtAt: undefined };
  if (text === "") return nothing;
  const day = readDay(text);
  const boughtAt = day === null ? undefined : startOfDay(day, timeZone);
  if (day === null || boughtAt === undefined) wrong("day-malformed");
  else if (boughtAt > nowMs) wrong("day-in-future");
  else if (nowMs - boughtAt > oldestDays * 86_400_000) wrong("purchase-too-old", { days: oldestDays });
  else return { day, boughtAt };
  return nothing;
}

/** What a table of purchases looks like, to be filled in. */
export function buyerTemplate(language: Language, day: string): string {
  const shown = Object.keys(columnNames) as BuyerColumn[];
  const example = { email: "olena@example.com", name: language === "uk" ? "Олена" : "Olena", bought: day, language };
  return (
    byteOrderMark +
    tableLines([shown.map((column) => buyerHeading(column, language)), shown.map((column) => example[column])])
  );
}
