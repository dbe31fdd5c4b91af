import * as v from "valibot";
import { authorize } from "../access/index.ts";
import type { MemberActor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import type { Threads } from "./ports.ts";

/** A member who has a thread open. */
export const presenceSchema = v.object({
  workspaceId: v.string(),
  threadId: v.string(),
  memberId: v.string(),
  activity: v.picklist(["looking", "writing"]),
  /** Epoch ms; after it the member is gone, whether or not the item still is. */
  until: v.number(),
});
export type Presence = v.InferOutput<typeof presenceSchema>;

export interface Presences {
  put(presence: Presence): Promise<void>;
  remove(workspaceId: string, threadId: string, memberId: string): Promise<void>;
  /** Those whose `until` lies after `nowMs`. */
  listByThread(workspaceId: string, threadId: string, nowMs: number): Promise<readonly Presence[]>;
}

export const showPresenceSchema = v.object({ activity: v.picklist(["looking", "writing", "gone"]) });
export type ShowPresenceInput = v.InferOutput<typeof showPresenceSchema> & { readonly threadId: string };

/** How long a member counts as there after they last said so: two of the dashboard's rounds and some seconds. */
export const presenceMs = 45_000;

/** Says that the member has a thread open, writes an answer in it, or has left it. */
export async function showPresence(
  deps: { threads: Pick<Threads, "get">; presences: Presences; clock: Clock },
  actor: MemberActor,
  input: ShowPresenceInput,
): Promise<Result<void, Failure>> {
  const allowed = authorize(actor, "respond");
  if (!allowed.ok) return allowed;
  const { workspaceId, memberId } = actor;
  const { threadId, activity } = input;
  if (activity === "gone") {
    await deps.presences.remove(workspaceId, threadId, memberId);
    return ok(undefined);
  }
  if (!(await deps.threads.get(workspaceId, threadId))) return err(notFound());
  await deps.presences.put({ workspaceId, threadId, memberId, activity, until: deps.clock.nowMs() + presenceMs });
  return ok(undefined);
}
