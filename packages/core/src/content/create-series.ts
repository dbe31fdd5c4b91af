import * as v from "valibot";
import { authorize, may, type Workspaces } from "../access/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { derivedId } from "../kernel/derived-id.ts";
import type { EventPublisher } from "../kernel/events.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { idSchema } from "../kernel/ids.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { timeZoneSchema } from "../kernel/time.ts";
import { type CheckDeps, draftFailures } from "./check-post.ts";
import { changedMeanwhile, noChannels, postBreaksRules, postRepeatsAlready, postStateRefuses } from "./errors.ts";
import { postSubmitted, seriesChanged } from "./events.ts";
import { noted, type Post } from "./model.ts";
import type { Posts, SeriesStore } from "./ports.ts";
import { ruleFailure } from "./recurrence.ts";
import { saveOwing } from "./save-owing.ts";
import { ruleSchema, type Series, startSchema } from "./series.ts";

/** A post to repeat: from when, after which rule, in which zone (the workspace's, if none is named). */
export const createSeriesSchema = v.object({
  postId: idSchema,
  rule: ruleSchema,
  start: startSchema,
  timeZone: v.optional(timeZoneSchema),
});
export type CreateSeries = v.InferOutput<typeof createSeriesSchema>;

export interface SeriesDeps {
  readonly series: SeriesStore;
  readonly posts: Posts;
  readonly workspaces: Pick<Workspaces, "get">;
  readonly events: EventPublisher;
  readonly clock: Clock;
}

/**
 * Makes a post the template of a series. Its dates come on the calendar as soon as the template is approved; an author
 * who repeats an approved post sends it to review again, because nobody approved its repetition. Repeating the request
 * answers the same series. Content that breaks a channel's rules is refused: it would break them on every date.
 */
export async function createSeries(
  deps: SeriesDeps & CheckDeps,
  actor: Actor,
  input: CreateSeries,
): Promise<Result<Series, Failure>> {
  const allowed = authorize(actor, "write");
  if (!allowed.ok) return allowed;
  const wrong = ruleFailure(input.rule, input.start);
  if (wrong) return err(wrong);
  const [post, workspace] = await Promise.all([
    deps.posts.get(actor.workspaceId, input.postId),
    deps.workspaces.get(actor.workspaceId),
  ]);
  if (!post || !workspace) return err(notFound());
  if (post.channelIds.length === 0) return err(noChannels());
  const checks = await draftFailures(deps, actor.workspaceId, post, post.channelIds);
  const broken = checks.flatMap(({ failures }) => failures);
  if (broken.length > 0) return err(postBreaksRules(broken));
  const id = derivedId("ser", post.id);
  const template = await asTemplate(deps, actor, post, id);
  if (!template.ok) return template;
  const now = deps.clock.nowMs();
  const series: Series = {
    ...{ id, workspaceId: actor.workspaceId, postId: post.id, rule: input.rule, start: input.start },
    timeZone: input.timeZone ?? workspace.timeZone,
    ...{ state: "active", skips: [], made: [], nextPlanAt: now, revision: 1, version: 1 },
    ...{ createdBy: actorName(actor), createdAt: now },
  };
  const stored = (await deps.series.create(series)) ? series : await deps.series.get(actor.workspaceId, id);
  if (!stored || !isSame(stored, series)) return err(postRepeatsAlready());
  await deps.events.publish([seriesChanged.make(deps.clock, actor, { seriesId: id })]);
  return ok(stored);
}

const isSame = (a: Series, b: Series): boolean =>
  a.rule === b.rule && a.start === b.start && a.timeZone === b.timeZone && a.state === b.state;

async function asTemplate(
  deps: SeriesDeps,
  actor: Actor,
  post: Post,
  seriesId: string,
): Promise<Result<Post, Failure>> {
  if (post.origin?.kind === "template" && post.origin.seriesId === seriesId) return ok(post);
  if (post.origin) return err(postRepeatsAlready());
  if (post.state === "scheduled" || post.state === "canceled") return err(postStateRefuses(post.state));
  const again = post.state === "approved" && !may(actor, "approve");
  const now = deps.clock.nowMs();
  const marked: Post = { ...post, origin: { kind: "template", seriesId }, updatedAt: now };
  const next = again ? noted({ ...marked, state: "in-review" }, now, actorName(actor), "submitted") : marked;
  const waits = again ? [postSubmitted.make(deps.clock, actor, { postId: post.id, authorId: post.authorId })] : [];
  const saved = await saveOwing(deps, next, waits);
  return saved ? ok(saved) : err(changedMeanwhile());
}
