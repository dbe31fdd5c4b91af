import { createHash } from "node:crypto";
import type { Failure } from "../../kernel/failure.ts";
import { restoreFormula } from "../../kernel/formulas.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { importEmpty, importTooManyRows } from "../errors.ts";
import { dialectOf } from "./dialect.ts";
import { encodingProbe } from "./encoding.ts";
import type { NamedColumns } from "./named-columns.ts";
import { decoded, readRecords } from "./read-records.ts";

/** A row that is not right, with everything that is wrong with it; `row` is its number in the file, from 1. */
export interface BadRow {
  readonly row: number;
  readonly problems: readonly Failure[];
}

/** A table that was read whole. */
export interface SmallTable<Row> {
  /** The same for the same file. */
  readonly digest: string;
  readonly good: readonly { readonly row: number; readonly value: Row }[];
  readonly bad: readonly BadRow[];
  /** Headings that name no column of ours: what stands below them is not read. */
  readonly unread: readonly string[];
}

/** What a kind of table has. */
export interface TableKind<Column extends string, Row> {
  readonly columns: NamedColumns<Column>;
  /** What a table that has only these columns lacks. */
  readonly lacking: (has: (column: Column) => boolean) => Failure | undefined;
  /** Reads the cells of a row, or says of every one that is wrong what is. */
  readonly readRow: (cellOf: (column: Column) => string) => Result<Row, readonly Failure[]>;
}

/** A table that is read whole has so many rows at the most. */
export const mostRows = 5000;

/** Reads a table whole: every row is either understood or said to be wrong. Empty lines are passed over. */
export async function readSmallTable<Column extends string, Row>(
  bytes: Uint8Array,
  { columns, lacking, readRow }: TableKind<Column, Row>,
): Promise<Result<SmallTable<Row>, Failure>> {
  const probe = encodingProbe();
  probe.add(bytes);
  const encoding = probe.decide();
  if (!encoding.ok) return encoding;
  const beginning = new TextDecoder(encoding.value).decode(bytes.subarray(0, 65_536));
  const dialect = dialectOf(beginning, (name) => columns.of(name) !== undefined);
  const good: SmallTable<Row>["good"][number][] = [];
  const bad: BadRow[] = [];
  let places: ReadonlyMap<Column, number> | undefined;
  let unread: readonly string[] = [];
  const readHeader = (headings: readonly string[]): Failure | null => {
    const header = columns.places(headings);
    if (!header.ok) return header.error;
    places = header.value;
    unread = headings.map((heading) => heading.trim()).filter((heading) => heading !== "" && !columns.of(heading));
    return lacking((column) => header.value.has(column)) ?? null;
  };
  const take = (number: number, cells: readonly string[]): Failure | null => {
    const place = places;
    if (!place) return readHeader(cells);
    if (cells.every((cell) => cell.trim() === "")) return null;
    if (good.length + bad.length >= mostRows) return importTooManyRows(mostRows);
    const row = readRow((column) => restoreFormula(cells[place.get(column) ?? -1] ?? "").trim());
    if (row.ok) good.push({ row: number, value: row.value });
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
  const absent = places ? undefined : lacking(() => false);
  if (absent) return err(absent);
  if (good.length + bad.length === 0) return err(importEmpty());
  return ok({ digest: createHash("sha256").update(bytes).digest("hex"), good, bad, unread });
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
