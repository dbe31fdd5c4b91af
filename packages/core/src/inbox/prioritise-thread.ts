import * as v from "valibot";
import type { Actor } from "../kernel/actor.ts";
import type { Failure } from "../kernel/failure.ts";
import type { Result } from "../kernel/result.ts";
import { changeThread } from "./change-thread.ts";
import type { Thread } from "./model.ts";
import type { Threads } from "./ports.ts";

export const prioritiseThreadSchema = v.object({ priority: v.picklist(["normal", "high"]) });
export type PrioritiseThreadInput = v.InferOutput<typeof prioritiseThreadSchema> & { readonly threadId: string };

/** Says that a thread comes before others, or that it no longer does. */
export const prioritiseThread = (
  deps: { threads: Threads },
  actor: Actor,
  { threadId, priority }: PrioritiseThreadInput,
): Promise<Result<Thread, Failure>> =>
  changeThread(deps.threads, actor, threadId, () => ({ priority: priority === "high" ? priority : undefined }));
