import * as v from "valibot";
import { authorize } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, type Result } from "../kernel/result.ts";
import { localTimeSchema } from "../kernel/time.ts";
import { instantOf } from "../publishing/index.ts";
import { changeThread } from "./change-thread.ts";
import { snoozeNotAhead } from "./errors.ts";
import type { Thread } from "./model.ts";
import type { Threads } from "./ports.ts";
import { policyOf, type ReadPolicyDeps } from "./response-targets.ts";
import { standing } from "./thread-summary.ts";

/** Until when, by the workspace's clock; `null` takes a snooze back. */
export const snoozeThreadSchema = v.object({ until: v.nullable(localTimeSchema) });
export type SnoozeThreadInput = v.InferOutput<typeof snoozeThreadSchema> & { readonly threadId: string };

const longestMs = 366 * 86_400_000;

/**
 * Sets a thread aside until an instant at most a year ahead. It comes back by itself then, and earlier when the person
 * writes again; see `is-snoozed.ts`. A thread that was done is open from then on.
 */
export async function snoozeThread(
  deps: { threads: Threads; clock: Clock } & ReadPolicyDeps,
  actor: Actor,
  input: SnoozeThreadInput,
): Promise<Result<Thread, Failure>> {
  const allowed = authorize(actor, "respond");
  if (!allowed.ok) return allowed;
  const { until } = input;
  if (until === null) return changeThread(deps.threads, actor, input.threadId, () => ({ snooze: undefined }));
  const [workspace, thread, versions] = await Promise.all([
    deps.workspaces.get(actor.workspaceId),
    deps.threads.get(actor.workspaceId, input.threadId),
    deps.responseTargets.list(actor.workspaceId),
  ]);
  if (!workspace || !thread) return err(notFound());
  const { dueAt } = instantOf(until, workspace.timeZone);
  const ahead = dueAt - deps.clock.nowMs();
  if (ahead <= 0 || ahead > longestMs) return err(snoozeNotAhead());
  const policy = policyOf(versions, workspace.timeZone, thread.channelId);
  return changeThread(deps.threads, actor, input.threadId, (stored) => ({
    doneMark: undefined,
    snooze: { until: dueAt, customers: stored.customers },
    ...standing(stored, undefined, policy),
  }));
}
