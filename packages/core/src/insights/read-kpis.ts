import { Temporal } from "temporal-polyfill";
import * as v from "valibot";
import { authorize, type Workspaces } from "../access/index.ts";
import type { Channels } from "../channels/connected/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { addDays, dayOf, daySchema } from "../kernel/time.ts";
import { maxPeriodDays, periodReversed, periodTooLong } from "./failures.ts";
import { changeOf, headlinesOf, unknownHeadlines } from "./headlines.ts";
import { type KpiParts, mergeDays, noParts } from "./kpi-parts.ts";
import { kpisOf } from "./kpis.ts";
import { type KpiDay, type KpiPoint, type KpiReport, wholeWorkspace } from "./model.ts";
import type { KpiDays, Sheet } from "./ports.ts";

export interface ReadKpisDeps {
  readonly kpiDays: KpiDays;
  readonly workspaces: Pick<Workspaces, "get">;
  readonly channels: Pick<Channels, "get">;
  readonly clock: Clock;
}

/** Which figures are asked for: of a channel or of `all`, from one day to another, both included. */
export const readKpisSchema = v.object({
  channelId: v.optional(v.string(), wholeWorkspace),
  from: daySchema,
  to: daySchema,
});
export type ReadKpis = v.InferOutput<typeof readKpisSchema>;

/** Up to this many days a point of the series is a day. */
const daysByDay = 92;

/**
 * The eight KPIs of a period of at most 366 days, with the change against the period of equal length before it and the
 * series of the headlines. Days that are still to come are no points of the series. Costs one query.
 */
export async function readKpis(deps: ReadKpisDeps, actor: Actor, input: ReadKpis): Promise<Result<KpiReport, Failure>> {
  const today = await todayFor(deps, actor, input.channelId);
  if (!today.ok) return today;
  const { channelId: scope, from, to } = input;
  const length = daysFrom(from, to) + 1;
  if (length < 1) return err(periodReversed());
  if (length > maxPeriodDays) return err(periodTooLong());
  const before = { from: addDays(from, -length), to: addDays(from, -1) };
  const sheet = await deps.kpiDays.between(actor.workspaceId, scope, before.from, to);
  const [now, then] = [merged(sheet, from, to), merged(sheet, before.from, before.to)];
  const [kpis, kpisBefore] = [kpisOf(now, then.profile), kpisOf(then)];
  const hasBefore = [...sheet.keys()].some((day) => day < from);
  return ok({
    scope,
    from,
    to,
    measuredAt: now.measuredAt,
    kpis,
    before: { ...before, kpis: kpisBefore },
    change: changeOf(headlinesOf(kpis), hasBefore ? headlinesOf(kpisBefore) : null),
    step: length <= daysByDay ? "day" : "week",
    series: seriesOf(sheet, from, earlierOf(to, today.value), length <= daysByDay ? 1 : 7),
  });
}

/** The eight KPIs of one day of a channel or of `all`. */
export async function readKpiDay(
  deps: ReadKpisDeps,
  actor: Actor,
  { channelId: scope, day }: { channelId: string; day: string },
): Promise<Result<KpiDay, Failure>> {
  const today = await todayFor(deps, actor, scope);
  if (!today.ok) return today;
  const parts = (await deps.kpiDays.between(actor.workspaceId, scope, day, day)).get(day) ?? noParts;
  return ok({ scope, day, measuredAt: parts.measuredAt, kpis: kpisOf(parts) });
}

/** Today in the workspace's zone, if the actor may read this scope and it exists. */
async function todayFor(deps: ReadKpisDeps, actor: Actor, scope: string): Promise<Result<string, Failure>> {
  const allowed = authorize(actor, "read");
  if (!allowed.ok) return allowed;
  const [workspace, channel] = await Promise.all([
    deps.workspaces.get(actor.workspaceId),
    scope === wholeWorkspace ? null : deps.channels.get(actor.workspaceId, scope),
  ]);
  if (!workspace || (scope !== wholeWorkspace && !channel)) return err(notFound());
  return ok(dayOf(deps.clock.nowMs(), workspace.timeZone));
}

function earlierOf(a: string, b: string): string {
  return a < b ? a : b;
}

const daysFrom = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "days" }).days;

/** The parts of a period; days without figures take no part. */
export function merged(sheet: Sheet, from: string, to: string): KpiParts {
  const days = [...sheet].filter(([day]) => day >= from && day <= to).sort(([a], [b]) => (a < b ? -1 : 1));
  return mergeDays(days.map(([, parts]) => parts));
}

/** Points of a day, or of a week from Monday cut to the period; before the first figures there are gaps. */
function seriesOf(sheet: Sheet, from: string, to: string, step: 1 | 7): KpiPoint[] {
  const first = [...sheet.keys()].reduce(earlierOf, "9999-12-31");
  const points: KpiPoint[] = [];
  for (let start = from; start <= to; ) {
    const weekday = Temporal.PlainDate.from(start).dayOfWeek;
    const end = earlierOf(step === 1 ? start : addDays(start, 7 - weekday), to);
    const parts = merged(sheet, start, end);
    const figures = end < first ? unknownHeadlines : headlinesOf(kpisOf(parts));
    points.push({ from: start, to: end, measuredAt: parts.measuredAt, figures });
    start = addDays(end, 1);
  }
  return points;
}
