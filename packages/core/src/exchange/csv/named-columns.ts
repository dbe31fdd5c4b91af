import { type Failure, invalid } from "../../kernel/failure.ts";
import type { Language } from "../../kernel/language.ts";
import { err, ok, type Result } from "../../kernel/result.ts";

/** The names by which a column is recognised; exports and templates write the first. */
export type ColumnNames = Record<Language, readonly string[]>;

/** A text as names are compared: spaces and capitals do not matter. */
export const plainCell = (text: string): string => text.replace(/\s+/g, " ").trim().toLocaleLowerCase("uk");

/** The columns of a kind of table. */
export interface NamedColumns<Column extends string> {
  /** The column that a heading names, if it is one of ours. */
  of(heading: string): Column | undefined;
  /** A column's heading as we write it. */
  heading(column: Column, language: Language): string;
  /** Where each column stands; a column named twice fails. */
  places(headings: readonly string[]): Result<ReadonlyMap<Column, number>, Failure>;
}

/** Columns by the names under which each is recognised. */
export function namedColumns<Column extends string>(
  names: Readonly<Record<Column, ColumnNames>>,
): NamedColumns<Column> {
  const columns = Object.keys(names) as Column[];
  const of = (heading: string) =>
    columns.find((column) => {
      const { uk, en }: ColumnNames = names[column];
      return [...uk, ...en].includes(plainCell(heading));
    });
  return {
    of,
    heading: (column, language) => {
      const name = names[column][language][0] ?? column;
      return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
    },
    places: (headings) => {
      const places = new Map<Column, number>();
      for (const [index, heading] of headings.entries()) {
        const column = of(heading);
        if (column && places.has(column)) {
          return err(invalid("csv-column-twice", { params: { heading: heading.trim() } }));
        }
        if (column) places.set(column, index);
      }
      return ok(places);
    },
  };
}
