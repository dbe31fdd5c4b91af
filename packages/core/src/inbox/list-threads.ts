import * as v from "valibot";
import { authorize } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import { fromCursor, toCursor } from "../kernel/cursor.ts";
import type { Failure } from "../kernel/failure.ts";
import { type Page, pageQuerySchema } from "../kernel/page.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { invalidCursor } from "./errors.ts";
import type { Thread } from "./model.ts";
import type { Threads } from "./ports.ts";

export const listThreadsSchema = v.object({
  ...pageQuerySchema.entries,
  state: v.optional(v.picklist(["open", "done", "all"]), "open"),
});
export type ListThreadsInput = v.InferOutput<typeof listThreadsSchema>;

/** A page of the workspace's threads, reviews among them, the last active first. */
export async function listThreads(
  deps: { threads: Threads },
  actor: Actor,
  input: ListThreadsInput,
): Promise<Result<Page<Thread>, Failure>> {
  const allowed = authorize(actor, "read");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const list = `threads-${input.state}`;
  const position = input.cursor === undefined ? undefined : fromCursor(workspaceId, list, input.cursor);
  if (position === null) return err(invalidCursor());
  const after = position && { lastAt: position.at, id: position.id };
  const states = input.state === "all" ? (["open", "done"] as const) : [input.state];
  const lists = await Promise.all(states.map((state) => deps.threads.list(workspaceId, state, input.limit + 1, after)));
  const found = lists.flat().sort((a, b) => b.lastAt - a.lastAt || (a.id < b.id ? 1 : -1));
  const items = found.slice(0, input.limit);
  const last = items.at(-1);
  const more = found.length > items.length && last;
  return ok({ items, cursor: more ? toCursor(workspaceId, list, { at: last.lastAt, id: last.id }) : undefined });
}
