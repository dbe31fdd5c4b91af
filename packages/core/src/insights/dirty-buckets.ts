import type { Workspaces } from "../access/index.ts";
import type { Clock } from "../kernel/clock.ts";
import type { DirtyBuckets } from "../kernel/dirty-buckets.ts";
import type { Queue } from "../kernel/queue.ts";
import { hourOf, minuteOf } from "./hours.ts";
import type { RollupMessage } from "./messages.ts";
import type { DirtyMarks } from "./ports.ts";

/** A mark this old stands for a message that was never sent or has died; it is set anew. */
const staleMs = 15 * 60_000;
/** How long a recount waits for more events of its hour, and for the indexes to show the one that made the mark. */
const gatherMs = 2_000;

/**
 * Marks dirty hours (`channelId` may be `none`) and sends one message for each that was clean. What is lost in between,
 * by a crash or by an index that lags, is healed by the recount of the whole day that follows each measurement.
 */
export function dirtyBuckets(deps: {
  workspaces: Pick<Workspaces, "get">;
  marks: Pick<DirtyMarks, "put" | "release">;
  rollupQueue: Queue<RollupMessage>;
  clock: Clock;
}): DirtyBuckets {
  return {
    mark: async (workspaceId, channelId, atMs) => {
      const workspace = await deps.workspaces.get(workspaceId);
      if (!workspace) return;
      const key = { workspaceId, channelId, ...hourOf(atMs, workspace.timeZone) };
      const minute = minuteOf(atMs, workspace.timeZone);
      if (!(await deps.marks.put({ ...key, minute }, deps.clock.nowMs(), staleMs))) return;
      try {
        await deps.rollupQueue.send(key, { delayMs: gatherMs });
      } catch (error) {
        await deps.marks.release(key);
        throw error;
      }
    },
  };
}
