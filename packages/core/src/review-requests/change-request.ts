import type { ReviewRequest } from "./model.ts";
import type { ReviewRequests } from "./ports.ts";

/** Others change one request at the same time only so often. */
const maxAttempts = 20;

/**
 * Changes a request whoever else changes it: `change` is asked again on what is stored by then; `null` leaves it as it
 * is. Returns what is stored, or `null` when there is no such request.
 */
export async function changeRequest(
  deps: { requests: Pick<ReviewRequests, "get" | "replace"> },
  { workspaceId, id }: Pick<ReviewRequest, "workspaceId" | "id">,
  change: (stored: ReviewRequest) => ReviewRequest | null,
): Promise<ReviewRequest | null> {
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const stored = await deps.requests.get(workspaceId, id);
    const next = stored && change(stored);
    if (!stored || !next) return stored;
    const saved = { ...next, version: stored.version + 1 };
    if (await deps.requests.replace(saved)) return saved;
  }
  throw new Error(`The review request ${id} changes faster than it can be stored`);
}
