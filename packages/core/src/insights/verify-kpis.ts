import type { Figure } from "../channels/measurement.ts";
import { withoutSites } from "../channels/sites.ts";
import { canonicalJson } from "../kernel/stamped.ts";
import { addDays } from "../kernel/time.ts";
import { mergeDays, noParts } from "./kpi-parts.ts";
import { kpisOf } from "./kpis.ts";
import { inOrder } from "./merge-up.ts";
import { contentTypes, type KpiName, type Kpis, kpiNames, wholeWorkspace } from "./model.ts";
import { daysIn, mondayOf } from "./pages.ts";
import type { Grain, KpiDays } from "./ports.ts";
import { type RecountDeps, recount } from "./recount.ts";

export interface VerifyDeps extends RecountDeps {
  readonly kpiDays: KpiDays;
}

/** Where figures belong: a day, or the Monday of a week, of a channel or of `all`. */
interface Place {
  readonly grain: Grain;
  readonly day: string;
  readonly scope: string;
}

/** A KPI that is stored otherwise than it follows from the raw events. */
export interface KpiDifference extends Place {
  readonly kpi: KpiName;
  readonly stored: unknown;
  readonly recounted: unknown;
}

export interface Verification {
  /** Sets of eight KPIs that were compared: one for each day and whole week of each channel and the workspace. */
  readonly compared: number;
  readonly differences: readonly KpiDifference[];
}

/**
 * Recounts the KPIs of some days (both included) from raw events, for each channel and the workspace, and compares them
 * with what the dashboards read; and each week that lies within them with its days put together. Reads only, and costs
 * what reading all raw events of these days costs. `null` when there is no such workspace.
 */
export async function verifyKpis(
  deps: VerifyDeps,
  workspaceId: string,
  { from, to }: { from: string; to: string },
): Promise<Verification | null> {
  if (!(await deps.workspaces.get(workspaceId))) return null;
  const days = Array.from({ length: daysIn(from, to) }, (_, index) => addDays(from, index));
  const channels = withoutSites(await deps.channels.list(workspaceId));
  const compared: KpiDifference[][] = [];
  const recounts = new Map<string, Awaited<ReturnType<typeof recount>>>();
  for (const day of days) recounts.set(day, await recount(deps, workspaceId, day));
  for (const scope of [wholeWorkspace, ...channels.map(({ id }) => id)]) {
    const [rows, weeks] = await Promise.all([
      deps.kpiDays.between(workspaceId, scope, "day", from, to),
      deps.kpiDays.between(workspaceId, scope, "week", from, to),
    ]);
    for (const day of days) {
      const counted = recounts.get(day);
      const wanted = scope === wholeWorkspace ? counted?.workspace : counted?.channels.get(scope);
      if (!wanted || (!rows.has(day) && !hasHappened(wanted))) continue;
      compared.push(compare({ grain: "day", day, scope }, kpisOf(rows.get(day) ?? noParts), wanted));
    }
    for (const monday of days.filter((day) => mondayOf(day) === day && addDays(day, 6) <= to)) {
      const ofWeek = [...rows].filter(([day]) => mondayOf(day) === monday);
      if (ofWeek.length === 0) continue;
      const wanted = kpisOf(mergeDays(inOrder(ofWeek)));
      compared.push(compare({ grain: "week", day: monday, scope }, kpisOf(weeks.get(monday) ?? noParts), wanted));
    }
  }
  return { compared: compared.length, differences: compared.flat() };
}

function compare(place: Place, stored: Kpis, recounted: Kpis): KpiDifference[] {
  return kpiNames
    .filter((kpi) => canonicalJson(stored[kpi]) !== canonicalJson(recounted[kpi]))
    .map((kpi) => ({ ...place, kpi, stored: stored[kpi], recounted: recounted[kpi] }));
}

/** Whether anything was counted or measured, so that a row must be there. */
function hasHappened({ audienceGrowth, reach, engagementByType, leads, response, negativeFeedback }: Kpis): boolean {
  const counts: readonly Figure[] = [
    ...contentTypes.map((type) => engagementByType[type].posts),
    leads.new,
    response.received,
    negativeFeedback.negativeMessages,
    negativeFeedback.lowReviews,
  ];
  const isMeasured = audienceGrowth.followersEnd.available || reach.people.available;
  return isMeasured || counts.some((one) => one.available && one.value > 0);
}
