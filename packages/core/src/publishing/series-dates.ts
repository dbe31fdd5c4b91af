import * as v from "valibot";
import type { Workspaces } from "../access/index.ts";
import { ruleFailure, ruleSchema, type Series, startSchema, upcoming } from "../content/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { timeZoneSchema } from "../kernel/time.ts";
import { type DueTime, instantOf } from "./due-time.ts";
import { localNow } from "./plan-series.ts";

/** A date of a series: its local time, the instant, the clock change that moved it, whether it is left out. */
export interface SeriesDate extends DueTime {
  readonly at: string;
  readonly skipped: boolean;
}

/** The next dates of a series, at most `count`, those that are left out among them. */
export function seriesDates(
  series: Pick<Series, "rule" | "start" | "timeZone" | "endsBefore" | "skips">,
  now: number,
  count: number,
): readonly SeriesDate[] {
  const skipped = new Set(series.skips);
  return upcoming(series, localNow(now, series.timeZone), count)
    .map((at) => ({ at, ...instantOf(at, series.timeZone), skipped: skipped.has(at) }))
    .filter(({ dueAt }) => dueAt > now);
}

/** A rule that a person is choosing; the workspace's zone, if none is named. */
export const previewSeriesSchema = v.object({
  rule: ruleSchema,
  start: startSchema,
  timeZone: v.optional(timeZoneSchema),
});

/** The next five dates that a rule would give, before anything is stored. */
export async function previewSeries(
  deps: { workspaces: Pick<Workspaces, "get">; clock: Clock },
  actor: Actor,
  input: v.InferOutput<typeof previewSeriesSchema>,
): Promise<Result<{ timeZone: string; dates: readonly SeriesDate[] }, Failure>> {
  const wrong = ruleFailure(input.rule, input.start);
  if (wrong) return err(wrong);
  const workspace = await deps.workspaces.get(actor.workspaceId);
  if (!workspace) return err(notFound());
  const timeZone = input.timeZone ?? workspace.timeZone;
  return ok({ timeZone, dates: seriesDates({ ...input, timeZone, skips: [] }, deps.clock.nowMs(), 5) });
}
