import * as v from "valibot";
import { authorize, type Workspaces } from "../access/index.ts";
import type { Channels } from "../channels/connected/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { idSchema } from "../kernel/ids.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { addDays, dayOf, daySchema } from "../kernel/time.ts";
import { maxPeriodDays, periodReversed, periodTooLong } from "./failures.ts";
import { mergeDays, noParts } from "./kpi-parts.ts";
import { earlierOf, kpiReportOf, type Span, within } from "./kpi-report.ts";
import { kpisOf } from "./kpis.ts";
import { inOrder } from "./merge-up.ts";
import { type KpiDay, type KpiReport, wholeWorkspace } from "./model.ts";
import { daysIn, mondayOf, monthOf, monthsIn } from "./pages.ts";
import type { KpiDays, Sheet } from "./ports.ts";
import { usualDays } from "./unusual-days.ts";

export interface ReadKpisDeps {
  readonly kpiDays: KpiDays;
  readonly workspaces: Pick<Workspaces, "get">;
  readonly channels: Pick<Channels, "get">;
  readonly clock: Clock;
}

/** Which figures are asked for: of a channel or of `all`, from one day to another, both included. */
export const readKpisSchema = v.object({
  channelId: v.optional(idSchema, wholeWorkspace),
  from: daySchema,
  to: daySchema,
  /** A period longer than 92 days is told by weeks, or by months where that is asked for. */
  by: v.optional(v.picklist(["week", "month"]), "week"),
});
export type ReadKpis = v.InferOutput<typeof readKpisSchema>;

/** Up to this many days are read, and drawn, day by day. */
export const maxDaysByDay = 92;

/**
 * The eight KPIs of a period of at most 366 days, with the change against the period of equal length before it and the
 * series of the headlines. A period longer than 92 days is widened to begin on a Monday, drawn by weeks and compared with
 * as many whole weeks before, or the same by months. Days that are still to come are no points of the series. Costs one query, or two for a long
 * period that ends within a week.
 */
export async function readKpis(deps: ReadKpisDeps, actor: Actor, input: ReadKpis): Promise<Result<KpiReport, Failure>> {
  const today = await todayFor(deps, actor, input.channelId);
  if (!today.ok) return today;
  const asked = daysIn(input.from, input.to);
  if (asked < 1) return err(periodReversed());
  if (asked > maxPeriodDays) return err(periodTooLong());
  const { channelId: scope, to } = input;
  const step = asked <= maxDaysByDay ? "day" : input.by;
  const { from, before } = periodsOf(step, input.from, to);
  const rows = await readers[step](deps.kpiDays, actor.workspaceId, scope, { from, to, before });
  return ok(kpiReportOf({ scope, from, to, before, today: today.value, step, ...rows }));
}

/** Where a period begins so that its rows are whole, and as many rows before it. */
function periodsOf(step: KpiReport["step"], asked: string, to: string): { from: string; before: Span } {
  const from = { day: asked, week: mondayOf(asked), month: monthOf(asked) }[step];
  const first = {
    day: () => addDays(from, -daysIn(from, to)),
    week: () => addDays(from, -7 * Math.ceil(daysIn(from, to) / 7)),
    month: () => monthOf(from, monthsIn(from, to)),
  }[step];
  return { from, before: { from: first(), to: addDays(from, -1) } };
}

/** The eight KPIs of one day of a channel or of `all`. */
export async function readKpiDay(
  deps: ReadKpisDeps,
  actor: Actor,
  { channelId: scope, day }: { channelId: string; day: string },
): Promise<Result<KpiDay, Failure>> {
  const today = await todayFor(deps, actor, scope);
  if (!today.ok) return today;
  const parts = (await deps.kpiDays.between(actor.workspaceId, scope, "day", day, day)).get(day) ?? noParts;
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

type ReadRows = (
  kpiDays: KpiDays,
  workspaceId: string,
  scope: string,
  span: Span & { before: Span },
) => Promise<{ rows: Sheet; rowsBefore: Sheet /** Days, from those that say what is usual. */; usual: Sheet }>;

const readDays: ReadRows = async (kpiDays, workspaceId, scope, { from, to, before }) => {
  const all = await kpiDays.between(workspaceId, scope, "day", earlierOf(before.from, addDays(from, -usualDays)), to);
  return { rows: within(all, { from, to }), rowsBefore: within(all, before), usual: all };
};

/** The last week may be cut, so its days are read. */
const readWeeks: ReadRows = async (kpiDays, workspaceId, scope, { from, to, before }) => {
  const [weeks, last] = await Promise.all([
    kpiDays.between(workspaceId, scope, "week", before.from, to),
    cutWeek(kpiDays, workspaceId, scope, to),
  ]);
  return {
    rows: new Map([...within(weeks, { from, to }), ...last]),
    rowsBefore: within(weeks, before),
    usual: new Map(),
  };
};

/** Months are put together from their days. */
const readMonths: ReadRows = async (kpiDays, workspaceId, scope, { from, to, before }) => {
  const days = await kpiDays.between(workspaceId, scope, "day", before.from, to);
  return { rows: byMonth(within(days, { from, to })), rowsBefore: byMonth(within(days, before)), usual: new Map() };
};

function byMonth(days: Sheet): Sheet {
  const months = Map.groupBy(days, ([day]) => monthOf(day));
  return new Map([...months].map(([month, rows]) => [month, mergeDays(inOrder(rows))]));
}

const readers: Readonly<Record<KpiReport["step"], ReadRows>> = { day: readDays, week: readWeeks, month: readMonths };

/** The row of the week in which a period ends, up to that day; none when the week ends with it. */
async function cutWeek(kpiDays: KpiDays, workspaceId: string, scope: string, to: string): Promise<Sheet> {
  const monday = mondayOf(to);
  if (addDays(monday, 6) === to) return new Map();
  const days = await kpiDays.between(workspaceId, scope, "day", monday, to);
  return new Map(days.size === 0 ? [] : [[monday, mergeDays(inOrder([...days]))]]);
}
