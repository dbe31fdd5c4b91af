import { addDays, dayRange } from "../kernel/time.ts";
import { workspaceDayOf } from "./channel-day.ts";
import { headlinesOf } from "./headlines.ts";
import { mergeDays } from "./kpi-parts.ts";
import { changeAgainst, earlierOf, kpiReportOf, type Span, within } from "./kpi-report.ts";
import { kpisOf } from "./kpis.ts";
import { inOrder } from "./merge-up.ts";
import { type HeadlineFigures, type KpiPoint, type KpiReport, wholeWorkspace } from "./model.ts";
import { daysIn } from "./pages.ts";
import { pointsOf } from "./points.ts";
import type { KpiDays, Sheet } from "./ports.ts";
import { usualDays } from "./unusual-days.ts";

/** The figures of a period, as a report tells them. */
export interface PeriodFigures {
  /** Where the periods differ in length, its change is as if they did not. */
  readonly report: KpiReport;
  /** Weeks of seven days, the last of which ends with the period, or today while it runs, as many as cover it, the earliest first. */
  readonly weeks: readonly KpiPoint[];
  readonly channels: readonly ChannelFigures[];
}

export interface ChannelFigures {
  readonly channelId: string;
  readonly now: HeadlineFigures;
  readonly change: KpiReport["change"];
}

interface PeriodWanted extends Span {
  readonly timeZone: string;
  readonly today: string;
  /** What the period is compared with; of any length. */
  readonly before: Span;
  readonly channels: readonly { readonly id: string; readonly connectedAt: number }[];
  /** All the workspace has, with what belongs to no channel; otherwise the channels given and nothing else. */
  readonly whole: boolean;
}

/** The KPIs of a period of at most 92 days for the workspace or for some of its channels. One query a channel. */
export async function readPeriod(kpiDays: KpiDays, workspaceId: string, wanted: PeriodWanted): Promise<PeriodFigures> {
  const { from, to, before, channels, today, timeZone } = wanted;
  const first = earlierOf(before.from, addDays(from, -usualDays));
  const read = (scope: string) => kpiDays.between(workspaceId, scope, "day", first, to);
  const [whole, ...sheets] = await Promise.all([
    wanted.whole ? read(wholeWorkspace) : null,
    ...channels.map(({ id }) => read(id)),
  ]);
  const each = channels.map((channel, index) => ({ ...channel, sheet: sheets[index] ?? new Map() }));
  const all = whole ?? together(each, timeZone);
  const rows = within(all, { from, to });
  const scope = wanted.whole ? wholeWorkspace : channels.map(({ id }) => id).join(",");
  return {
    report: kpiReportOf({
      ...{ scope, from, to, before, today, step: "day", rows, usual: all },
      rowsBefore: within(all, before),
    }),
    weeks: weeksOf(all, { from, to: earlierOf(to, today) }),
    channels: each.map(({ id, sheet }) => ({
      channelId: id,
      now: figuresOf(within(sheet, { from, to })),
      change: changeAgainst({ from, to }, before, today, "day", sheet),
    })),
  };
}

const figuresOf = (rows: Sheet): HeadlineFigures => headlinesOf(kpisOf(mergeDays(inOrder([...rows]))));

/** The days of some channels as one: a channel that was connected by then and has no row is missed. */
function together(
  channels: readonly { readonly id: string; readonly connectedAt: number; readonly sheet: Sheet }[],
  timeZone: string,
): Sheet {
  const days = [...new Set(channels.flatMap(({ sheet }) => [...sheet.keys()]))].sort();
  return new Map(
    days.map((day) => {
      const { to } = dayRange(day, timeZone);
      const rows = channels.flatMap(({ id, sheet }) => {
        const parts = sheet.get(day);
        return parts ? [[id, parts] as const] : [];
      });
      const connected = channels.filter(({ connectedAt }) => connectedAt < to).map(({ id }) => id);
      return [day, workspaceDayOf(day, connected, new Map(rows))];
    }),
  );
}

function weeksOf(rows: Sheet, { from, to }: Span): readonly KpiPoint[] {
  const count = Math.ceil(daysIn(from, to) / 7);
  const weeks = Array.from({ length: count }, (_, index) => ({ key: addDays(to, 1 - 7 * (count - index)), length: 7 }));
  const partsOf = (week: Span) => mergeDays(inOrder([...within(rows, week)]));
  const sheet: Sheet = new Map(weeks.map(({ key }) => [key, partsOf({ from: key, to: addDays(key, 6) })]));
  return pointsOf(sheet, weeks, [...rows.keys()].reduce(earlierOf, to));
}
