import { type Failure, invalid } from "../../kernel/failure.ts";
import type { Language } from "../../kernel/language.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { digestOf } from "../../kernel/stamped.ts";
import { startOfDay } from "../../kernel/time.ts";
import type { ImportedRow } from "../../reviews/index.ts";
import { readDay } from "../csv/day-cell.ts";
import { namedColumns, plainCell } from "../csv/named-columns.ts";
import type { TableKind } from "../csv/read-table.ts";
import { byteOrderMark, tableLines } from "../csv/write-table.ts";

/** The columns of a table of reviews, in the order of the template. */
const columnNames = {
  place: { uk: ["де", "місце", "платформа", "сайт"], en: ["place", "platform", "site", "source"] },
  date: { uk: ["дата", "дата відгуку"], en: ["date", "reviewed on"] },
  author: { uk: ["автор", "ім'я", "імʼя", "ім’я"], en: ["author", "name", "reviewer"] },
  rating: { uk: ["оцінка", "зірки", "зірок"], en: ["rating", "stars", "score"] },
  recommends: { uk: ["рекомендує"], en: ["recommends"] },
  text: { uk: ["відгук", "текст"], en: ["review", "text", "comment"] },
  answer: { uk: ["відповідь"], en: ["answer", "reply", "response"] },
  answered: { uk: ["дата відповіді"], en: ["answered on", "reply date"] },
  id: { uk: ["номер", "ід"], en: ["id", "review id"] },
} as const;
type ReviewColumn = keyof typeof columnNames;
type Wrong = (field: ReviewColumn, code: string, params?: Failure["params"]) => undefined;

const columns = namedColumns<ReviewColumn>(columnNames);
export const reviewHeading = columns.heading;

const longest = { place: 60, author: 100, text: 8000, answer: 8000, id: 200 } as const;
const yes = ["так", "yes", "true", "1", "+", "да"];
const no = ["ні", "no", "false", "0", "-", "нет"];

export interface ReviewTableTerms {
  readonly timeZone: string;
  readonly nowMs: number;
}

/** How a table of reviews from other places is read. */
export const reviewTable = (terms: ReviewTableTerms): TableKind<ReviewColumn, ImportedRow> => ({
  columns,
  lacking: (has) => {
    if (!has("place")) return invalid("csv-no-place-column");
    if (!has("date")) return invalid("csv-no-date-column");
    return has("rating") || has("recommends") || has("text") ? undefined : invalid("csv-no-opinion-column");
  },
  readRow: (cellOf) => readReviewRow(cellOf, terms),
});

function readReviewRow(
  cellOf: (column: ReviewColumn) => string,
  terms: ReviewTableTerms,
): Result<ImportedRow, readonly Failure[]> {
  const problems: Failure[] = [];
  const wrong: Wrong = (field, code, params) => {
    problems.push(invalid(code, { field, params }));
    return undefined;
  };
  const words = (column: keyof typeof longest): string =>
    cellOf(column).length > longest[column]
      ? (wrong(column, "cell-too-long", { most: longest[column] }) ?? "")
      : cellOf(column);
  const place = words("place").replace(/\s+/g, " ");
  if (cellOf("place") === "") wrong("place", "cell-missing");
  const opinion = { rating: ratingIn(cellOf("rating"), wrong), recommends: verdictIn(cellOf("recommends"), wrong) };
  const text = words("text");
  if (["rating", "recommends", "text"].every((column) => cellOf(column as ReviewColumn) === "")) {
    wrong("text", "review-empty");
  }
  const occurredAt = dayIn("date", cellOf, terms, wrong);
  if (cellOf("date") === "") wrong("date", "cell-missing");
  const author = words("author").replace(/\s+/g, " ") || undefined;
  const answered = answerIn(cellOf, words("answer"), occurredAt, terms, wrong);
  const given = words("id");
  if (problems.length > 0 || occurredAt === undefined) return err(problems);
  const what = given === "" ? [occurredAt, author, opinion, text] : given;
  return ok({ place, key: digestOf([plainCell(place), what]), author, ...opinion, text, occurredAt, answered });
}

function ratingIn(cell: string, wrong: Wrong): number | undefined {
  if (cell === "") return undefined;
  return /^[1-5]$/.test(cell) ? Number(cell) : wrong("rating", "rating-malformed");
}

function verdictIn(cell: string, wrong: Wrong): boolean | undefined {
  const said = plainCell(cell);
  if (said === "") return undefined;
  if (yes.includes(said)) return true;
  return no.includes(said) ? false : wrong("recommends", "verdict-malformed");
}

/** The beginning of the day that a cell names, which has to have come; absent for an empty cell. */
function dayIn(
  column: "date" | "answered",
  cellOf: (column: ReviewColumn) => string,
  { timeZone, nowMs }: ReviewTableTerms,
  wrong: Wrong,
): number | undefined {
  if (cellOf(column) === "") return undefined;
  const day = readDay(cellOf(column));
  if (day === null) return wrong(column, "day-malformed");
  const at = startOfDay(day, timeZone);
  return at > nowMs || at < 0 ? wrong(column, "day-in-future") : at;
}

/** An answer is counted by its day, so one without a day is not taken. */
function answerIn(
  cellOf: (column: ReviewColumn) => string,
  text: string,
  occurredAt: number | undefined,
  terms: ReviewTableTerms,
  wrong: Wrong,
): ImportedRow["answered"] {
  const at = dayIn("answered", cellOf, terms, wrong);
  if (text !== "" && cellOf("answered") === "") return wrong("answered", "answer-day-missing");
  if (at === undefined) return undefined;
  if (occurredAt !== undefined && at < occurredAt) return wrong("answered", "answer-before-review");
  return { at, text: text || undefined };
}

/** What a table of reviews looks like, to be filled in. */
export function reviewTemplate(language: Language, day: string): string {
  const shown = Object.keys(columnNames) as ReviewColumn[];
  const example: Partial<Record<ReviewColumn, string>> = {
    ...{ place: "Tripadvisor", date: day, rating: "4" },
    ...(language === "uk"
      ? { author: "Олена", text: "Смачна кава, але довго чекали." }
      : { author: "Olena", text: "Good coffee, but a long wait." }),
  };
  return (
    byteOrderMark +
    tableLines([shown.map((column) => reviewHeading(column, language)), shown.map((column) => example[column] ?? "")])
  );
}
