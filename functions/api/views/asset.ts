import type { Asset } from "#core/content/index.ts";

/** A file as the API shows it. */
export const assetView = ({ id, kind, contentType, bytes, width, height, altText, state }: Asset) => ({
  id,
  kind,
  contentType,
  bytes,
  width,
  height,
  altText,
  state,
  url: `/api/media/${id}`,
});
