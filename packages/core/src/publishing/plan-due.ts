import type { Evergreens, SeriesStore } from "../content/index.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Queue } from "../kernel/queue.ts";
import type { RecycleMessage, SeriesMessage } from "./plan-messages.ts";

/**
 * Enqueues the planning whose time has come. Nothing is noted here: the planner moves the time on when it is done, so
 * what was lost on the way is enqueued again, and what comes twice finds nothing left to do.
 */
export async function planDue(deps: {
  series: Pick<SeriesStore, "due">;
  evergreens: Pick<Evergreens, "dueWorkspaces">;
  planQueue: Queue<SeriesMessage | RecycleMessage>;
  clock: Clock;
}): Promise<{ series: number; workspaces: number }> {
  const now = deps.clock.nowMs();
  const [series, workspaces] = await Promise.all([deps.series.due(now), deps.evergreens.dueWorkspaces(now)]);
  const messages: { message: SeriesMessage | RecycleMessage }[] = [
    ...series.map(({ workspaceId, id }) => ({
      message: { kind: "plan-series" as const, workspaceId, seriesId: id },
    })),
    ...workspaces.map((workspaceId) => ({ message: { kind: "recycle" as const, workspaceId } })),
  ];
  if (messages.length > 0) await deps.planQueue.sendAll(messages);
  return { series: series.length, workspaces: workspaces.length };
}
