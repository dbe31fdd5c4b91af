import type { SeriesStore } from "../content/index.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Queue } from "../kernel/queue.ts";
import type { SeriesMessage } from "./plan-messages.ts";

/**
 * Enqueues the planning whose time has come. Nothing is noted here: the planner moves the time on when it is done, so
 * what was lost on the way is enqueued again, and what comes twice finds nothing left to do.
 */
export async function planDue(deps: {
  series: Pick<SeriesStore, "due">;
  planQueue: Queue<SeriesMessage>;
  clock: Clock;
}): Promise<{ series: number }> {
  const due = await deps.series.due(deps.clock.nowMs());
  const messages = due.map(({ workspaceId, id }) => ({
    message: { kind: "plan-series" as const, workspaceId, seriesId: id },
  }));
  if (messages.length > 0) await deps.planQueue.sendAll(messages);
  return { series: due.length };
}
