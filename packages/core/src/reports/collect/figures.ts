import type { Channel } from "../../channels/connected/index.ts";
import { type KpiDays, readPeriod } from "../../insights/index.ts";
import type { ReportFigures } from "../content.ts";
import type { ReportScope } from "../model.ts";
import { comparedWith, isPerDay } from "./compare.ts";

/** The KPIs of the period with what they are compared with, their last weeks, and each channel's own. */
export async function collectFigures(
  kpiDays: KpiDays,
  workspaceId: string,
  { kind, period, channelIds }: ReportScope,
  { channels, timeZone, today }: { channels: readonly Channel[]; timeZone: string; today: string },
): Promise<ReportFigures> {
  const before = comparedWith(kind, period);
  const whole = channelIds === undefined;
  const read = await readPeriod(kpiDays, workspaceId, { ...period, before, timeZone, today, channels, whole });
  const names = new Map(channels.map(({ id, name }) => [id, name]));
  return {
    kpis: read.report,
    change: read.report.change,
    perDay: isPerDay(read.report),
    weeks: read.weeks,
    channels: read.channels.map(({ channelId, now, change }) => ({
      name: names.get(channelId) ?? "",
      figures: now,
      reach: change.reach,
    })),
  };
}
