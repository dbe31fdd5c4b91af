import { notAvailable } from "../channels/measurement.ts";
import { addDays } from "../kernel/time.ts";
import { headlinesOf, unknownHeadlines } from "./headlines.ts";
import { noParts } from "./kpi-parts.ts";
import { kpisOf } from "./kpis.ts";
import type { HeadlineFigures, KpiPoint } from "./model.ts";
import type { Sheet } from "./ports.ts";
import { type RowOfDays, toldDays } from "./told-days.ts";

/**
 * A point of a line for each row. There are gaps before the day of the first figures, and of followers where a channel has
 * not told its own: the sum of the others would look like a fall, and would not end at what the whole period tells.
 */
export function pointsOf(sheet: Sheet, rows: readonly RowOfDays[], first: string): KpiPoint[] {
  const told = toldDays("followers", sheet, rows);
  return rows.map(({ key, length }) => {
    const parts = sheet.get(key) ?? noParts;
    const to = addDays(key, length - 1);
    const figures = to < first ? unknownHeadlines : headlinesOf(kpisOf(parts));
    return {
      from: key,
      to,
      measuredAt: parts.measuredAt,
      figures: told.has(key) ? figures : withoutFollowers(figures),
    };
  });
}

const withoutFollowers = (figures: HeadlineFigures): HeadlineFigures =>
  figures.followers.available ? { ...figures, followers: notAvailable("not-yet") } : figures;
