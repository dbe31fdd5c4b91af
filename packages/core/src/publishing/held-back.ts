import * as errors from "./errors.ts";
import type { Publication } from "./model.ts";
import { policy } from "./policy.ts";
import type { Publications } from "./ports.ts";
import { type PacingDeps, paceState, takeStarts } from "./take-starts.ts";
import { failed, isStale, latestStart, startGiven, wantsStart } from "./transitions.ts";

/**
 * The publication as it is stored when its channel does not let it begin now: with a later start, or failed when that
 * would be too late. `null` when it may begin, or when somebody else changed it meanwhile, which the claim finds out.
 * Asks for a start when the tick has given none: it came straight from whoever scheduled it, or is another attempt.
 * `started`: the message itself says that it was given, which the tick stores only after it has sent the message.
 */
export async function heldBack(
  deps: PacingDeps & { publications: Pick<Publications, "save"> },
  found: Publication,
  now: number,
  started = false,
): Promise<Publication | null> {
  const { nextAt = now } = found;
  const { closedUntil } = await paceState(deps, found);
  const closed = closedUntil > Math.max(nextAt, now);
  if (found.state !== "scheduled") return closed ? deps.publications.save(startGiven(found, closedUntil, now)) : null;
  // What is stale already is not the pace's fault: the claim says so.
  if (isStale(found, now) || (!closed && (started || !wantsStart(found)))) return null;
  const [start] = await takeStarts(deps, found, [{ at: Math.max(nextAt, now), latest: latestStart(found) }]);
  if (start === null) {
    const failure = errors.paceExceeded(policy.stale / 3_600_000);
    return deps.publications.save(failed(found, failure, now));
  }
  return start !== undefined && start > Math.max(nextAt, now)
    ? deps.publications.save(startGiven(found, start, now))
    : null;
}
