import { headlinesOf } from "./headlines.ts";
import { mergeDays } from "./kpi-parts.ts";
import { kpisOf } from "./kpis.ts";
import { inOrder } from "./merge-up.ts";
import type { HeadlineFigures } from "./model.ts";
import type { KpiDays, Sheet } from "./ports.ts";

/** The headline figures of a scope from one day to another, both included; at most a quarter. Costs one query. */
export async function readHeadlines(
  kpiDays: KpiDays,
  workspaceId: string,
  scope: string,
  { from, to }: { from: string; to: string },
): Promise<HeadlineFigures> {
  const rows = await kpiDays.between(workspaceId, scope, "day", from, to);
  return headlinesOf(kpisOf(mergeDays(inOrder([...rows]))));
}

/** The headline figures of the rows of a sheet from one day to another, both included. Pure. */
export function headlinesBetween(rows: Sheet, from: string, to: string): HeadlineFigures {
  const within = [...rows].filter(([day]) => day >= from && day <= to);
  return headlinesOf(kpisOf(mergeDays(inOrder(within))));
}

/** The headline figures of some days of a sheet together. Pure. */
export const headlinesOn = (rows: Sheet, days: readonly string[]): HeadlineFigures =>
  headlinesOf(kpisOf(mergeDays(inOrder([...rows].filter(([day]) => days.includes(day))))));

/** The first day of which something is known. */
export const firstDay = (rows: Sheet): string | undefined => [...rows.keys()].sort()[0];
