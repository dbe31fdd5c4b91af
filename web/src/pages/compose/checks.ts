import { validateContent } from "#core/channels/validate-content.ts";
import { type FailureText, failureText } from "#core/i18n/failures.ts";
import type { Channel } from "../../api/contract.ts";
import { language } from "../../language.ts";
import { type Draft, isBlank } from "./draft.ts";
import type { Outgoing } from "./outgoing.ts";

interface Problem extends FailureText {
  readonly code: string;
}

/**
 * What stands between the draft and a channel, by the same rules as on the server, as it is typed; of its links as they
 * go out. Nothing is said of a draft in which nothing was written yet.
 */
export function problemsOf(draft: Draft, channel: Channel, { contentOn }: Outgoing): readonly Problem[] {
  if (isBlank(draft)) return [];
  const { mediaIds, thread, ...shown } = contentOn(channel);
  const filesOf = (ids: readonly string[]) => ids.flatMap((id) => draft.assets[id] ?? []);
  const parts = thread?.map((part) => ({ text: part.text, media: filesOf(part.mediaIds) }));
  return validateContent(channel.manifest, { ...shown, media: filesOf(mediaIds), thread: parts })
    .map((failure) => ({ ...failure, params: { ...failure.params, channel: channel.name } }))
    .map((failure) => ({ code: failure.code, ...failureText(language.value, failure) }));
}
