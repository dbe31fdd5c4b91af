import type { RepeatedPost } from "#core/content/index.ts";
import type { Language } from "#core/kernel/language.ts";
import { seriesDates } from "#core/publishing/index.ts";
import { toApiError } from "../errors.ts";

/** A series as the API shows it, with its next dates; `waits` while its template is not approved. */
export function seriesView(language: Language, { series, template }: RepeatedPost, now: number, dates: number) {
  const { id, revision: version, postId, rule, start, timeZone, state, endsBefore, skips, problem } = series;
  return {
    ...{ id, version, postId, rule, start, timeZone, state, endsBefore, skips },
    text: template.base.text.slice(0, 280),
    channelIds: template.channelIds,
    postState: template.state,
    waits: template.state !== "approved",
    problem: problem && problemView(language, problem),
    dates: state === "ended" ? [] : seriesDates(series, now, dates),
  };
}

function problemView(language: Language, problem: NonNullable<RepeatedPost["series"]["problem"]>) {
  const { code, message, cure } = toApiError(language, { kind: "conflict", ...problem });
  return { code, message, cure };
}
