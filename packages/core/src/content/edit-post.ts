import * as v from "valibot";
import { authorize, may } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import type { DomainEvent, EventPublisher } from "../kernel/events.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { versionSchema } from "../kernel/ids.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { type CheckDeps, draftFailures } from "./check-post.ts";
import { changedMeanwhile, postBreaksRules } from "./errors.ts";
import { postSubmitted } from "./events.ts";
import { optionalFields, type Post, type PostDraft, postDraftSchema } from "./model.ts";
import type { Posts } from "./ports.ts";
import { unknownParts } from "./references.ts";
import { saveOwing } from "./save-owing.ts";
import { seriesFollows } from "./series-follows.ts";
import { edited } from "./states.ts";
import { rememberWords, type WordBooks } from "./words-in-use.ts";

const fields = postDraftSchema.entries;

/** A change on top of `version`. What is absent stays; `null` empties what may be empty. */
export const editPostSchema = v.object({
  postId: v.string(),
  version: versionSchema,
  base: v.optional(fields.base),
  channelIds: v.optional(fields.channelIds),
  variants: v.optional(fields.variants),
  campaignId: v.nullish(v.unwrap(fields.campaignId)),
  topic: v.nullish(v.unwrap(fields.topic)),
  targetCustomer: v.nullish(v.unwrap(fields.targetCustomer)),
  tagging: v.nullish(v.unwrap(fields.tagging)),
  labels: v.optional(fields.labels),
  notes: v.nullish(v.unwrap(fields.notes)),
});
export type EditPost = v.InferOutput<typeof editPostSchema>;

/**
 * Changes a post; see `afterEdit` in `states.ts` for what that does to its approval. A scheduled post must stay within
 * its channels' rules. Fails with `changed-meanwhile` when `version` is not the newest.
 */
export async function editPost(
  deps: CheckDeps & { posts: Posts; wordBooks: WordBooks; clock: Clock; events: EventPublisher },
  actor: Actor,
  input: EditPost,
): Promise<Result<Post, Failure>> {
  const allowed = authorize(actor, "write");
  if (!allowed.ok) return allowed;
  const post = await deps.posts.get(actor.workspaceId, input.postId);
  if (!post) return err(notFound());
  if (post.version !== input.version) return err(changedMeanwhile());
  const draft = applied(post, input);
  const now = deps.clock.nowMs();
  const next = edited(post, draft, actor, may(actor, "approve"), now);
  if (!next.ok) return next;
  const unknown = await unknownParts(deps, actor.workspaceId, draft, post);
  if (unknown) return err(unknown);
  if (post.state === "scheduled") {
    const broken = (await draftFailures(deps, actor.workspaceId, next.value, draft.channelIds)).flatMap(
      (c) => c.failures,
    );
    if (broken.length > 0) return err(postBreaksRules(broken));
  }
  const saved = await saveOwing(deps, next.value, followed(deps.clock, actor, post, next.value));
  if (!saved) return err(changedMeanwhile());
  await rememberWords(deps, saved.workspaceId, saved);
  return ok(saved);
}

/** The events of an edit: it waits for approval again, or a series' dates take over the template's other words. */
function followed(clock: Clock, actor: Actor, before: Post, post: Post): readonly DomainEvent[] {
  const again = before.state === "approved" && post.state === "in-review";
  return [
    ...(again ? [postSubmitted.make(clock, actor, { postId: post.id, authorId: post.authorId })] : []),
    ...(post.state === "approved" ? seriesFollows(clock, actor, post) : []),
  ];
}

/** The written part of a post with a change applied to it. */
function applied(post: Post, change: EditPost): PostDraft {
  const optional = optionalFields.flatMap((field) => {
    const value = change[field] === undefined ? post[field] : change[field];
    return value === undefined || value === null ? [] : [[field, value]];
  });
  return {
    base: change.base ?? post.base,
    channelIds: change.channelIds ?? post.channelIds,
    variants: change.variants ?? post.variants,
    labels: change.labels ?? post.labels,
    ...Object.fromEntries(optional),
  };
}
