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
const maxUses = 100;

/** The posts that show a file, the newest first, at most 100. */
export async function whereUsed(
  deps: WhereUsedDeps,
  actor: Actor,
  input: { assetId: string },
): Promise<Result<readonly AssetUse[], Failure>> {
  const asset = await deps.assets.get(actor.workspaceId, input.assetId);
  if (!asset) return err(notFound());
  const found: AssetUse[] = [];
  for await (const uses of usesOf(deps, actor.workspaceId, asset.id)) {
    found.push(...uses);
    if (found.length >= maxUses) break;
  }
  return ok(found.slice(0, maxUses).sort((a, b) => b.post.createdAt - a.post.createdAt));
}

const pageLength = 50;

/** All posts that show a file, page by page. */
export async function* usesOf(
  deps: Omit<WhereUsedDeps, "assets">,
  workspaceId: string,
  assetId: string,
): AsyncGenerator<readonly AssetUse[]> {
  let after: string | undefined;
  for (;;) {
    const postIds = await deps.uses.postIds(workspaceId, assetId, { limit: pageLength, after });
    const posts = await deps.posts.getMany(workspaceId, postIds);
    const uses = await Promise.all(posts.map((post) => useBy(deps.publications, post, assetId)));
    yield uses.filter((use) => use !== null);
    after = postIds.at(-1);
    if (postIds.length < pageLength) return;
  }
}

async function useBy(
  publications: WhereUsedDeps["publications"],
  post: Post,
  assetId: string,
): Promise<AssetUse | null> {
  const showing = (await publicationsOf(publications, post)).filter(({ content }) =>
    [content, ...(content.thread ?? [])].some(({ media }) => media.some((file) => file.assetId === assetId)),
  );
  return showing.length > 0 || mediaIdsOf(post).includes(assetId) ? { post, publications: showing } : null;
}
