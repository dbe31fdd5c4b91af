import type { OwnTag } from "../channels/visits.ts";
import { slugOf } from "../kernel/slug.ts";
import { filledIn, type LinkSettings, longestChannelCode } from "../links/index.ts";

/** More would make the question longer than the answer. */
const mostTags = 30;

/**
 * The tags by which the workspace's own links are known wherever analytics put them: source and medium of the link
 * settings, filled in for each channel. A template that names the campaign or the post has no value that is known
 * beforehand, so it gives no tag. Pure.
 */
export function ownTags(
  { utm }: Pick<LinkSettings, "utm">,
  channels: readonly { readonly platform: string; readonly name: string }[],
): OwnTag[] {
  const { source = "", medium = "" } = utm;
  if (/\{(campaign|post)\}/.test(source + medium)) return [];
  const tags = channels.flatMap(({ platform, name }) => {
    const values = { platform, channel: slugOf(name, longestChannelCode) };
    const filled = filledIn({ source, medium }, values);
    return filled.source ? [{ source: filled.source, medium: filled.medium ?? "" }] : [];
  });
  return [...new Map(tags.map((tag) => [`${tag.source}\u0000${tag.medium}`, tag])).values()].slice(0, mostTags);
}
