import type { Actor } from "../kernel/actor.ts";
import type { Failure } from "../kernel/failure.ts";
import type { Result } from "../kernel/result.ts";
import { changeThread } from "./change-thread.ts";
import type { Thread } from "./model.ts";
import type { Threads } from "./ports.ts";

/** Takes away the reply that a rule laid ready: somebody has used it, or does not want it. */
export const layAsideDraft = (
  deps: { threads: Threads },
  actor: Actor,
  { threadId }: { threadId: string },
): Promise<Result<Thread, Failure>> => changeThread(deps.threads, actor, threadId, () => ({ draft: undefined }));
