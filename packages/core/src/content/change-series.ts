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
  /** The series' revision. */
  version: versionSchema,
  change: seriesChangeSchema,
});

/** The planner may write in between; a person's change is then made on what it left. */
const mostRounds = 5;

/** Changes a series on the revision that the person saw; its dates follow within moments, up to each one's claim. */
export async function changeSeries(
  deps: Pick<SeriesDeps, "series" | "events" | "clock">,
  actor: Actor,
  input: v.InferOutput<typeof changeSeriesSchema>,
): Promise<Result<Series, Failure>> {
  const allowed = authorize(actor, "schedule");
  if (!allowed.ok) return allowed;
  for (let round = 0; round < mostRounds; round += 1) {
    const found = await deps.series.get(actor.workspaceId, input.seriesId);
    if (!found) return err(notFound());
    if (found.revision !== input.version) return err(changedMeanwhile());
    if (found.state === "ended") return err(seriesIsOver());
    const next = changed(found, input.change);
    if (!next.ok) return next;
    const stamped = { ...next.value, revision: found.revision + 1, nextPlanAt: deps.clock.nowMs() };
    const saved = await deps.series.save(stamped);
    if (!saved) continue;
    await deps.events.publish([seriesChanged.make(deps.clock, actor, { seriesId: saved.id })]);
    return ok(saved);
  }
  return err(changedMeanwhile());
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
