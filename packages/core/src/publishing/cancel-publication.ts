import { authorize } from "../access/index.ts";
import { changedMeanwhile, moved, type Post, type Posts, postCanceled } from "../content/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import type { EventPublisher } from "../kernel/events.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { eventData } from "./announce.ts";
import { canceled } from "./calendar-changes.ts";
import { changePublication } from "./change-publication.ts";
import { publicationTooLate } from "./errors.ts";
import { publicationCanceled } from "./events.ts";
import { type Publication, publicationIdOf } from "./model.ts";
import type { Publications } from "./ports.ts";

export interface CancelDeps {
  readonly publications: Pick<Publications, "get" | "getMany" | "save">;
  readonly posts: Pick<Posts, "get" | "save">;
  readonly events: EventPublisher;
  readonly clock: Clock;
}

/**
 * Takes a publication from the calendar, up to the moment of its claim; `publication-too-late` afterwards. When it was
 * the post's last one that could still appear or has appeared, the post is `approved` again.
 */
export async function cancelPublication(
  deps: CancelDeps,
  actor: Actor,
  input: { publicationId: string },
): Promise<Result<Publication, Failure>> {
  const allowed = authorize(actor, "schedule");
  if (!allowed.ok) return allowed;
  const done = await cancelOne(deps, actor, input.publicationId);
  if (!done.ok) return done;
  const post = await deps.posts.get(actor.workspaceId, done.value.postId);
  if (post) await releaseIfEmpty(deps, actor, post);
  return done;
}

/**
 * Gives a post up: cancels what waits for its time, then the post. Fails with `publication-too-late` when one of its
 * publications can't be canceled any more; the others are canceled all the same.
 */
export async function cancelPost(
  deps: CancelDeps,
  actor: Actor,
  input: { postId: string; version: number },
): Promise<Result<Post, Failure>> {
  const allowed = authorize(actor, "write");
  if (!allowed.ok) return allowed;
  const found = await deps.posts.get(actor.workspaceId, input.postId);
  if (!found) return err(notFound());
  if (found.version !== input.version) return err(changedMeanwhile());
  let post = found;
  if (post.state === "scheduled") {
    const mayCancel = authorize(actor, "schedule");
    if (!mayCancel.ok) return mayCancel;
    for (const publication of await publicationsOf(deps.publications, post)) {
      if (publication.state === "scheduled") await cancelOne(deps, actor, publication.id);
    }
    const released = await releaseIfEmpty(deps, actor, post);
    if (!released.ok) return released;
    post = released.value;
  }
  const next = moved(post, "cancel", actor, deps.clock.nowMs());
  if (!next.ok) return next;
  const saved = await deps.posts.save(next.value);
  if (!saved) return err(changedMeanwhile());
  await deps.events.publish([postCanceled.make(deps.clock, actor, { postId: saved.id, authorId: saved.authorId })]);
  return ok(saved);
}

/** A post's publications, on whichever of its channels it has one. */
export const publicationsOf = (
  publications: Pick<Publications, "getMany">,
  post: Pick<Post, "id" | "workspaceId" | "channelIds">,
): Promise<readonly Publication[]> =>
  publications.getMany(
    post.workspaceId,
    post.channelIds.map((channelId) => publicationIdOf(post.id, channelId)),
  );

async function cancelOne(deps: CancelDeps, actor: Actor, publicationId: string): Promise<Result<Publication, Failure>> {
  const now = deps.clock.nowMs();
  const done = await changePublication(deps.publications, actor.workspaceId, publicationId, (newest) =>
    newest.state === "canceled" ? ok(newest) : canceled(newest, actorName(actor), now),
  );
  if (done.ok) await deps.events.publish([publicationCanceled.make(deps.clock, actor, eventData(done.value))]);
  return done;
}

/** Brings a scheduled post back to `approved` when all its publications are canceled or failed; fails for another. */
async function releaseIfEmpty(deps: CancelDeps, actor: Actor, post: Post): Promise<Result<Post, Failure>> {
  const over = new Set<string>(["canceled", "failed"]);
  const live = (await publicationsOf(deps.publications, post)).find(({ state }) => !over.has(state));
  if (live) return err(publicationTooLate(live.state));
  const next = moved(post, "release", actor, deps.clock.nowMs());
  if (!next.ok) return next;
  const saved = await deps.posts.save(next.value);
  return saved ? ok(saved) : err(changedMeanwhile());
}
