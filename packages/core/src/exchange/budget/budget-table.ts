import { minorUnitsOf } from "../../i18n/money.ts";
import { type Failure, invalid } from "../../kernel/failure.ts";
import type { Language } from "../../kernel/language.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { type BudgetKind, budgetKinds, type NewBudgetLine } from "../../strategy/index.ts";
import { namedColumns, plainCell } from "../csv/named-columns.ts";
import type { TableKind } from "../csv/read-table.ts";
import { byteOrderMark, tableLines } from "../csv/write-table.ts";

/** The columns of a budget's table, in their order; exports write the first name. */
const columnNames = {
  month: { uk: ["місяць"], en: ["month"] },
  kind: { uk: ["вид", "стаття"], en: ["kind", "category"] },
  name: { uk: ["на що", "назва"], en: ["for what", "name"] },
  planned: { uk: ["заплановано", "план"], en: ["planned", "plan"] },
  spent: { uk: ["витрачено"], en: ["spent"] },
  currency: { uk: ["валюта"], en: ["currency"] },
} as const;
export type BudgetColumn = keyof typeof columnNames;
export const budgetColumns = Object.keys(columnNames) as BudgetColumn[];

const columns = namedColumns<BudgetColumn>(columnNames);
export const budgetHeading = columns.heading;

const kindWords: Readonly<Record<BudgetKind, Record<Language, string>>> = {
  ads: { uk: "реклама", en: "ads" },
  content: { uk: "контент", en: "content" },
  tools: { uk: "інструменти", en: "tools" },
  training: { uk: "навчання", en: "training" },
};
/** What a line is for, in a table. */
export const kindWord = (kind: BudgetKind, language: Language): string => kindWords[kind][language];

const kindOf = (cell: string): BudgetKind | undefined =>
  budgetKinds.find((kind) => Object.values(kindWords[kind]).includes(plainCell(cell)));

const longestName = 100;
const needed = ["month", "kind", "name", "planned"] as const;

/** How a budget's table is read; amounts are in the workspace's currency. */
export const budgetTable = (currency: string): TableKind<BudgetColumn, NewBudgetLine> => ({
  columns,
  lacking: (has) => (needed.every(has) ? undefined : invalid("csv-no-budget-columns")),
  readRow: (cellOf) => readLine(cellOf, currency),
});

function readLine(
  cellOf: (column: BudgetColumn) => string,
  currency: string,
): Result<NewBudgetLine, readonly Failure[]> {
  const problems: Failure[] = [];
  const wrong = (field: BudgetColumn, code: string, params?: Failure["params"]) => {
    problems.push(invalid(code, { field, params }));
    return undefined;
  };
  const amount = (field: "planned" | "spent") =>
    minorUnitsOf(cellOf(field), currency) ?? wrong(field, "amount-malformed");
  const name = cellOf("name").replace(/\s+/g, " ");
  if (name === "") wrong("name", "budget-name-missing");
  if (name.length > longestName) wrong("name", "cell-too-long", { most: longestName });
  const written = cellOf("currency").toUpperCase();
  if (written !== "" && written !== currency) wrong("currency", "budget-currency-other", { currency });
  const month = monthIn(cellOf("month")) ?? wrong("month", "budget-month-malformed");
  const kind = kindOf(cellOf("kind")) ?? wrong("kind", "budget-kind-unknown");
  const planned = amount("planned");
  const spent = cellOf("spent") === "" ? null : amount("spent");
  if (month === undefined || !kind || planned === undefined || spent === undefined || problems.length > 0) {
    return err(problems);
  }
  return ok({ month, kind, name, planned, spent });
}

/** A month as tables have it: `2026-11`, `11.2026`, or a day of it, `2026-11-01`, `01.11.2026`. */
function monthIn(cell: string): string | undefined {
  const isoLike = /^(\d{4})[-./](\d{1,2})(?:[-./]\d{1,2})?$/.exec(cell);
  const dayFirst = /^(?:\d{1,2}[./])?(\d{1,2})[./](\d{4})$/.exec(cell);
  const [year, month] = isoLike ? [isoLike[1], isoLike[2]] : [dayFirst?.[2], dayFirst?.[1]];
  const number = Number(month);
  return year !== undefined && number >= 1 && number <= 12 ? `${year}-${String(number).padStart(2, "0")}` : undefined;
}

/** What a budget's table looks like, to be filled in. */
export function budgetTemplate(language: Language, example: { month: string; currency: string }): string {
  const cells: Record<BudgetColumn, string> = {
    ...example,
    kind: kindWord("content", language),
    name: language === "uk" ? "Фотограф" : "Photographer",
    planned: "8000",
    spent: "",
  };
  return byteOrderMark + headLine(language) + tableLines([budgetColumns.map((column) => cells[column])]);
}

export const headLine = (language: Language): string =>
  tableLines([budgetColumns.map((column) => budgetHeading(column, language))]);
