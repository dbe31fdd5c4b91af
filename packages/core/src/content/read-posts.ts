import * as v from "valibot";
import type { Actor } from "../kernel/actor.ts";
import { fromCursor, toCursor } from "../kernel/cursor.ts";
import { type Failure, invalid, notFound } from "../kernel/failure.ts";
import { type Page, pageQuerySchema } from "../kernel/page.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { type Post, postStateSchema } from "./model.ts";
import type { Posts } from "./ports.ts";

/** One post of the actor's workspace. */
export async function getPost(
  deps: { posts: Pick<Posts, "get"> },
  actor: Actor,
  input: { postId: string },
): Promise<Result<Post, Failure>> {
  const post = await deps.posts.get(actor.workspaceId, input.postId);
  return post ? ok(post) : err(notFound());
}

/** A list's query string; `state` may name several, separated by commas. */
export const listPostsSchema = v.object({
  ...pageQuerySchema.entries,
  state: v.optional(
    v.pipe(
      v.string(),
      v.transform((list) => [...new Set(list.split(","))]),
      v.array(postStateSchema),
    ),
  ),
});

/** The posts of the actor's workspace, the newest first. */
export async function listPosts(
  deps: { posts: Pick<Posts, "list"> },
  actor: Actor,
  input: v.InferOutput<typeof listPostsSchema>,
): Promise<Result<Page<Post>, Failure>> {
  const { workspaceId } = actor;
  const after = input.cursor === undefined ? undefined : fromCursor(workspaceId, "posts", input.cursor);
  if (after === null) return err(invalid("invalid-cursor", { field: "cursor" }));
  const found = await deps.posts.list(workspaceId, { states: input.state, limit: input.limit + 1, after });
  const items = found.slice(0, input.limit);
  const last = items.at(-1);
  const more = found.length > items.length && last;
  return ok({ items, cursor: more ? toCursor(workspaceId, "posts", { at: last.createdAt, id: last.id }) : undefined });
}
