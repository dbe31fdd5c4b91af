import { type Failure, notFound, unavailable } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import type { Publication } from "./model.ts";
import type { Publications } from "./ports.ts";

const mostContentions = 5;

/**
 * Applies a change to the newest state of a publication and stores it conditionally; reads again when the tick or a
 * worker wrote in between. Fails as the change fails: after the claim that is `publication-too-late`.
 */
export async function changePublication(
  publications: Pick<Publications, "get" | "save">,
  workspaceId: string,
  publicationId: string,
  change: (newest: Publication) => Result<Publication, Failure>,
): Promise<Result<Publication, Failure>> {
  for (let round = 0; round < mostContentions; round += 1) {
    const newest = await publications.get(workspaceId, publicationId);
    if (!newest) return err(notFound());
    const next = change(newest);
    if (!next.ok) return next;
    const saved = await publications.save(next.value);
    if (saved) return ok(saved);
  }
  return err(unavailable("too-many-requests"));
}
