import type { VisitRow } from "../channels/visits.ts";
import { daysIn, type Span } from "../insights/index.ts";
import { sumsByCurrency } from "../kernel/money.ts";
import { addDays } from "../kernel/time.ts";
import { hundredths, type SiteDay } from "./model.ts";
import type { VisitChange, VisitReport, VisitSums } from "./report.ts";

/** A row with the day and the currency that it belongs to. */
export type DatedRow = VisitRow & { readonly day: string; readonly currency: string };

/** The rows of some days. */
export const rowsOf = (days: readonly SiteDay[]): DatedRow[] =>
  days.flatMap(({ day, currency, rows }) => rows.map((row) => ({ ...row, day, currency })));

/** What some rows are together. */
export function sumsOf(rows: readonly DatedRow[]): VisitSums {
  const total = (of: (row: DatedRow) => number) => rows.reduce((sum, row) => sum + of(row), 0);
  const sessions = total((row) => row.sessions);
  const earned = rows.filter(({ revenue }) => revenue !== 0);
  return {
    sessions,
    engagedShare: sessions > 0 ? Math.min(1, total((row) => row.engaged) / sessions) : null,
    keyEvents: hundredths(total((row) => row.keyEvents)),
    newUsers: total((row) => row.newUsers),
    revenue: sumsByCurrency(earned.map(({ revenue, currency }) => ({ minorUnits: revenue, currency }))),
  };
}

/** The number of calendar days of which something is known. */
export const knownDays = (days: readonly SiteDay[]): number => new Set(days.map(({ day }) => day)).size;

/** How sessions changed: by how many where as many days are known, otherwise by the days' means. */
export function changeOf(compared: {
  readonly now: readonly DatedRow[];
  readonly nowDays: number;
  readonly before: readonly DatedRow[];
  readonly beforeDays: number;
}): VisitChange {
  const [now, before] = [sumsOf(compared.now).sessions, sumsOf(compared.before).sessions];
  const [mean, meanBefore] = [now / compared.nowDays, before / compared.beforeDays];
  return {
    difference: compared.nowDays === compared.beforeDays ? now - before : null,
    relative: meanBefore > 0 ? mean / meanBefore - 1 : null,
  };
}

/** Up to so many days are drawn day by day. */
const mostDays = 92;

/** Sessions by day, or by weeks that end with the period; a point of which no day is known is a gap. */
export function seriesOf(days: readonly SiteDay[], { from, to }: Span): Pick<VisitReport, "step" | "series"> {
  const sessions = sessionsByDay(days);
  const step = daysIn(from, to) > mostDays ? "week" : "day";
  const length = step === "week" ? 7 : 1;
  const series: VisitReport["series"][number][] = [];
  for (let end = to; end >= from; end = addDays(end, -length)) {
    const start = addDays(end, 1 - length) < from ? from : addDays(end, 1 - length);
    series.unshift({ from: start, to: end, sessions: sumBetween(sessions, start, end) });
  }
  return { step, series };
}

/** The sessions of each known day, of all sites together. */
export function sessionsByDay(days: readonly SiteDay[]): Map<string, number> {
  const sessions = new Map<string, number>();
  for (const { day, rows } of days) {
    sessions.set(day, (sessions.get(day) ?? 0) + rows.reduce((sum, row) => sum + row.sessions, 0));
  }
  return sessions;
}

/** The sessions from one day to another, both included; `null` when no day of them is known. */
export function sumBetween(sessions: ReadonlyMap<string, number>, from: string, to: string): number | null {
  const known = [...sessions].filter(([day]) => day >= from && day <= to);
  return known.length === 0 ? null : known.reduce((sum, [, count]) => sum + count, 0);
}
