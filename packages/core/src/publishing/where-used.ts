import { type Assets, type AssetUses, mediaIdsOf, type Post, type Posts } from "../content/index.ts";
import type { Actor } from "../kernel/actor.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { publicationsOf } from "./cancel-publication.ts";
import type { Publication } from "./model.ts";
import type { Publications } from "./ports.ts";

export interface WhereUsedDeps {
  readonly assets: Pick<Assets, "get">;
  readonly uses: Pick<AssetUses, "postIds">;
  readonly posts: Pick<Posts, "getMany">;
  readonly publications: Pick<Publications, "getMany">;
}

/** A post that shows a file, or whose publications do. */
export interface AssetUse {
  readonly post: Post;
  readonly publications: readonly Publication[];
}

/** The most posts that are told of one file. */
const maxPosts = 100;

/** The posts that show a file, the newest first, at most 100. */
export async function whereUsed(
  deps: WhereUsedDeps,
  actor: Actor,
  input: { assetId: string },
): Promise<Result<readonly AssetUse[], Failure>> {
  const asset = await deps.assets.get(actor.workspaceId, input.assetId);
  return asset ? ok(await usesOf(deps, actor.workspaceId, asset.id)) : err(notFound());
}

/** The same for a file that is known to exist. */
export async function usesOf(
  deps: Omit<WhereUsedDeps, "assets">,
  workspaceId: string,
  assetId: string,
): Promise<readonly AssetUse[]> {
  const postIds = await deps.uses.postIds(workspaceId, assetId, maxPosts);
  const posts = await deps.posts.getMany(workspaceId, postIds);
  const uses = await Promise.all(
    posts.map(async (post) => {
      const publications = (await publicationsOf(deps.publications, post)).filter(({ content }) =>
        content.media.some((file) => file.assetId === assetId),
      );
      return { post, publications };
    }),
  );
  return uses
    .filter(({ post, publications }) => publications.length > 0 || mediaIdsOf(post).includes(assetId))
    .sort((a, b) => b.post.createdAt - a.post.createdAt);
}
