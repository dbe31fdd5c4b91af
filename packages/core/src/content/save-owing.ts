import type { Clock } from "../kernel/clock.ts";
import type { DomainEvent, EventPublisher } from "../kernel/events.ts";
import { owing } from "../kernel/owed-events.ts";
import type { Post } from "./model.ts";
import type { OwingPosts, Posts } from "./ports.ts";

export interface SaveOwingDeps {
  readonly posts: Pick<Posts, "get" | "save">;
  readonly events: EventPublisher;
  readonly clock: Clock;
}

/**
 * Stores a change of a post together with its events, publishes them and notes that they are told. Whoever dies in between
 * leaves them to the sweep, which publishes them under the same ids. Answers the newest post; `null` for a lost race.
 */
export async function saveOwing(deps: SaveOwingDeps, post: Post, events: readonly DomainEvent[]): Promise<Post | null> {
  const saved = await deps.posts.save({ ...post, owed: owing(post.owed, events, deps.clock.nowMs()) });
  return saved && tellOwed(deps, saved);
}

/** When somebody changed the post meanwhile, its events go out once more: to tell twice is to tell once. */
async function tellOwed(deps: Pick<SaveOwingDeps, "posts" | "events">, post: Post): Promise<Post> {
  if (!post.owed) return post;
  await deps.events.publish(post.owed.events);
  const free = await deps.posts.save({ ...post, owed: undefined });
  return free ?? (await deps.posts.get(post.workspaceId, post.id)) ?? post;
}

const limit = 100;

export interface OwingPost {
  readonly workspaceId: string;
  readonly postId: string;
}

/** Posts of all workspaces whose events should have been told by now. An empty look costs one query for each shard. */
export async function listOwingPosts(deps: {
  readonly posts: OwingPosts;
  readonly clock: Clock;
}): Promise<readonly OwingPost[]> {
  const owing = await deps.posts.listOwing(deps.clock.nowMs(), limit);
  return owing.map(({ workspaceId, id }) => ({ workspaceId, postId: id }));
}

/** Tells what the sweep found: somebody stored a change and came no further. */
export async function tellOwingPost(
  deps: Pick<SaveOwingDeps, "posts" | "events">,
  { workspaceId, postId }: OwingPost,
): Promise<void> {
  const post = await deps.posts.get(workspaceId, postId);
  if (post) await tellOwed(deps, post);
}
