import { templateTexts } from "../../i18n/exchange.ts";
import { failureText } from "../../i18n/failures.ts";
import { restoreFormula } from "../../kernel/formulas.ts";
import type { Language } from "../../kernel/language.ts";
import { columnOf, heading } from "../columns.ts";
import { byteOrderMark, tableLines } from "../csv/write-table.ts";
import type { RowProblem } from "./model.ts";
import type { ProblemPage } from "./read-import.ts";

/**
 * A part of the report of an import as a table: each bad row as it was, with its number and what is wrong before it. An
 * import leaves those two columns unread, so the corrected report is itself a file to import. The first part carries the
 * headings.
 */
export function problemTable(language: Language, page: ProblemPage, isFirst: boolean): string {
  const own = page.headings.map((name) => !["row", "problem"].includes(columnOf(name) ?? ""));
  const kept = (cells: readonly string[]) => cells.filter((_, index) => own[index] ?? true).map(restoreFormula);
  const lines = page.rows.map(({ row, problems, cells = [] }) => [
    String(row),
    problems.map((problem) => inWords(language, problem)).join("\n"),
    ...kept(cells),
  ]);
  if (!isFirst) return tableLines(lines);
  const headings = [heading("row", language), heading("problem", language), ...kept(page.headings)];
  return byteOrderMark + tableLines([headings, ...lines]);
}

function inWords(language: Language, { field, code, params }: RowProblem): string {
  const { message, cure } = failureText(language, { kind: "invalid", code, params });
  const text = cure ? `${message} ${cure}` : message;
  return field ? `${heading(field, language)}: ${text}` : text;
}

/** What a table of posts looks like, to be filled in: the headings, and a post on a channel of the workspace. */
export function templateTable(language: Language, example: { channel: string; day: string }): string {
  const columns = [
    "date",
    "time",
    "channels",
    "text",
    "link",
    "media",
    "altText",
    "firstComment",
    "thread",
    "threadMedia",
    "format",
    "campaign",
    "topic",
    "labels",
    "status",
  ] as const;
  const row: Partial<Record<(typeof columns)[number], string>> = {
    ...{ date: example.day, time: "10:00", channels: example.channel, ...templateTexts[language] },
    link: "https://example.com",
  };
  return (
    byteOrderMark +
    tableLines([columns.map((column) => heading(column, language)), columns.map((column) => row[column] ?? "")])
  );
}
