import * as v from "valibot";
import { authorize } from "../access/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Failure } from "../kernel/failure.ts";
import { newId } from "../kernel/ids.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { noted, type Post, postDraftSchema } from "./model.ts";
import type { Posts } from "./ports.ts";
import { type ReferenceDeps, unknownParts } from "./references.ts";
import { textTooLong } from "./states.ts";
import { rememberWords, type WordBooks } from "./words-in-use.ts";

/** What a new post is made from; all but the text may be left out. */
export const createPostSchema = v.object({
  base: v.object({
    ...postDraftSchema.entries.base.entries,
    mediaIds: v.optional(postDraftSchema.entries.base.entries.mediaIds, []),
  }),
  channelIds: v.optional(postDraftSchema.entries.channelIds, []),
  variants: v.optional(postDraftSchema.entries.variants, {}),
  campaignId: postDraftSchema.entries.campaignId,
  topic: postDraftSchema.entries.topic,
  targetCustomer: postDraftSchema.entries.targetCustomer,
  labels: v.optional(postDraftSchema.entries.labels, []),
  tagging: postDraftSchema.entries.tagging,
  notes: postDraftSchema.entries.notes,
});
export type CreatePost = v.InferOutput<typeof createPostSchema>;

/** Stores a new draft. Fails for channels, files and campaigns that the workspace does not have; nothing is stored then. */
export async function createPost(
  deps: ReferenceDeps & { posts: Posts; wordBooks: WordBooks; clock: Clock },
  actor: Actor,
  input: CreatePost,
): Promise<Result<Post, Failure>> {
  const allowed = authorize(actor, "write");
  if (!allowed.ok) return allowed;
  const wrong = textTooLong(input) ?? (await unknownParts(deps, actor.workspaceId, input));
  if (wrong) return err(wrong);
  const now = deps.clock.nowMs();
  const post: Post = {
    ...input,
    id: newId("post", now),
    workspaceId: actor.workspaceId,
    state: "draft",
    version: 1,
    revision: 1,
    authorId: actorName(actor),
    createdAt: now,
    updatedAt: now,
    history: [],
  };
  const stored = noted(post, now, actorName(actor), "created");
  if (!(await deps.posts.create(stored))) throw new Error(`The new id ${post.id} is taken`);
  await rememberWords(deps, post.workspaceId, post);
  return ok(stored);
}
