import { createHash } from "node:crypto";
import { type Failure, invalid } from "../../kernel/failure.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { dialectOf } from "../csv/dialect.ts";
import { encodingProbe } from "../csv/encoding.ts";
import { decoded, readRecords } from "../csv/read-records.ts";
import { importEmpty, importTooManyRows } from "../errors.ts";
import { type LeadColumn, leadColumnOf, readLeadHeader } from "./lead-columns.ts";
import { type LeadRowTerms, type LeadTableRow, readLeadRow } from "./lead-row.ts";

/** A row that is not right, with everything that is wrong with it; `row` is its number in the file, from 1. */
export interface BadLeadRow {
  readonly row: number;
  readonly problems: readonly Failure[];
}

export interface LeadTable {
  /** The same for the same file. */
  readonly digest: string;
  readonly good: readonly { readonly row: number; readonly lead: LeadTableRow }[];
  readonly bad: readonly BadLeadRow[];
}

/** A table of leads has so many rows at the most. */
export const mostLeadRows = 5000;

/** Reads a table of leads whole: every row is either understood or said to be wrong. Empty lines are passed over. */
export async function readLeadTable(bytes: Uint8Array, terms: LeadRowTerms): Promise<Result<LeadTable, Failure>> {
  const probe = encodingProbe();
  probe.add(bytes);
  const encoding = probe.decide();
  if (!encoding.ok) return encoding;
  const beginning = new TextDecoder(encoding.value).decode(bytes.subarray(0, 65_536));
  const dialect = dialectOf(beginning, (name) => leadColumnOf(name) !== undefined);
  const good: LeadTable["good"][number][] = [];
  const bad: BadLeadRow[] = [];
  let places: ReadonlyMap<LeadColumn, number> | undefined;
  const take = (number: number, cells: readonly string[]): Failure | null => {
    if (!places) {
      const header = readLeadHeader(cells);
      if (!header.ok) return header.error;
      places = header.value;
      return null;
    }
    if (cells.every((cell) => cell.trim() === "")) return null;
    if (good.length + bad.length >= mostLeadRows) return importTooManyRows(mostLeadRows);
    const place = places;
    const row = readLeadRow((column) => cells[place.get(column) ?? -1] ?? "", terms);
    if (row.ok) good.push({ row: number, lead: row.value });
    else bad.push({ row: number, problems: row.error });
    return null;
  };
  const read = await readRecords(decoded(once(bytes), encoding.value), dialect, async ({ first, cells }) => {
    for (const [index, record] of cells.entries()) {
      const failure = take(first + index, record);
      if (failure) return failure;
    }
    return null;
  });
  if (!read.ok) return read;
  if (!places) return err(invalid("csv-no-person-column"));
  if (good.length + bad.length === 0) return err(importEmpty());
  return ok({ digest: createHash("sha256").update(bytes).digest("hex"), good, bad });
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
