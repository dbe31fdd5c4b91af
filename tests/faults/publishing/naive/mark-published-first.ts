import { newId } from "#core/kernel/ids.ts";
import { announce } from "#core/publishing/announce.ts";
import { platformFailure } from "#core/publishing/errors.ts";
import { failed, published } from "#core/publishing/transitions.ts";
import { dopysEngine, type Engine } from "../engine.ts";
import { allSteps, isDue } from "./all-steps.ts";

/**
 * Writes "published" down before it publishes, so that nobody ever does it twice. What fails in between is on no page,
 * and everybody believes that it is.
 */
export const markPublishedFirst: Engine = {
  name: "mark published first",
  tick: dopysEngine.tick,
  publish: async (deps, { workspaceId, publicationId }, { redelivered }) => {
    const publication = await deps.publications.get(workspaceId, publicationId);
    if (!publication) return;
    if (!(await isDue(deps, publication))) return redelivered ? announce(deps, publication) : undefined;
    const now = deps.clock.nowMs();
    const marked = await deps.publications.save(
      published(publication, { remoteId: newId("att", now), url: "" }, now, now),
    );
    if (!marked) return;
    const result = await allSteps(deps, marked);
    const next =
      result.kind === "refused"
        ? failed(marked, platformFailure(result.cause), now)
        : result.kind === "published"
          ? published(marked, result, now, now)
          : marked;
    const saved = await deps.publications.save(next);
    if (saved) await announce(deps, saved);
  },
  settle: async () => {},
};
