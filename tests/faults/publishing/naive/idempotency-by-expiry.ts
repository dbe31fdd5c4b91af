import { newId } from "#core/kernel/ids.ts";
import { announce } from "#core/publishing/announce.ts";
import { platformFailure } from "#core/publishing/errors.ts";
import type { Publication } from "#core/publishing/index.ts";
import { claimed, failed, published, unconfirmed } from "#core/publishing/transitions.ts";
import { dopysEngine, type Engine } from "../engine.ts";
import { allSteps, isDue, type Result } from "./all-steps.ts";

/**
 * Takes a lock that expires, as idempotency libraries do, and looks for what had no clear answer. Only one case is left
 * out: that a worker dies between the platform's effect and the record. The lock expires, and the next one begins anew.
 */
export const idempotencyByExpiry: Engine = {
  name: "idempotency by expiry",
  tick: dopysEngine.tick,
  publish: async (deps, { workspaceId, publicationId }, { redelivered }) => {
    const publication = await deps.publications.get(workspaceId, publicationId);
    if (!publication) return;
    if (!(await isDue(deps, publication))) return redelivered ? announce(deps, publication) : undefined;
    const mine = await deps.publications.save(
      claimed(publication, newId("att", deps.clock.nowMs()), deps.clock.nowMs()),
    );
    if (!mine) throw new Error("Somebody else has taken it");
    const saved = await deps.publications.save(after(mine, await allSteps(deps, mine), deps.clock.nowMs()));
    if (!saved) throw new Error("The lock was taken over");
    await announce(deps, saved);
  },
  settle: dopysEngine.settle,
};

function after(publication: Publication, result: Result, now: number): Publication {
  if (result.kind === "published") return published(publication, result, now, now);
  if (result.kind === "unclear") return unconfirmed(publication, result.cause.code, now);
  if (result.kind === "refused") return failed(publication, platformFailure(result.cause), now);
  return { ...publication, state: "scheduled", nextAt: now + 60_000, wakeAt: now + 60_000 };
}
