import { type Format, type FormatName, formatOf } from "#core/channels/manifest.ts";
import { contentFor } from "#core/content/model.ts";
import type { Channel } from "../../api/contract.ts";
import type { Draft } from "./draft.ts";

/** The format in which a channel shows the draft; the platform's usual one when it lacks the one named. */
export const shownFormat = (draft: Pick<Draft, "base" | "variants">, { id, manifest }: Channel): Format =>
  formatOf(manifest, contentFor(draft, id).format) ?? manifest.formats[0];

/** The types of files that any of the formats takes. */
export const acceptedBy = (formats: readonly Format[]): readonly string[] => [
  ...new Set(
    formats.flatMap(({ media: { image, video, maxImages, maxVideos } }) => [
      ...(maxImages > 0 ? image.contentTypes : []),
      ...(maxVideos > 0 ? video.contentTypes : []),
    ]),
  ),
];

/**
 * The draft in which a channel shows another format. One that takes no text gets an empty one for this channel, and the
 * base comes back when the format takes text again.
 */
export function withFormat(draft: Draft, channel: Channel, name: FormatName): Draft {
  const before = shownFormat(draft, channel);
  const after = formatOf(channel.manifest, name) ?? before;
  const { text, link, ...rest } = draft.variants[channel.id] ?? {};
  const words = { ...(text !== undefined && { text }), ...(link !== undefined && { link }) };
  const silent = { text: "", link: null };
  const wasSilent = before.text.max === 0 && text === "";
  const own = after.text.max === 0 ? silent : wasSilent ? {} : words;
  return { ...draft, variants: { ...draft.variants, [channel.id]: { ...rest, ...own, format: name } } };
}
