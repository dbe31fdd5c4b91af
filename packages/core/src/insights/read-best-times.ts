import { authorize, type Workspaces } from "../access/index.ts";
import type { Channels } from "../channels/connected/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { type BestTimes, bestTimes } from "./best-times.ts";
import type { PublicationResults } from "./ports.ts";

/** How far back publications are compared: habits of a year ago say little about today's. */
const historyMs = 180 * 86_400_000;
const mostPublications = 1000;

export interface BestTimesDeps {
  readonly workspaces: Pick<Workspaces, "get">;
  readonly channels: Pick<Channels, "get">;
  readonly results: Pick<PublicationResults, "since">;
  readonly clock: Clock;
}

/** When a channel's publications of the last half year did best, in the workspace's own time. One query. */
export async function readBestTimes(
  deps: BestTimesDeps,
  actor: Actor,
  { channelId }: { channelId: string },
): Promise<Result<BestTimes & { timeZone: string }, Failure>> {
  const allowed = authorize(actor, "read");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const [workspace, channel] = await Promise.all([
    deps.workspaces.get(workspaceId),
    deps.channels.get(workspaceId, channelId),
  ]);
  if (!workspace || !channel) return err(notFound());
  const now = deps.clock.nowMs();
  const results = await deps.results.since(workspaceId, channelId, now - historyMs, mostPublications);
  return ok({ ...bestTimes(results, workspace.timeZone, now), timeZone: workspace.timeZone });
}
