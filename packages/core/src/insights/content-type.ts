import type { ContentType } from "./model.ts";

/** The content type of a publication, by its format, media and link. */
export function contentTypeOf(content: {
  media: readonly { kind: "image" | "video" }[];
  link?: string | undefined;
  format?: string | undefined;
}): ContentType {
  if (content.format === "story") return "story";
  if (content.media.some(({ kind }) => kind === "video")) return "video";
  if (content.media.length > 1) return "carousel";
  if (content.media.length === 1) return "image";
  return content.link ? "link" : "text";
}
