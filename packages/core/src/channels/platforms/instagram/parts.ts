import type { PublishContent, PublishMedia, Receipts } from "../../connector.ts";
import { publishedText } from "../../published-text.ts";
import { manifest } from "./manifest.ts";

/** What a publication is to Instagram. */
export type Kind = "image" | "carousel" | "reel" | "story";

/** How a content is published. A lone video of the feed, which the rules refuse, would be a reel to Instagram too. */
export function kindOf({ format, media }: PublishContent): Kind {
  if (format === "story" || format === "reel") return format;
  if (media.length > 1) return "carousel";
  return media[0]?.kind === "video" ? "reel" : "image";
}

/** The fields by which a container is made; `children` are the containers of a carousel's parts. */
export function containerForm(content: PublishContent, children: readonly string[]): Record<string, string> {
  const kind = kindOf(content);
  const [file] = content.media;
  const caption = publishedText(manifest, content);
  const words: Record<string, string> = caption ? { caption } : {};
  switch (kind) {
    case "image":
      return { ...fileForm(file), ...altText(file), ...words };
    case "carousel":
      return { media_type: "CAROUSEL", children: children.join(","), ...words };
    case "reel":
      return { media_type: "REELS", ...fileForm(file), share_to_feed: "true", ...words };
    case "story":
      return { media_type: "STORIES", ...fileForm(file) };
  }
}

/** The fields of a carousel's part. */
export const childForm = (file: PublishMedia | undefined): Record<string, string> => ({
  ...(file?.kind === "video" ? { media_type: "VIDEO" } : altText(file)),
  ...fileForm(file),
  is_carousel_item: "true",
});

const fileForm = (file: PublishMedia | undefined): Record<string, string> =>
  file?.kind === "video" ? { video_url: file.url } : { image_url: file?.url ?? "" };

const altText = (file: PublishMedia | undefined): Record<string, string> =>
  file?.altText ? { alt_text: file.altText } : {};

/** The receipt under which the container of a carousel's part is kept. */
export const childReceipt = (index: number): string => `child${index}`;

/** The receipts that say which parts and container are made and ready. */
export const receiptNames = { container: "container", ready: "ready", childrenReady: "childrenReady" } as const;

/** Receipts that take back everything that was made: containers live for 24 hours, a carousel's parts too. */
export const nothingMade = ({ media }: PublishContent): Receipts => ({
  ...Object.fromEntries(media.map((_, index) => [childReceipt(index), ""])),
  [receiptNames.childrenReady]: "",
  [receiptNames.container]: "",
  [receiptNames.ready]: "",
});
