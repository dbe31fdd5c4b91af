import type { Language } from "#core/kernel/language.ts";
import type { Source } from "#core/sources/index.ts";
import { toApiError } from "../errors.ts";

/** A source as the API shows it; what it has seen is its own business. */
export function sourceView(language: Language, source: Source) {
  const { id, kind, address, title, channelIds, topic, labels, template, paused, version } = source;
  const { made, failures, failure, lastReadAt, nextReadAt } = source;
  return {
    ...{ id, kind, address, title, channelIds, topic, labels, template, paused, version },
    ...{ made, failures, lastReadAt, nextReadAt },
    failure: failure && toApiError(language, { kind: "unavailable", ...failure }),
  };
}
