import { expect, it } from "vitest";
import { webTexts } from "./index.ts";

it("counts in Ukrainian by its three forms and in English by two", () => {
  const { calendar: uk } = webTexts("uk");
  const { calendar: en } = webTexts("en");
  expect([1, 2, 5, 11, 21, 22].map(uk.posts)).toEqual([
    "1 допис",
    "2 дописи",
    "5 дописів",
    "11 дописів",
    "21 допис",
    "22 дописи",
  ]);
  expect([1, 2].map(en.posts)).toEqual(["1 post", "2 posts"]);
});

it("says how many conversations wait with a verb that agrees", () => {
  const say = webTexts("uk").today.attention["waiting-for-answer"];
  expect(say(1)).toBe("1 розмова чекає на відповідь");
  expect(say(3)).toBe("3 розмови чекають на відповідь");
});

it("leaves no Ukrainian text in English", () => {
  const same = sameTexts(webTexts("uk"), webTexts("en"));
  const namesAndSigns = /^[^\p{L}]*$|^(Dopys|https:\/\/|Українська|English)$/u;
  expect(same.filter((text) => !namesAndSigns.test(text))).toEqual([]);
});

/** The texts that read the same in both languages. */
function sameTexts(uk: object, en: object): string[] {
  return Object.entries(uk).flatMap(([key, text]): string[] => {
    const other: unknown = Object.getOwnPropertyDescriptor(en, key)?.value;
    if (typeof text === "string") return text === other ? [text] : [];
    return typeof text === "object" && typeof other === "object" && other ? sameTexts(text, other) : [];
  });
}
