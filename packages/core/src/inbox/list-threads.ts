import * as v from "valibot";
import { authorize, type Members } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { fromCursor, type TimePosition, toCursor } from "../kernel/cursor.ts";
import type { Failure } from "../kernel/failure.ts";
import { idSchema } from "../kernel/ids.ts";
import { narrowedPage } from "../kernel/narrowed-page.ts";
import { type Page, pageQuerySchema } from "../kernel/page.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { intentSchema, sentimentSchema } from "./classify/model.ts";
import { invalidCursor } from "./errors.ts";
import { isSnoozed } from "./is-snoozed.ts";
import type { Thread } from "./model.ts";
import type { ThreadPosition, Threads } from "./ports.ts";

export const listThreadsSchema = v.object({
  ...pageQuerySchema.entries,
  state: v.optional(v.picklist(["open", "snoozed", "done", "all"]), "open"),
  channel: v.optional(idSchema),
  /** A member's id, `me`, or `nobody`: also what belongs to somebody who is no member any more. */
  assignee: v.optional(idSchema),
  label: v.optional(v.pipe(v.string(), v.maxLength(100))),
  sentiment: v.optional(sentimentSchema),
  intent: v.optional(intentSchema),
  priority: v.optional(v.literal("high")),
  waiting: v.optional(v.picklist(["unanswered", "overdue"])),
  /** The last active first, or what waits for an answer, the target that comes first at the top. */
  sort: v.optional(v.picklist(["activity", "target"]), "activity"),
});
export type ListThreadsInput = v.InferOutput<typeof listThreadsSchema>;

const narrowing = ["channel", "assignee", "label", "sentiment", "intent", "priority", "waiting"] as const;

/** A page of the workspace's threads, reviews among them. A snoozed one is not among the open until it comes back. */
export async function listThreads(
  deps: { threads: Threads; members: Pick<Members, "list">; clock: Clock },
  actor: Actor,
  input: ListThreadsInput,
): Promise<Result<Page<Thread>, Failure>> {
  const allowed = authorize(actor, "read");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const byTarget = input.sort === "target";
  const list = `threads-${input.state}${byTarget ? "-by-target" : ""}`;
  const position = input.cursor === undefined ? undefined : fromCursor(workspaceId, list, input.cursor);
  if (position === null) return err(invalidCursor());
  const keyOf = ({ dueAt = 0, lastAt }: Thread): number => (byTarget ? dueAt : lastAt);
  const read = byTarget ? targetReader(deps.threads, workspaceId) : activityReader(deps.threads, workspaceId, input);
  const members = input.assignee === "nobody" ? await deps.members.list(workspaceId) : [];
  const fits = matcher(actor, input, new Set(members.map(({ id }) => id)), deps.clock.nowMs());

  const isNarrow = input.state === "snoozed" || narrowing.some((key) => input[key] !== undefined);
  const placeOf = (thread: Thread) => ({ at: keyOf(thread), id: thread.id });
  const lists = !byTarget && input.state === "all" ? 2 : 1;
  const { items, next } = await narrowedPage({ read, fits, placeOf, lists, isNarrow }, input.limit, position);
  return ok({ items, cursor: next ? toCursor(workspaceId, list, next) : undefined });
}

type Reader = (count: number, after: TimePosition | undefined) => Promise<readonly Thread[]>;

const targetReader =
  (threads: Threads, workspaceId: string): Reader =>
  (count, after) =>
    threads.listByTarget(workspaceId, count, after && { dueAt: after.at, id: after.id });

function activityReader(threads: Threads, workspaceId: string, { state }: ListThreadsInput): Reader {
  const states = state === "all" ? (["open", "done"] as const) : ([state === "done" ? "done" : "open"] as const);
  return async (count, after) => {
    const from: ThreadPosition | undefined = after && { lastAt: after.at, id: after.id };
    const lists = await Promise.all(states.map((one) => threads.list(workspaceId, one, count, from)));
    return lists
      .flat()
      .sort((a, b) => b.lastAt - a.lastAt || (a.id < b.id ? 1 : -1))
      .slice(0, count);
  };
}

/** Whether a thread is what was asked for, at this moment. */
function matcher(
  actor: Actor,
  input: ListThreadsInput,
  present: ReadonlySet<string>,
  now: number,
): (thread: Thread) => boolean {
  const { state, channel, label, sentiment, intent, priority, waiting } = input;
  const me = actor.type === "member" ? actor.memberId : undefined;
  const assignee = input.assignee === "me" ? me : input.assignee;
  const isFor = ({ assigneeId }: Thread): boolean =>
    assignee === "nobody" ? assigneeId === undefined || !present.has(assigneeId) : assigneeId === assignee;
  return (thread) =>
    isInState(thread, state, now) &&
    (channel === undefined || thread.channelId === channel) &&
    (assignee === undefined || isFor(thread)) &&
    (label === undefined || thread.labels.includes(label)) &&
    (sentiment === undefined || thread.sentiment === sentiment) &&
    (intent === undefined || thread.intent === intent) &&
    (priority === undefined || thread.priority === priority) &&
    (waiting === undefined || isWaiting(thread, waiting, now));
}

function isInState(thread: Thread, state: ListThreadsInput["state"], now: number): boolean {
  if (state === "all") return true;
  const real = isSnoozed(thread, now) ? "snoozed" : thread.state;
  return real === state;
}

const isWaiting = ({ state, unanswered, dueAt }: Thread, waiting: "unanswered" | "overdue", now: number): boolean =>
  state === "open" && unanswered > 0 && (waiting === "unanswered" || (dueAt !== undefined && dueAt < now));
