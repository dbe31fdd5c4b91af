import { contentFor } from "#core/content/model.ts";
import type { PostDraft } from "../../api/contract.ts";
import { type Draft, edit, type Side } from "./draft.ts";

export type ThreadPart = NonNullable<PostDraft["base"]["thread"]>[number];

/** The parts that go on after the post, as a side shows them. */
export const threadOn = (draft: Pick<Draft, "base" | "variants">, side: Side): readonly ThreadPart[] =>
  (side === "base" ? draft.base : contentFor(draft, side)).thread ?? [];

const emptyPart: ThreadPart = { text: "", mediaIds: [] };

/** The draft with an empty part at the end of a side's thread, or with `part` back at the place it had. */
export const withPart = (draft: Draft, side: Side, part = emptyPart, place = Number.POSITIVE_INFINITY): Draft =>
  edit(draft, side, { thread: threadOn(draft, side).toSpliced(place, 0, part) });

/** The draft in which one part is changed by `how`; as it was when there is no such part any more. */
export const changePart = (draft: Draft, side: Side, index: number, how: (old: ThreadPart) => ThreadPart): Draft =>
  edit(draft, side, { thread: threadOn(draft, side).map((part, place) => (place === index ? how(part) : part)) });

export const withoutPart = (draft: Draft, side: Side, index: number): Draft =>
  edit(draft, side, { thread: threadOn(draft, side).toSpliced(index, 1) });

/** The draft in which a part has changed places with the one before it. */
export function earlier(draft: Draft, side: Side, index: number): Draft {
  const parts = threadOn(draft, side);
  const [before, part] = [parts[index - 1], parts[index]];
  return before && part ? edit(draft, side, { thread: parts.toSpliced(index - 1, 2, part, before) }) : draft;
}

/** The draft in which one channel shows the post alone. */
export const withoutThread = (draft: Draft, channelId: string): Draft => edit(draft, channelId, { thread: [] });

/** The draft in which one channel's text goes on with the parts, and its files with theirs. */
export function joined(draft: Draft, channelId: string): Draft {
  const { text, mediaIds, thread = [] } = contentFor(draft, channelId);
  const texts = [text, ...thread.map((part) => part.text)].map((one) => one.trim()).filter((one) => one !== "");
  const files = new Set([...mediaIds, ...thread.flatMap((part) => part.mediaIds)]);
  return edit(draft, channelId, { text: texts.join("\n\n"), mediaIds: [...files], thread: [] });
}
