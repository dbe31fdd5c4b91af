import type { PublishContent } from "./connector.ts";
import type { Manifest } from "./manifest.ts";

/**
 * The text as it will stand on the platform. A link is a card or button of its own only where the platform has them, and
 * beside media only where it has them there; otherwise it follows the text after an empty line, unless the text holds it already.
 */
export function publishedText(
  manifest: Pick<Manifest, "linkCard">,
  content: { text: string; link?: string | undefined; media: readonly unknown[] },
): string {
  if (!content.link || hasCard(manifest, content) || content.text.includes(content.link)) return content.text;
  return content.text === "" ? content.link : `${content.text}\n\n${content.link}`;
}

/** Whether the link goes out as a field of its own and is shown as a card. */
export const hasCard = (
  manifest: Pick<Manifest, "linkCard">,
  content: Pick<PublishContent, "link"> & { media: readonly unknown[] },
): boolean =>
  content.link !== undefined &&
  (manifest.linkCard === "also-beside-media" || (manifest.linkCard && content.media.length === 0));
