import * as v from "valibot";
import { authorize, type Workspaces } from "../access/index.ts";
import type { Channels } from "../channels/connected/index.ts";
import { withoutSites } from "../channels/sites.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { idSchema } from "../kernel/ids.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { startOfDay } from "../kernel/time.ts";
import { periodStarts, type ReviewFigures, type ReviewPeriod, trendOf } from "./figures.ts";
import { importedChannel } from "./imported-figures.ts";
import type { Reviews } from "./ports.ts";

export type { ReviewFigures, ReviewPeriod } from "./figures.ts";

export const readReviewFiguresSchema = v.object({
  by: v.optional(v.picklist(["week", "month"]), "week"),
  channelId: v.optional(idSchema),
});

export interface ReviewFiguresDeps {
  readonly reviews: Pick<Reviews, "listByChannelAndTime">;
  readonly channels: Pick<Channels, "list">;
  readonly workspaces: Pick<Workspaces, "get">;
  readonly clock: Clock;
}

/**
 * How the reviews of the last 26 weeks or 12 months went, of one channel or of all, the imported ones among them: one query for each channel, counted
 * anew each time, so that a late or changed review stands in its own period.
 */
export async function readReviewFigures(
  deps: ReviewFiguresDeps,
  actor: Actor,
  { by, channelId }: v.InferOutput<typeof readReviewFiguresSchema>,
): Promise<Result<{ periods: readonly ReviewPeriod[]; total: ReviewFigures }, Failure>> {
  const allowed = authorize(actor, "read");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const [workspace, channels] = await Promise.all([deps.workspaces.get(workspaceId), deps.channels.list(workspaceId)]);
  const all = [...withoutSites(channels).map(({ id }) => id), importedChannel];
  const chosen = all.filter((id) => channelId === undefined || id === channelId);
  if (!workspace || chosen.length === 0) return err(notFound());
  const { timeZone } = workspace;
  const starts = periodStarts(by, deps.clock.nowMs(), timeZone);
  const [from, to] = [startOfDay(starts[0] ?? "", timeZone), startOfDay(starts.at(-1) ?? "", timeZone)];
  const found = await Promise.all(chosen.map((id) => deps.reviews.listByChannelAndTime(workspaceId, id, from, to)));
  return ok(trendOf(found.flat(), starts, timeZone));
}
