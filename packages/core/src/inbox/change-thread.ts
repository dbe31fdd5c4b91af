import { authorize } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { changedMeanwhile } from "./errors.ts";
import type { Thread } from "./model.ts";
import type { Threads } from "./ports.ts";

/** Others (intake above all) write the same thread only so often while one change is made. */
const maxAttempts = 10;

/** Makes a member's change of a thread on whatever the thread is by now; who may respond may make it. */
export async function changeThread(
  threads: Pick<Threads, "get" | "save">,
  actor: Actor,
  threadId: string,
  how: (thread: Thread) => Partial<Thread>,
): Promise<Result<Thread, Failure>> {
  const allowed = authorize(actor, "respond");
  if (!allowed.ok) return allowed;
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const thread = await threads.get(actor.workspaceId, threadId);
    if (!thread || thread.state === "empty") return err(notFound());
    const next: Thread = { ...thread, ...how(thread), revision: thread.revision + 1 };
    if (await threads.save(next, thread)) return ok(next);
  }
  return err(changedMeanwhile());
}
