import * as errors from "./errors.ts";
import type { Publication } from "./model.ts";
import { policy } from "./policy.ts";
import type { Publications } from "./ports.ts";
import { type PacingDeps, paceState, takeStarts } from "./take-starts.ts";
import { failed, isOvertaken, isStale, isUntouched, latestStart, putOff } from "./transitions.ts";
import { keptAt, seenAt, turnOf } from "./turn.ts";

const mostContentions = 5;

/**
 * The publication as it is stored when its channel does not let it begin now: with a later start, or failed when that
 * would be too late. `null` when it may begin; `changed` when somebody else took it on or moved it meanwhile.
 *
 * Asks for a start when the tick has given none: it came straight from whoever scheduled it, is another attempt, or was
 * left by a worker that died before it called. `started`: the message itself says that it was given, which the tick
 * stores only after it has sent the message.
 */
export async function heldBack(
  deps: PacingDeps & { publications: Pick<Publications, "get" | "save"> },
  found: Publication,
  now: number,
  started: boolean,
): Promise<Publication | null | "changed"> {
  const held = await holdOf(deps, found, now, started);
  if (!held) return null;
  let current = found;
  for (let round = 0; round < mostContentions; round += 1) {
    const saved = await deps.publications.save(held(current));
    if (saved) return saved;
    const newest = await deps.publications.get(found.workspaceId, found.id);
    if (!newest || !isUntouched(found, newest)) return "changed";
    current = newest;
  }
  throw new Error(`The start of ${found.id} lost ${mostContentions} races`);
}

/** What its channel makes of a publication, or `null` when it lets it begin. */
async function holdOf(
  deps: PacingDeps,
  found: Publication,
  now: number,
  started: boolean,
): Promise<((publication: Publication) => Publication) | null> {
  const turn = turnOf(found);
  const seen = seenAt(found, turn);
  if (isOvertaken(seen)) return null;
  const at = Math.max(found.nextAt ?? now, now);
  const { closedUntil } = await paceState(deps, found);
  const until = (start: number) => (publication: Publication) =>
    keptAt(publication, turn, putOff(seenAt(publication, turn), start, now), now);
  const isClosed = closedUntil > at;
  const begins = turn === undefined && (seen.state === "scheduled" || seen.state === "publishing");
  if (!begins || seen.acceptedAt !== undefined) return isClosed ? until(closedUntil) : null;
  // What is stale already is not the pace's fault: the claim says so.
  if (isStale(found, now) || (!isClosed && (started || found.startAt === found.nextAt))) return null;
  const [start] = await takeStarts(deps, found, [{ at, latest: latestStart(found) }]);
  if (start === null) {
    return (publication) => failed(publication, errors.paceExceeded(policy.stale / 3_600_000), now);
  }
  return start !== undefined && start > at ? until(start) : null;
}
