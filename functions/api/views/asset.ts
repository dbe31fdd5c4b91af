import type { Asset } from "#core/content/index.ts";

/** A file as the API shows it. */
export const assetView = (asset: Asset) => ({
  id: asset.id,
  fileName: asset.fileName,
  folder: asset.folder,
  kind: asset.kind,
  contentType: asset.contentType,
  bytes: asset.bytes,
  width: asset.width,
  height: asset.height,
  durationMs: asset.durationMs,
  animated: asset.animated,
  altText: asset.altText,
  state: asset.state,
  createdAt: asset.createdAt,
  url: `/api/media/${asset.id}`,
  /** A small picture for lists; absent where the file has none. */
  thumbnailUrl: asset.thumbnail && `/api/media/${asset.id}/thumbnail`,
});
