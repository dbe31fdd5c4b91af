import type { LinkSettings, Tagging } from "#core/links/model.ts";
import type { Draft } from "./draft.ts";

/** The draft with another word on its links; what is as the workspace has it is not said, so that it follows along. */
export function withTagging(draft: Draft, change: Tagging, settings: LinkSettings): Draft {
  const { tag, shorten, utm } = { ...draft.tagging, ...change };
  const own: Tagging = {
    ...(tag !== undefined && tag !== settings.tag && { tag }),
    ...(shorten !== undefined && shorten !== settings.shorten && { shorten }),
    ...(utm && Object.keys(utm).length > 0 && { utm }),
  };
  const { tagging: _before, ...rest } = draft;
  return Object.keys(own).length > 0 ? { ...rest, tagging: own } : rest;
}
