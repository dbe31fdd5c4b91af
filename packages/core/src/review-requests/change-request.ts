import { outdated, untilCurrent } from "../kernel/until-current.ts";
import type { ReviewRequest } from "./model.ts";
import type { ReviewRequests } from "./ports.ts";

/**
 * Changes a request whoever else changes it: `change` is asked again on what is stored by then; `null` leaves it as it
 * is. Returns what is stored, or `null` when there is no such request.
 */
export async function changeRequest(
  deps: { requests: Pick<ReviewRequests, "get" | "replace"> },
  { workspaceId, id }: Pick<ReviewRequest, "workspaceId" | "id">,
  change: (stored: ReviewRequest) => ReviewRequest | null,
): Promise<ReviewRequest | null> {
  return untilCurrent(`The review request ${id}`, async () => {
    const stored = await deps.requests.get(workspaceId, id);
    const next = stored && change(stored);
    if (!stored || !next) return stored;
    const saved = { ...next, version: stored.version + 1 };
    return (await deps.requests.replace(saved)) ? saved : outdated;
  });
}
