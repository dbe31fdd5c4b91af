import * as v from "valibot";
import { authorize, type Permission } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import type { DomainEvent, EventPublisher } from "../kernel/events.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { versionSchema } from "../kernel/ids.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { changedMeanwhile } from "./errors.ts";
import { postApproved, postChangesRequested, postSubmitted } from "./events.ts";
import type { Post } from "./model.ts";
import type { Posts } from "./ports.ts";
import { saveOwing } from "./save-owing.ts";
import { seriesFollows } from "./series-follows.ts";
import { moved, type PostMove } from "./states.ts";

/** A step of the review, on the version that the person saw. */
export const reviewPostSchema = v.object({
  postId: v.string(),
  version: versionSchema,
  note: v.optional(v.pipe(v.string(), v.maxLength(2000))),
});
export type ReviewPost = v.InferOutput<typeof reviewPostSchema>;

export interface ReviewDeps {
  readonly posts: Posts;
  readonly clock: Clock;
  readonly events: EventPublisher;
}

async function step(
  deps: ReviewDeps,
  actor: Actor,
  input: ReviewPost,
  permission: Permission,
  move: PostMove,
  event: (post: Post) => DomainEvent,
): Promise<Result<Post, Failure>> {
  const allowed = authorize(actor, permission);
  if (!allowed.ok) return allowed;
  const post = await deps.posts.get(actor.workspaceId, input.postId);
  if (!post) return err(notFound());
  if (post.version !== input.version) return err(changedMeanwhile());
  const next = moved(post, move, actor, deps.clock.nowMs(), input.note);
  if (!next.ok) return next;
  const events = [event(next.value), ...seriesFollows(deps.clock, actor, next.value)];
  const saved = await saveOwing(deps, next.value, events);
  return saved ? ok(saved) : err(changedMeanwhile());
}

/** Asks for approval. Authors and above. */
export const submitPost = (deps: ReviewDeps, actor: Actor, input: ReviewPost): Promise<Result<Post, Failure>> =>
  step(deps, actor, input, "write", "submit", (post) => postSubmitted.make(deps.clock, actor, of(post)));

/** Approves exactly the version named, so that nobody approves what they have not seen. Owners and managers. */
export const approvePost = (deps: ReviewDeps, actor: Actor, input: ReviewPost): Promise<Result<Post, Failure>> =>
  step(deps, actor, input, "approve", "approve", (post) => postApproved.make(deps.clock, actor, of(post)));

/** Sends a post back with a note that says what to change. Owners and managers. */
export const requestChanges = (deps: ReviewDeps, actor: Actor, input: ReviewPost): Promise<Result<Post, Failure>> =>
  step(deps, actor, input, "approve", "requestChanges", (post) =>
    postChangesRequested.make(deps.clock, actor, { ...of(post), note: input.note?.trim() ?? "" }),
  );

const of = (post: Post) => ({ postId: post.id, authorId: post.authorId });
