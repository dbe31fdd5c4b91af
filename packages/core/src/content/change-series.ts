import * as v from "valibot";
import { authorize } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { versionSchema } from "../kernel/ids.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { localTimeSchema } from "../kernel/time.ts";
import type { SeriesDeps } from "./create-series.ts";
import { changedMeanwhile, seriesHasNoDate, seriesIsOver, tooManySkips } from "./errors.ts";
import { seriesChanged } from "./events.ts";
import { ruleFailure } from "./recurrence.ts";
import { hasDate, mostSkips, ruleSchema, type Series, startSchema } from "./series.ts";

/**
 * What can be changed of a series as a whole; the words are the template's. `end` takes every date from now on away,
 * or from a local time on; `skip` leaves one date out, `unskip` takes it back; `rule` gives all dates to come anew.
 */
export const seriesChangeSchema = v.variant("kind", [
  v.object({ kind: v.literal("pause") }),
  v.object({ kind: v.literal("resume") }),
  v.object({ kind: v.literal("end"), from: v.optional(localTimeSchema) }),
  v.object({ kind: v.literal("skip"), at: localTimeSchema }),
  v.object({ kind: v.literal("unskip"), at: localTimeSchema }),
  v.object({ kind: v.literal("rule"), rule: ruleSchema, start: startSchema }),
]);
export type SeriesChange = v.InferOutput<typeof seriesChangeSchema>;

export const changeSeriesSchema = v.object({
  seriesId: v.string(),
  version: versionSchema,
  change: seriesChangeSchema,
});

/** Changes a series on the version that the person saw; its dates follow within moments, up to each one's claim. */
export async function changeSeries(
  deps: Pick<SeriesDeps, "series" | "events" | "clock">,
  actor: Actor,
  input: v.InferOutput<typeof changeSeriesSchema>,
): Promise<Result<Series, Failure>> {
  const allowed = authorize(actor, "schedule");
  if (!allowed.ok) return allowed;
  const found = await deps.series.get(actor.workspaceId, input.seriesId);
  if (!found) return err(notFound());
  if (found.version !== input.version) return err(changedMeanwhile());
  if (found.state === "ended") return err(seriesIsOver());
  const next = changed(found, input.change);
  if (!next.ok) return next;
  const saved = await deps.series.save({ ...next.value, nextPlanAt: deps.clock.nowMs() });
  if (!saved) return err(changedMeanwhile());
  await deps.events.publish([seriesChanged.make(deps.clock, actor, { seriesId: saved.id })]);
  return ok(saved);
}

function changed(series: Series, change: SeriesChange): Result<Series, Failure> {
  switch (change.kind) {
    case "pause":
      return ok({ ...series, state: "paused" });
    case "resume":
      return ok({ ...series, state: "active" });
    case "end":
      return ok(change.from === undefined ? { ...series, state: "ended" } : { ...series, endsBefore: change.from });
    case "skip":
      if (!hasDate(series, change.at)) return err(seriesHasNoDate());
      if (series.skips.length >= mostSkips) return err(tooManySkips());
      return ok({ ...series, skips: [...new Set([...series.skips, change.at])].sort() });
    case "unskip":
      return ok({ ...series, skips: series.skips.filter((at) => at !== change.at) });
    case "rule": {
      const wrong = ruleFailure(change.rule, change.start);
      return wrong ? err(wrong) : ok({ ...series, rule: change.rule, start: change.start });
    }
  }
}
