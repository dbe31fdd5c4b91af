import * as v from "valibot";
import { authorize } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import { fromCursor, toCursor } from "../kernel/cursor.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { type Page, pageQuerySchema } from "../kernel/page.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { invalidCursor } from "./errors.ts";
import { type Case, caseStateSchema } from "./model.ts";
import type { Cases } from "./ports.ts";

export const listCasesSchema = v.object({
  ...pageQuerySchema.entries,
  state: v.optional(caseStateSchema, "open"),
});

/** A page of the workspace's cases of a state, the last opened first. */
export async function listCases(
  deps: { cases: Pick<Cases, "list"> },
  actor: Actor,
  { state, limit, cursor }: v.InferOutput<typeof listCasesSchema>,
): Promise<Result<Page<Case>, Failure>> {
  const allowed = authorize(actor, "read");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const list = `cases-${state}`;
  const after = cursor === undefined ? undefined : fromCursor(workspaceId, list, cursor);
  if (after === null) return err(invalidCursor());
  const found = await deps.cases.list(workspaceId, state, limit + 1, after);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const more = found.length > items.length && last;
  return ok({ items, cursor: more ? toCursor(workspaceId, list, { at: last.openedAt, id: last.id }) : undefined });
}

/** A case of the actor's workspace. */
export async function getCase(
  deps: { cases: Pick<Cases, "get"> },
  actor: Actor,
  input: { caseId: string },
): Promise<Result<Case, Failure>> {
  const allowed = authorize(actor, "read");
  if (!allowed.ok) return allowed;
  const found = await deps.cases.get(actor.workspaceId, input.caseId);
  return found ? ok(found) : err(notFound());
}
