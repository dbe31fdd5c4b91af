import { authorize } from "../access/index.ts";
import { type Figure, notAvailable } from "../channels/measurement.ts";
import type { Actor } from "../kernel/actor.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { addDays, dayOf } from "../kernel/time.ts";
import { mergeDays } from "./kpi-parts.ts";
import { kpisOf } from "./kpis.ts";
import { inOrder } from "./merge-up.ts";
import { type AudienceGrowth, wholeWorkspace } from "./model.ts";
import { figureOfPart, isWaiting, type Part } from "./part.ts";
import type { ReadKpisDeps } from "./read-kpis.ts";

/** The followers of all channels over the last days, for the Today page. */
export interface AudienceSeries extends AudienceGrowth {
  readonly measuredAt: number | null;
  /** One point a day, the oldest first; a day on which a channel was not measured is a gap, not a dip. */
  readonly series: readonly { readonly day: string; readonly followers: Figure }[];
}

/** Followers over the last `days` days (1..92) up to today, of all channels together. */
export async function readAudience(
  deps: Pick<ReadKpisDeps, "kpiDays" | "workspaces" | "clock">,
  actor: Actor,
  { days }: { days: number },
): Promise<Result<AudienceSeries, Failure>> {
  const allowed = authorize(actor, "read");
  if (!allowed.ok) return allowed;
  const workspace = await deps.workspaces.get(actor.workspaceId);
  if (!workspace) return err(notFound());
  const to = dayOf(deps.clock.nowMs(), workspace.timeZone);
  const from = addDays(to, 1 - days);
  const sheet = await deps.kpiDays.between(actor.workspaceId, wholeWorkspace, "day", from, to);
  const parts = mergeDays(inOrder([...sheet]));
  const series = Array.from({ length: days }, (_, index) => {
    const day = addDays(from, index);
    return { day, followers: wholeFigure(sheet.get(day)?.growth.end) };
  });
  return ok({ ...kpisOf(parts).audienceGrowth, measuredAt: parts.measuredAt, series });
}

/** The sum only when every channel that has followers gave them. */
function wholeFigure(end: Part | undefined): Figure {
  if (!end) return notAvailable("not-yet");
  return isWaiting(end) ? notAvailable("not-yet") : figureOfPart(end, "not-yet");
}
