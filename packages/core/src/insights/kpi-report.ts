import { addDays } from "../kernel/time.ts";
import { comparePeriods } from "./compare-periods.ts";
import { headlinesOf, unknownHeadlines } from "./headlines.ts";
import { mergeDays } from "./kpi-parts.ts";
import { kpisOf } from "./kpis.ts";
import { inOrder } from "./merge-up.ts";
import { headlines, type KpiReport, type UnusualDay } from "./model.ts";
import { daysIn, mondayOf, monthOf } from "./pages.ts";
import { pointsOf } from "./points.ts";
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
  /** Days, weeks by their Monday or months by their first, cut where the period ends, of it and of the one before. */
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
  return {
    scope,
    from,
    to,
    measuredAt: now.measuredAt,
    kpis,
    before: { ...before, kpis: kpisBefore },
    change: changeAgainst({ from, to }, before, today, step, new Map([...usual, ...rowsBefore, ...rows])),
    step,
    series: pointsOf(rows, rowsOf({ from, to: earlierOf(to, today) }, step), first),
    unusual: unusualIn(usual, from, earlierOf(to, addDays(today, -1))),
  };
}

/** How the headlines changed between two periods. */
export function changeAgainst(
  { from, to }: Span,
  before: Span,
  today: string,
  step: KpiReport["step"],
  sheet: Sheet,
): KpiReport["change"] {
  const [now, then] = [rowsOf({ from, to }, step), rowsOf(before, step)];
  // The row before both tells whether what is counted from day to day covers one day only.
  const all = rowsOf({ from: rowStart[step](addDays(before.from, -1)), to }, step);
  return comparePeriods({ now, before: then, all, sheet, today });
}

/** Under which day a day's row stands. */
const rowStart: Readonly<Record<KpiReport["step"], (day: string) => string>> = {
  day: (day) => day,
  week: mondayOf,
  month: monthOf,
};
const nextRow: Readonly<Record<KpiReport["step"], (key: string) => string>> = {
  day: (key) => addDays(key, 1),
  week: (key) => addDays(key, 7),
  month: (key) => monthOf(key, -1),
};

/** The rows of a period that begins with a row; the last may be cut. */
function rowsOf({ from, to }: Span, step: KpiReport["step"]): readonly RowOfDays[] {
  const rows: RowOfDays[] = [];
  for (let key = from; key <= to; key = nextRow[step](key)) {
    rows.push({ key, length: daysIn(key, earlierOf(addDays(nextRow[step](key), -1), to)) });
  }
  return rows;
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
