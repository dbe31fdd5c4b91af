import { announce } from "#core/publishing/announce.ts";
import { platformFailure } from "#core/publishing/errors.ts";
import { failed, published } from "#core/publishing/transitions.ts";
import { dopysEngine, type Engine } from "../engine.ts";
import { allSteps, isDue } from "./all-steps.ts";

/**
 * Publishes, then writes down that it has. Whatever else comes is thrown, so that the queue delivers the message again:
 * what queues are for. What appeared although its answer got lost appears again.
 */
export const retryOnAnyError: Engine = {
  name: "retry on any error",
  tick: dopysEngine.tick,
  publish: async (deps, { workspaceId, publicationId }) => {
    const publication = await deps.publications.get(workspaceId, publicationId);
    if (!publication || !(await isDue(deps, publication))) return;
    const result = await allSteps(deps, publication);
    if (result.kind === "unclear" || result.kind === "later") throw new Error(result.cause.message);
    const now = deps.clock.nowMs();
    const next =
      result.kind === "published"
        ? published(publication, result, now, now)
        : failed(publication, platformFailure(result.cause), now);
    const saved = await deps.publications.save(next);
    if (!saved) throw new Error("Somebody else has changed it");
    await announce(deps, saved);
  },
  settle: async () => {},
};
