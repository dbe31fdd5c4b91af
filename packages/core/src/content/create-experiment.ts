import * as v from "valibot";
import { authorize } from "../access/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { derivedId } from "../kernel/derived-id.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { idSchema } from "../kernel/ids.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { experimentExists, experimentWithoutChange, postStateRefuses, unknownChannel } from "./errors.ts";
import { type Experiment, type Experiments, experimentGaps, experimentIdOf } from "./experiment.ts";
import { type BaseContent, contentFor, noted, type Post, postDraftSchema } from "./model.ts";
import type { Posts } from "./ports.ts";
import { type ReferenceDeps, unknownParts } from "./references.ts";

const base = postDraftSchema.entries.base.entries;

/** The post to test, on which channel, and what is different in its second variant; `link: null` leaves the link out. */
export const createExperimentSchema = v.object({
  postId: idSchema,
  channelId: idSchema,
  gapDays: v.picklist(experimentGaps),
  change: v.object({
    text: v.optional(base.text),
    link: v.optional(
      v.nullable(v.pipe(v.string(), v.maxLength(2048), v.url(), v.regex(/^https?:\/\//i, "not a web address"))),
    ),
    mediaIds: v.optional(base.mediaIds),
  }),
});
export type CreateExperiment = v.InferOutput<typeof createExperimentSchema>;

export interface CreateExperimentDeps extends ReferenceDeps {
  readonly posts: Posts;
  readonly experiments: Pick<Experiments, "create">;
  readonly clock: Clock;
}

/**
 * Pairs a post that is not on the calendar yet with a copy that shows something else on one channel. The copy is a post
 * of its own, with an approval of its own. Asking again for the same post and channel is refused once the pair is there;
 * what a broken-off request left is taken up.
 */
export async function createExperiment(
  deps: CreateExperimentDeps,
  actor: Actor,
  input: CreateExperiment,
): Promise<Result<Experiment, Failure>> {
  const allowed = authorize(actor, "write");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const { postId, channelId } = input;
  const post = await deps.posts.get(workspaceId, postId);
  if (!post) return err(notFound());
  if (!post.channelIds.includes(channelId)) return err(unknownChannel(channelId));
  if (post.state === "scheduled" || post.state === "canceled") return err(postStateRefuses(post.state));
  const shown = contentFor(post, channelId);
  const changed = withChange(shown, input.change);
  if (isSame(shown, changed)) return err(experimentWithoutChange());
  const copy = copyOf(post, channelId, changed, actor, deps.clock.nowMs());
  const unknown = await unknownParts(deps, workspaceId, copy, post);
  if (unknown) return err(unknown);
  const experiment: Experiment = {
    id: experimentIdOf(postId, channelId),
    workspaceId,
    channelId,
    a: postId,
    b: copy.id,
    gapDays: input.gapDays,
    createdBy: actorName(actor),
    createdAt: copy.createdAt,
  };
  if (!(await deps.experiments.create(experiment))) return err(experimentExists());
  await deps.posts.create(copy);
  return ok(experiment);
}

function withChange(shown: BaseContent, change: CreateExperiment["change"]): BaseContent {
  const { link: before, ...rest } = shown;
  const link = change.link === undefined ? before : (change.link ?? undefined);
  return {
    ...rest,
    text: change.text ?? shown.text,
    mediaIds: change.mediaIds ?? shown.mediaIds,
    ...(link !== undefined && { link }),
  };
}

const isSame = (one: BaseContent, other: BaseContent): boolean =>
  one.text === other.text && one.link === other.link && one.mediaIds.join() === other.mediaIds.join();

function copyOf(post: Post, channelId: string, base: BaseContent, actor: Actor, now: number): Post {
  const copy: Post = {
    ...post,
    id: derivedId("post", post.id, channelId, "b"),
    base,
    channelIds: [channelId],
    variants: {},
    state: "draft",
    version: 1,
    revision: 1,
    authorId: actorName(actor),
    createdAt: now,
    updatedAt: now,
    history: [],
  };
  return noted(copy, now, actorName(actor), "created");
}
