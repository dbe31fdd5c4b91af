import type { Workspaces } from "../access/index.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Queue } from "../kernel/queue.ts";
import { hourOf } from "./hours.ts";
import type { RollupMessage } from "./messages.ts";
import type { DirtyBuckets, DirtyMarks } from "./ports.ts";

/** A mark this old stands for a message that was never sent or has died; it is set anew. */
const staleMs = 15 * 60_000;
/** How long a recount waits for more events of its hour. */
const gatherMs = 2_000;

/** Marks dirty hours and sends one message for each hour that was clean. */
export function dirtyBuckets(deps: {
  workspaces: Pick<Workspaces, "get">;
  marks: Pick<DirtyMarks, "put">;
  rollupQueue: Queue<RollupMessage>;
  clock: Clock;
}): DirtyBuckets {
  return {
    mark: async (workspaceId, channelId, atMs) => {
      const workspace = await deps.workspaces.get(workspaceId);
      if (!workspace) return;
      const key = { workspaceId, channelId, ...hourOf(atMs, workspace.timeZone) };
      const first = await deps.marks.put(key, deps.clock.nowMs(), staleMs);
      if (first) await deps.rollupQueue.send(key, { delayMs: gatherMs });
    },
  };
}
