import { expect, it } from "vitest";
import { contentFor } from "#core/content/model.ts";
import { bodyOf, type Draft, edit, emptyDraft, isBlank, withBase } from "./draft.ts";
import { changePart, earlier, joined, threadOn, withoutPart, withoutThread, withPart } from "./thread.ts";

const part = (text: string, ...mediaIds: string[]) => ({ text, mediaIds });
const draft: Draft = {
  ...emptyDraft,
  base: { text: "Перше", mediaIds: ["a"], thread: [part("Друге", "b", "a"), part("Третє")] },
  channelIds: ["ch_1", "ch_2"],
};
const textsOn = (of: Draft, side: string) => threadOn(of, side).map(({ text }) => text);

it("is written part by part, and each channel shows the base's until it has its own", () => {
  const own = changePart(draft, "ch_1", 1, (old) => ({ ...old, text: "Third" }));
  const later = withPart(own, "base", part("Четверте"));
  expect(textsOn(later, "ch_1")).toEqual(["Друге", "Third"]);
  expect(textsOn(later, "ch_2")).toEqual(["Друге", "Третє", "Четверте"]);
  expect(textsOn(withBase(later, "ch_1"), "ch_1")).toEqual(["Друге", "Третє", "Четверте"]);
});

it("takes a part out, puts it back where it was, and moves it up", () => {
  const [first] = threadOn(draft, "base");
  const without = withoutPart(draft, "base", 0);
  expect(textsOn(without, "base")).toEqual(["Третє"]);
  expect(withPart(without, "base", first, 0)).toEqual(draft);
  expect(textsOn(earlier(draft, "base", 1), "base")).toEqual(["Третє", "Друге"]);
  expect(earlier(draft, "base", 0)).toEqual(draft);
});

it("changes nothing when the part is gone by the time its file has arrived", () => {
  expect(changePart(draft, "base", -1, () => part("чуже"))).toEqual(draft);
});

it("is joined to the text of a channel without threads, files and all, and stays on the others", () => {
  const one = joined(draft, "ch_1");
  expect(contentFor(one, "ch_1")).toEqual({ text: "Перше\n\nДруге\n\nТретє", mediaIds: ["a", "b"] });
  expect(textsOn(one, "ch_2")).toEqual(["Друге", "Третє"]);
});

it("is left out on one channel alone", () => {
  const sent = bodyOf(withoutThread(draft, "ch_1"));
  expect(contentFor(sent, "ch_1")).toEqual({ text: "Перше", mediaIds: ["a"] });
  expect(contentFor(sent, "ch_2").thread).toHaveLength(2);
});

it("makes a draft worth keeping, and is not sent when it has no part left", () => {
  const begun = withPart(emptyDraft, "base");
  expect(isBlank(begun)).toBe(false);
  expect(isBlank(withoutPart(begun, "base", 0))).toBe(true);
  expect(bodyOf(edit(draft, "base", { thread: [] })).base).not.toHaveProperty("thread");
});
