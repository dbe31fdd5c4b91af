import * as v from "valibot";
import { minorUnitsOf } from "../../i18n/money.ts";
import { type Failure, invalid } from "../../kernel/failure.ts";
import { currencySchema, type Money } from "../../kernel/money.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { startOfDay } from "../../kernel/time.ts";
import { type Country, type LeadStage, normaliseEmail, normalisePhone } from "../../leads/index.ts";
import { readDay } from "../csv/day-cell.ts";
import { readList } from "../csv/list-cell.ts";
import { type LeadColumn, stageOf } from "./lead-columns.ts";

/** A row of a table of leads, understood. */
export interface LeadTableRow {
  readonly name: string | undefined;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly stage: LeadStage;
  /** Of a lost one, which never lacks it. */
  readonly lostReason: string | undefined;
  readonly value: Money | undefined;
  /** When the person came, epoch ms; absent: now. */
  readonly cameAt: number | undefined;
  readonly note: string | undefined;
}

/** What a row's cells are read by. */
export interface LeadRowTerms {
  readonly country: Country | undefined;
  readonly currency: string;
  readonly timeZone: string;
  readonly nowMs: number;
}

const most = { name: 200, note: 2000, lostReason: 500 };

/** Reads the cells of a row, or says of every one that is wrong what is. */
export function readLeadRow(
  cellOf: (column: LeadColumn) => string,
  terms: LeadRowTerms,
): Result<LeadTableRow, readonly Failure[]> {
  const problems: Failure[] = [];
  const wrong = (column: LeadColumn, code: string, params?: Failure["params"]) => {
    problems.push(invalid(code, { field: column, params }));
    return undefined;
  };
  const text = (column: keyof typeof most) =>
    cellOf(column).length > most[column]
      ? wrong(column, "cell-too-long", { most: most[column] })
      : cellOf(column) || undefined;
  const list = (column: "email" | "phone", read: (one: string) => string | null, code: string) => {
    const values = readList(cellOf(column)).map(read);
    if (values.includes(null)) wrong(column, code);
    return [...new Set(values.filter((value) => value !== null))];
  };
  const stage = cellOf("stage") === "" ? "new" : stageOf(cellOf("stage"));
  const row: LeadTableRow = {
    name: text("name"),
    emails: list("email", normaliseEmail, "email-malformed"),
    phones: list("phone", (one) => normalisePhone(one, terms.country), "phone-malformed"),
    stage: stage ?? wrong("stage", "lead-stage-unknown") ?? "new",
    lostReason: stage === "lost" ? reasonIn(text("lostReason"), cellOf("lostReason"), wrong) : undefined,
    value: valueIn(cellOf("value"), cellOf("currency").toUpperCase() || terms.currency, wrong),
    cameAt: dayIn(cellOf("came"), terms, wrong),
    note: text("note"),
  };
  if (problems.length === 0 && !row.name && row.emails.length + row.phones.length === 0) wrong("name", "lead-empty");
  return problems.length > 0 ? err(problems) : ok(row);
}

type Wrong = (column: LeadColumn, code: string) => undefined;

/** Why a lead was lost, which has to be said; a text that is too long has been refused already. */
const reasonIn = (text: string | undefined, cell: string, wrong: Wrong): string | undefined =>
  cell === "" ? wrong("lostReason", "lost-reason-missing") : text;

function valueIn(text: string, currency: string, wrong: Wrong): Money | undefined {
  if (text === "") return undefined;
  if (!v.is(currencySchema, currency)) return wrong("currency", "currency-malformed");
  const minorUnits = minorUnitsOf(text, currency);
  return minorUnits === null ? wrong("value", "amount-malformed") : { minorUnits, currency };
}

/** `2026-11-24` or `24.11.2026`, which has to have begun. */
function dayIn(text: string, { timeZone, nowMs }: LeadRowTerms, wrong: Wrong): number | undefined {
  if (text === "") return undefined;
  const day = readDay(text);
  if (day === null) return wrong("came", "day-malformed");
  const at = startOfDay(day, timeZone);
  return at > nowMs || at < 0 ? wrong("came", "day-in-future") : at;
}
