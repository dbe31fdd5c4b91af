import * as v from "valibot";
import { authorize } from "../access/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import { derivedId } from "../kernel/derived-id.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { versionSchema } from "../kernel/ids.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { localTimeSchema } from "../kernel/time.ts";
import type { SeriesDeps } from "./create-series.ts";
import { changedMeanwhile, seriesHasNoDate, seriesIsOver } from "./errors.ts";
import { seriesChanged } from "./events.ts";
import { noted, type Post, writtenPart } from "./model.ts";
import { ruleFailure, ruleFrom } from "./recurrence.ts";
import { hasDate, ruleSchema, type Series, startSchema } from "./series.ts";

/** "This and following": from one of the series' dates on, with another rule and start if they are named. */
export const splitSeriesSchema = v.object({
  seriesId: v.string(),
  /** The series' revision. */
  version: versionSchema,
  from: localTimeSchema,
  rule: v.optional(ruleSchema),
  start: v.optional(startSchema),
});

/**
 * Ends a series before one of its dates and lets another, with a template of its own to be edited, go on from there.
 * The first ends before the second begins, so a date may be missing for a moment but never comes twice; a request that
 * broke off is repeated and answers the same second series.
 */
export async function splitSeries(
  deps: Pick<SeriesDeps, "series" | "posts" | "events" | "clock">,
  actor: Actor,
  input: v.InferOutput<typeof splitSeriesSchema>,
): Promise<Result<Series, Failure>> {
  const allowed = authorize(actor, "schedule");
  if (!allowed.ok) return allowed;
  const found = await deps.series.get(actor.workspaceId, input.seriesId);
  const template = found && (await deps.posts.get(actor.workspaceId, found.postId));
  if (!found || !template) return err(notFound());
  if (found.state === "ended") return err(seriesIsOver());
  const begun = found.endsBefore === input.from;
  if (!begun && found.revision !== input.version) return err(changedMeanwhile());
  if (!hasDate({ ...found, endsBefore: undefined }, input.from)) return err(seriesHasNoDate());
  const rule = input.rule ?? ruleFrom(found.rule, found.start, input.from);
  const start = input.start ?? input.from;
  const wrong = ruleFailure(rule, start);
  if (wrong) return err(wrong);
  const now = deps.clock.nowMs();
  if (
    !begun &&
    !(await deps.series.save({ ...found, endsBefore: input.from, revision: found.revision + 1, nextPlanAt: now }))
  ) {
    return err(changedMeanwhile());
  }
  const id = derivedId("ser", found.id, input.from);
  const copy = copied(template, id, input.from, actorName(actor), now);
  await deps.posts.create(copy);
  const following: Series = {
    ...{ id, workspaceId: found.workspaceId, postId: copy.id, rule, start, timeZone: found.timeZone },
    ...{ state: found.state, skips: found.skips.filter((at) => at >= input.from), made: [], nextPlanAt: now },
    ...{ createdBy: actorName(actor), createdAt: now, revision: 1, version: 1 },
  };
  const stored = (await deps.series.create(following)) ? following : await deps.series.get(found.workspaceId, id);
  if (!stored) return err(changedMeanwhile());
  await deps.events.publish([found.id, id].map((seriesId) => seriesChanged.make(deps.clock, actor, { seriesId })));
  return ok(stored);
}

/** The template of what follows: the same words, approved as far as the first is. */
function copied(template: Post, seriesId: string, from: string, by: string, now: number): Post {
  const post: Post = {
    ...writtenPart(template),
    ...{ id: derivedId("post", seriesId, "template", from), workspaceId: template.workspaceId },
    ...{ state: template.state, version: 1, revision: 1, authorId: template.authorId },
    ...{ createdAt: now, updatedAt: now, history: [] },
    origin: { kind: "template", seriesId },
  };
  return noted(post, now, by, "created");
}
