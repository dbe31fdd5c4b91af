import { Temporal } from "temporal-polyfill";
import { restoreFormula } from "../../kernel/formulas.ts";
import type { Column, Header } from "../columns.ts";

/** The text of a row's cell: what spreadsheets were kept from calculating is text again. Empty where the file has no such column. */
export function cellOf(header: Header, cells: readonly string[], column: Column): string {
  const place = header.places.get(column);
  return place === undefined ? "" : restoreFormula(cells[place] ?? "");
}

/** Whether a line of the file says nothing at all. */
export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === "");

/**
 * A calendar day as `YYYY-MM-DD`, from that form or the one of Ukrainian spreadsheets, `1.12.2026`; `null` for anything
 * else. `12/1/2026` is refused, because half the world reads it as another day.
 */
export function readDate(cell: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(cell);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(cell);
  const [year, month, day] = iso ? iso.slice(1) : dotted ? dotted.slice(1).reverse() : [];
  return whole(() =>
    Temporal.PlainDate.from({ year: Number(year), month: Number(month), day: Number(day) }, { overflow: "reject" }),
  );
}

/** A time of day as `HH:MM:SS`, from `9:05`, `09:05`, `09.05` or with seconds; `null` for anything else. */
export function readTime(cell: string): string | null {
  const parts = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?$/.exec(cell);
  if (!parts) return null;
  const [hour, minute, second = "0"] = parts.slice(1);
  return whole(() =>
    Temporal.PlainTime.from(
      { hour: Number(hour), minute: Number(minute), second: Number(second) },
      { overflow: "reject" },
    ),
  );
}

function whole(make: () => { toString(): string }): string | null {
  try {
    return make().toString();
  } catch {
    return null;
  }
}

/** What a status cell asks for; `null` when it is no word we know. An empty one leaves it to the date. */
export function readStatus(cell: string): "draft" | "scheduled" | "by-date" | null {
  const word = cell.trim().toLocaleLowerCase("uk");
  if (word === "") return "by-date";
  return statuses.get(word) ?? null;
}

const statuses = new Map<string, "draft" | "scheduled">([
  ["draft", "draft"],
  ["чернетка", "draft"],
  ["scheduled", "scheduled"],
  ["schedule", "scheduled"],
  ["заплановано", "scheduled"],
  ["запланувати", "scheduled"],
]);
