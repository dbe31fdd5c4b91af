import type { Source, SourceDraft } from "../../api/contract.ts";

/** What a new source begins as. */
export const emptyDraft: Required<Omit<SourceDraft, "topic">> & Pick<SourceDraft, "topic"> = {
  kind: "feed",
  address: "",
  channelIds: [],
  labels: [],
  template: "{title}\n\n{summary}",
  paused: false,
};

/** The part of a source that a person sets. */
export function draftOf({ kind, address, channelIds, topic, labels, template, paused }: Source): typeof emptyDraft {
  return { ...{ kind, address, channelIds, labels, template, paused }, ...(topic !== undefined && { topic }) };
}

const words = ["title", "summary", "link"];

/** Whether a template names only what an entry has. */
export const isTemplate = (text: string): boolean =>
  text.trim() !== "" && [...text.matchAll(/\{([a-z]*)\}/gi)].every(([, word = ""]) => words.includes(word));
