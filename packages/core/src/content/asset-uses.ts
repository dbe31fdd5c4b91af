import { mediaIdsOf, type Post } from "./model.ts";
import type { AssetUses } from "./ports.ts";

/** Notes the files that an edit brings into a post; to be called before it is stored. */
export async function noteUses(uses: AssetUses, post: Post, before: Post): Promise<void> {
  const added = mediaIdsOf(post).filter((id) => !mediaIdsOf(before).includes(id));
  await uses.note(post.workspaceId, { postId: post.id, revision: post.revision }, added);
}

/** Takes away what an edited post no longer shows; to be called after it is stored. */
export async function forgetUses(uses: AssetUses, post: Post, before: Post): Promise<void> {
  const gone = mediaIdsOf(before).filter((id) => !mediaIdsOf(post).includes(id));
  await uses.forget(post.workspaceId, { postId: post.id, revision: post.revision }, gone);
}
