import { validateContent } from "#core/channels/validate-content.ts";
import { type FailureText, failureText } from "#core/i18n/failures.ts";
import type { Channel } from "../../api/contract.ts";
import { language } from "../../language.ts";
import { type Draft, isBlank } from "./draft.ts";
import type { Outgoing } from "./outgoing.ts";

/**
 * What stands between the draft and a channel, by the same rules as on the server, as it is typed; of its links as they
 * go out. Nothing is said of a
 * draft in which nothing was written yet.
 */
export function problemsOf(draft: Draft, channel: Channel, { contentOn }: Outgoing): readonly FailureText[] {
  if (isBlank(draft)) return [];
  const { text, link, mediaIds, format } = contentOn(channel);
  const media = mediaIds.flatMap((id) => draft.assets[id] ?? []);
  return validateContent(channel.manifest, { text, link, media, format })
    .map((failure) => ({ ...failure, params: { ...failure.params, channel: channel.name } }))
    .map((failure) => failureText(language.value, failure));
}
