import type { Clock } from "../kernel/clock.ts";
import type { SourceQueue, Sources } from "./ports.ts";

/** Enqueues the sources whose time has come; the reader moves the time on, so what is lost is enqueued again. */
export async function readDueSources(deps: {
  sources: Pick<Sources, "due">;
  sourceQueue: SourceQueue;
  clock: Clock;
}): Promise<number> {
  const due = await deps.sources.due(deps.clock.nowMs());
  const messages = due.map(({ workspaceId, id }) => ({
    message: { kind: "read-source" as const, workspaceId, sourceId: id },
  }));
  if (messages.length > 0) await deps.sourceQueue.sendAll(messages);
  return due.length;
}
