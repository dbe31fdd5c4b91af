import type { TimePosition } from "../kernel/cursor.ts";
import type { Asset } from "./asset.ts";
import type { Evergreen } from "./evergreen.ts";
import type { Post, PostState } from "./model.ts";
import type { Series } from "./series.ts";

export interface Posts {
  /** The newest state, strongly consistent. */
  get(workspaceId: string, postId: string): Promise<Post | null>;
  /** Those of the ids that exist, in any order, strongly consistent. */
  getMany(workspaceId: string, postIds: readonly string[]): Promise<readonly Post[]>;
  /** False when the id is taken. This and `save` first note the files that the post shows, see `AssetUses`. */
  create(post: Post): Promise<boolean>;
  /** Writes the post if it is still at `post.version`; answers it with its next version, or `null` for a lost race. */
  save(post: Post): Promise<Post | null>;
  /** At most `limit`, the newest first, beginning after a position (`createdAt`, id). */
  list(
    workspaceId: string,
    query: { states?: readonly PostState[] | undefined; limit: number; after?: TimePosition | undefined },
  ): Promise<readonly Post[]>;
}

/** For the sweep. */
export interface OwingPosts {
  /** Posts of all workspaces that owe events since before an instant, at most `limit`. */
  listOwing(nowMs: number, limit: number): Promise<readonly Post[]>;
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

export interface Evergreens {
  /** The newest state, strongly consistent. */
  get(workspaceId: string, postId: string): Promise<Evergreen | null>;
  /** False when the post is marked already. */
  create(evergreen: Evergreen): Promise<boolean>;
  /** Writes if still at `evergreen.version`; `null` for a lost race. */
  save(evergreen: Evergreen): Promise<Evergreen | null>;
  /** Of the workspace, strongly consistent. */
  list(workspaceId: string): Promise<readonly Evergreen[]>;
  /** The workspaces that have an evergreen whose `nextPlanAt` has come. */
  dueWorkspaces(nowMs: number): Promise<readonly string[]>;
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
 * Which posts may show which file: a line for each, noted before the post is stored. A line may say too much, when an
 * edit took the file out or did not happen, and never too little; whoever reads it looks at the post.
 */
export interface AssetUses {
  note(workspaceId: string, postId: string, assetIds: readonly string[]): Promise<void>;
  /** At most `limit` posts, beginning after an id of an earlier answer, the newest ids first; strongly consistent. */
  postIds(
    workspaceId: string,
    assetId: string,
    query: { limit: number; after?: string | undefined },
  ): Promise<readonly string[]>;
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

/** The bucket for functions that pass files through themselves. */
export interface ObjectFiles extends ObjectStore {
  /** Every byte as it arrives; `null` when there is no such object. */
  stream(key: string): Promise<AsyncIterable<Uint8Array> | null>;
  /** Stores an object, in place of one that is there. */
  write(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
}
