import { authorize } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import type { Competitors } from "./ports.ts";

/** Ceases to watch a page. What was measured is shown no more, and comes back with the page until it ends by itself. */
export async function removeCompetitor(
  deps: { readonly competitors: Pick<Competitors, "remove"> },
  actor: Actor,
  { id }: { id: string },
): Promise<Result<void, Failure>> {
  const allowed = authorize(actor, "manage-channels");
  if (!allowed.ok) return allowed;
  return (await deps.competitors.remove(actor.workspaceId, id)) ? ok(undefined) : err(notFound());
}
