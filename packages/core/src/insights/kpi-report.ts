import { addDays } from "../kernel/time.ts";
import { comparePeriods } from "./compare-periods.ts";
import { headlinesOf, unknownHeadlines } from "./headlines.ts";
import { type KpiParts, mergeDays, noParts } from "./kpi-parts.ts";
import { kpisOf } from "./kpis.ts";
import { inOrder } from "./merge-up.ts";
import { headlines, type KpiPoint, type KpiReport, type UnusualDay } from "./model.ts";
import { daysIn } from "./pages.ts";
import type { Sheet } from "./ports.ts";
import { eachDay, type RowOfDays, toldDays } from "./told-days.ts";
import { unusualDays, usualDays } from "./unusual-days.ts";

/** Days, both included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** What a report of a period is made from. */
export interface ReportRows extends Span {
  readonly scope: string;
  readonly before: Span;
  readonly today: string;
  readonly step: KpiReport["step"];
  /** Days, or weeks by their Monday of which the last is cut where the period ends, of the period and of the one before. */
  readonly rows: Sheet;
  readonly rowsBefore: Sheet;
  /** Days, from those that say what is usual. */
  readonly usual: Sheet;
}

/** The KPIs of a period with the change against the one before it, and the series of the headlines. Pure. */
export function kpiReportOf({ scope, from, to, before, today, step, rows, rowsBefore, usual }: ReportRows): KpiReport {
  const [now, then] = [mergeDays(inOrder([...rows])), mergeDays(inOrder([...rowsBefore]))];
  const [kpis, kpisBefore] = [kpisOf(now, then.profile), kpisOf(then)];
  const first = [...rowsBefore.keys(), ...rows.keys()].reduce(earlierOf, to);
  const length = step === "day" ? 1 : 7;
  return {
    scope,
    from,
    to,
    measuredAt: now.measuredAt,
    kpis,
    before: { ...before, kpis: kpisBefore },
    change: changeAgainst({ from, to }, before, today, length, new Map([...usual, ...rowsBefore, ...rows])),
    step,
    series: seriesOf(rows, { from, to: earlierOf(to, today), first }, length),
    unusual: unusualIn(usual, from, earlierOf(to, addDays(today, -1))),
  };
}

/** How the headlines changed between two periods of days or weeks. */
export function changeAgainst(
  { from, to }: Span,
  before: Span,
  today: string,
  length: 1 | 7,
  sheet: Sheet,
): KpiReport["change"] {
  const [now, then] = [rowsOf({ from, to }, length), rowsOf(before, length)];
  // The day before both tells whether what is counted from day to day covers one day only.
  const all = rowsOf({ from: addDays(before.from, -length), to }, length);
  return comparePeriods({ now, before: then, all, sheet, today });
}

/** The rows of a period, of which the last may be cut. */
function rowsOf({ from, to }: Span, length: 1 | 7): readonly RowOfDays[] {
  const count = Math.ceil(daysIn(from, to) / length);
  return Array.from({ length: count }, (_, index) => {
    const key = addDays(from, index * length);
    return { key, length: index < count - 1 ? length : daysIn(key, to) };
  });
}

/** What was unusual from a day on; the day that is still running is left out. */
function unusualIn(rows: Sheet, from: string, to: string): UnusualDay[] {
  if (rows.size === 0 || to < from) return [];
  const first = addDays(from, -usualDays);
  const days = Array.from({ length: daysIn(first, to) }, (_, index) => addDays(first, index));
  const figures = days.map((day) => {
    const parts = rows.get(day);
    return { day, figures: parts ? headlinesOf(kpisOf(parts)) : unknownHeadlines };
  });
  return headlines
    .flatMap((headline) => {
      const told = toldDays(headline, rows, eachDay(days));
      const series = figures.map(({ day, figures: { [headline]: one } }) => ({
        day,
        value: one.available && told.has(day) ? one.value : null,
      }));
      return unusualDays(headline, series, from);
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** The rows of some days. */
export const within = (rows: Sheet, { from, to }: Span): Sheet =>
  new Map([...rows].filter(([day]) => day >= from && day <= to));

/** The earlier of two days. */
export function earlierOf(a: string, b: string): string {
  return a < b ? a : b;
}

/** A point for each day, or each week of which the last may be cut; before the first figures there are gaps. */
function seriesOf(rows: Sheet, { from, to, first }: Span & { first: string }, step: 1 | 7): KpiPoint[] {
  const points: KpiPoint[] = [];
  for (let start = from; start <= to; start = addDays(start, step)) {
    const parts: KpiParts = rows.get(start) ?? noParts;
    const figures = start < first ? unknownHeadlines : headlinesOf(kpisOf(parts));
    points.push({ from: start, to: earlierOf(addDays(start, step - 1), to), measuredAt: parts.measuredAt, figures });
  }
  return points;
}
