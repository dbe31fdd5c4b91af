import * as v from "valibot";
import { authorize, type Members, type Workspaces } from "../access/index.ts";
import type { WordBooks } from "../content/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import type { EventPublisher } from "../kernel/events.ts";
import type { Failure } from "../kernel/failure.ts";
import { idSchema } from "../kernel/ids.ts";
import { ok, type Result } from "../kernel/result.ts";
import { labelThread, labelThreadSchema } from "./label-thread.ts";
import { assignThread, assignThreadSchema, markThread, markThreadSchema } from "./mark-thread.ts";
import type { Thread } from "./model.ts";
import type { Threads } from "./ports.ts";
import type { ReadPolicyDeps } from "./response-targets.ts";
import { snoozeThread, snoozeThreadSchema } from "./snooze-thread.ts";

export const changeManySchema = v.object({
  threadIds: v.pipe(v.array(idSchema), v.minLength(1), v.maxLength(100)),
  act: v.variant("kind", [
    v.object({ kind: v.literal("mark"), ...markThreadSchema.entries }),
    v.object({ kind: v.literal("assign"), ...assignThreadSchema.entries }),
    v.object({ kind: v.literal("label"), ...labelThreadSchema.entries }),
    v.object({ kind: v.literal("snooze"), ...snoozeThreadSchema.entries }),
  ]),
});
export type ChangeManyInput = v.InferOutput<typeof changeManySchema>;

export interface ChangeManyDeps extends ReadPolicyDeps {
  readonly threads: Threads;
  readonly members: Pick<Members, "get">;
  readonly workspaces: Pick<Workspaces, "get">;
  readonly wordBooks: WordBooks;
  readonly events: EventPublisher;
  readonly clock: Clock;
}

/** What became of each thread, in the order asked for. */
export type ManyChanged = readonly { readonly threadId: string; readonly outcome: Result<Thread, Failure> }[];

/** Does the same to many threads; one that cannot be changed keeps none of the others back. */
export async function changeMany(
  deps: ChangeManyDeps,
  actor: Actor,
  input: ChangeManyInput,
): Promise<Result<ManyChanged, Failure>> {
  const allowed = authorize(actor, "respond");
  if (!allowed.ok) return allowed;
  const changed: { threadId: string; outcome: Result<Thread, Failure> }[] = [];
  for (const threadId of new Set(input.threadIds)) {
    changed.push({ threadId, outcome: await change(deps, actor, threadId, input.act) });
  }
  return ok(changed);
}

function change(deps: ChangeManyDeps, actor: Actor, threadId: string, act: ChangeManyInput["act"]) {
  switch (act.kind) {
    case "mark":
      return markThread(deps, actor, { threadId, state: act.state });
    case "assign":
      return assignThread(deps, actor, { threadId, memberId: act.memberId });
    case "label":
      return labelThread(deps, actor, { threadId, add: act.add, remove: act.remove });
    case "snooze":
      return snoozeThread(deps, actor, { threadId, until: act.until });
  }
}
