import type { TimePosition } from "../kernel/cursor.ts";
import type { Asset } from "./asset.ts";
import type { Post, PostState } from "./model.ts";
import type { Series } from "./series.ts";

export interface Posts {
  /** The newest state, strongly consistent. */
  get(workspaceId: string, postId: string): Promise<Post | null>;
  /** Those of the ids that exist, in any order, strongly consistent. */
  getMany(workspaceId: string, postIds: readonly string[]): Promise<readonly Post[]>;
  /** False when the id is taken. Notes the files it shows first, see `AssetUses`. */
  create(post: Post): Promise<boolean>;
  /** Writes the post if it is still at `post.version`; answers it with its next version, or `null` for a lost race. */
  save(post: Post): Promise<Post | null>;
  /** At most `limit`, the newest first, beginning after a position (`createdAt`, id). */
  list(
    workspaceId: string,
    query: { states?: readonly PostState[] | undefined; limit: number; after?: TimePosition | undefined },
  ): Promise<readonly Post[]>;
}

export interface SeriesStore {
  /** The newest state, strongly consistent. */
  get(workspaceId: string, seriesId: string): Promise<Series | null>;
  /** False when the id is taken. */
  create(series: Series): Promise<boolean>;
  /** Writes if still at `series.version`; `null` for a lost race. */
  save(series: Series): Promise<Series | null>;
  list(workspaceId: string): Promise<readonly Series[]>;
  /** Of all workspaces, those whose `nextPlanAt` has come. */
  due(nowMs: number): Promise<readonly Series[]>;
}

export interface Assets {
  get(workspaceId: string, assetId: string): Promise<Asset | null>;
  /** Those of the ids that exist, in any order. */
  getMany(workspaceId: string, assetIds: readonly string[]): Promise<readonly Asset[]>;
  /** False when the id is taken. Whatever is not `ready` is forgotten by the table after `uploadLifetime.forgetMs`. */
  create(asset: Asset): Promise<boolean>;
  /** Writes if still at `asset.version`; `null` for a lost race. */
  save(asset: Asset): Promise<Asset | null>;
  /** At most `limit`, of one folder or of all, the newest first, beginning after a position (`createdAt`, id). */
  list(
    workspaceId: string,
    query: { folder?: string | undefined; limit: number; after?: TimePosition | undefined },
  ): Promise<readonly Asset[]>;
}

/** The names of a workspace's brand folders; a file names the one it is in. */
export interface MediaFolders {
  /** In the order of their names. */
  list(workspaceId: string): Promise<readonly string[]>;
  /** Makes sure that there is such a folder. */
  add(workspaceId: string, name: string): Promise<void>;
  remove(workspaceId: string, name: string): Promise<void>;
}

/**
 * Which posts show which file. A line may say too much, when the edit it was noted for did not happen, and never too
 * little: it is noted before the post is stored and taken away after.
 */
export interface AssetUses {
  /** Notes that a post shows files from its `revision` on. */
  note(workspaceId: string, use: { postId: string; revision: number }, assetIds: readonly string[]): Promise<void>;
  /** Takes lines away that are older than `revision`: a later edit that shows the file again keeps its line. */
  forget(workspaceId: string, use: { postId: string; revision: number }, assetIds: readonly string[]): Promise<void>;
  /** At most `limit` posts that may show a file. */
  postIds(workspaceId: string, assetId: string, limit: number): Promise<readonly string[]>;
}

/** The bucket. */
export interface ObjectStore {
  /** An address that takes one PUT of exactly this type and number of bytes, for `expiresInS` seconds. */
  presignPut(request: { key: string; contentType: string; bytes: number; expiresInS: number }): Promise<string>;
  /** An address that anyone can fetch for `expiresInS` seconds. */
  presignGet(key: string, expiresInS: number): Promise<string>;
  /** At most `maxBytes` bytes from `from` (0) on; `null` when there is no such object. */
  read(key: string, maxBytes: number, from?: number): Promise<Uint8Array | null>;
  /** Size and type of an object; `null` when there is none. */
  head(key: string): Promise<{ bytes: number; contentType?: string | undefined } | null>;
  /** Takes an object away; one that is gone already is no failure. */
  remove(key: string): Promise<void>;
}
