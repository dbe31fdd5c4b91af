import { expect, it } from "vitest";
import { webTexts } from "./index.ts";

it("counts in Ukrainian by its three forms and in English by two", () => {
  const { settings: uk } = webTexts("uk");
  const { settings: en } = webTexts("en");
  expect([1, 2, 5, 11, 21, 22].map(uk.countMembers)).toEqual([
    "1 учасник",
    "2 учасники",
    "5 учасників",
    "11 учасників",
    "21 учасник",
    "22 учасники",
  ]);
  expect([1, 2].map(en.countMembers)).toEqual(["1 member", "2 members"]);
});

it("says how many conversations wait with a verb that agrees", () => {
  const say = webTexts("uk").today.attention["waiting-for-answer"];
  expect(say(1)).toBe("1 розмова чекає на відповідь");
  expect(say(3)).toBe("3 розмови чекають на відповідь");
});

it("lets the unit of a time agree with its number", () => {
  const { hours, days } = webTexts("uk").alerts.settings.units;
  expect([1, 3, 5, 21].map(days)).toEqual(["день", "дні", "днів", "день"]);
  expect([1, 2, 12].map(hours)).toEqual(["година", "години", "годин"]);
  expect([1, 2].map(webTexts("en").alerts.settings.units.minutes)).toEqual(["minute", "minutes"]);
});

it("leaves no Ukrainian text in English", () => {
  const same = sameTexts(webTexts("uk"), webTexts("en"));
  const namesAndSigns = /^[^\p{L}]*$|^(Dopys|https:\/\/|Українська|English|ROI)$/u;
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
