import type { KpiParts } from "./kpi-parts.ts";
import type { Headline } from "./model.ts";
import type { Part } from "./part.ts";
import type { Sheet } from "./ports.ts";

/** What a platform has to tell of a day before a headline of it is whole; the others rest on what happened here. */
const measured: Readonly<Partial<Record<Headline, (parts: KpiParts) => Part>>> = {
  followers: ({ growth }) => growth.end,
  followersChange: ({ growth }) => growth.end,
  interactions: ({ interactions }) => interactions,
  engagementRate: ({ engagement }) => engagement,
  reach: ({ reach }) => reach,
  negativeFeedback: ({ negative }) => negative.actions,
  negativePer1000: ({ negative }) => negative.rate,
};

/** A day, or some days of one row that stand together; `key` is the first, or the Monday of their week. */
export interface RowOfDays {
  readonly key: string;
  readonly length: number;
}

/** Days one by one. */
export const eachDay = (days: readonly string[]): readonly RowOfDays[] => days.map((key) => ({ key, length: 1 }));

/**
 * Which of some rows (in order) tell a headline whole. One is left out while a channel of the scope has not told it,
 * since the sum of the others would look like a fall; and so is what lies before the first row. A channel that told
 * nothing in any of the rows is not waited for. The followers won on the day after a gap are those of several days, so
 * that day is left out, too.
 */
export function toldDays(headline: Headline, sheet: Sheet, rows: readonly RowOfDays[]): ReadonlySet<string> {
  const part = measured[headline];
  const first = rows.findIndex(({ key }) => sheet.has(key));
  if (first === -1) return new Set();
  // A stock stands at the end of its row, whatever days before it are missing.
  const isStock = headline === "followers";
  // The week or month in which figures began has days without any; the first two rows are where the sheet was cut.
  const since = rows.slice(!isStock && first > 1 && (rows[first]?.length ?? 1) > 1 ? first + 1 : first);
  if (!part) return new Set(since.map(({ key }) => key));
  const missing = since.map(({ key, length }) => missingIn(part, sheet.get(key)) / (isStock ? 1 : length));
  const never = Math.min(...missing);
  const isTold = (at: number) => at < 0 || missing[at] === never;
  const needed = (at: number) => (headline === "followersChange" ? isTold(at) && isTold(at - 1) : isTold(at));
  return new Set(since.flatMap(({ key }, at) => (needed(at) ? [key] : [])));
}

/** How many are missing that a platform does give; everything where there is no row. */
function missingIn(part: (parts: KpiParts) => Part, parts: KpiParts | undefined): number {
  if (!parts) return Infinity;
  const { absent } = part(parts);
  const all = Object.values(absent).reduce((sum, count) => sum + count, 0);
  return all - (absent["not-given-by-platform"] ?? 0);
}
