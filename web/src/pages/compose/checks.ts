import { validateContent } from "#core/channels/validate-content.ts";
import { contentFor } from "#core/content/model.ts";
import { type FailureText, failureText } from "#core/i18n/failures.ts";
import type { Channel } from "../../api/contract.ts";
import { language } from "../../language.ts";
import { type Draft, isBlank } from "./draft.ts";

/**
 * What stands between the draft and a channel, by the same rules as on the server, as it is typed. Nothing is said of a
 * draft in which nothing was written yet.
 */
export function problemsOf(draft: Draft, channel: Channel): readonly FailureText[] {
  if (isBlank(draft)) return [];
  const { text, link, mediaIds, format } = contentFor(draft, channel.id);
  const media = mediaIds.flatMap((id) => draft.assets[id] ?? []);
  return validateContent(channel.manifest, { text, link: link?.trim() || undefined, media, format })
    .map((failure) => ({ ...failure, params: { ...failure.params, channel: channel.name } }))
    .map((failure) => failureText(language.value, failure));
}
