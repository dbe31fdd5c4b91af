import { describe, expect, it } from "vitest";
import { recommendationRules } from "./model.ts";
import { recommendationWords } from "./wording.ts";

const params = {
  contentType: "video",
  posts: 22,
  others: 41,
  share: 0.125,
  lift: 2.31,
  low: 1.84,
  high: 2.9,
  days: "workdays",
  fromHour: 9,
  toHour: 12,
  weekday: 3,
  time: "10:00",
  topic: "Рецепти",
  campaign: "Осіннє меню",
  targeted: 40,
  within: 21,
  good: 0.8,
  slots: 5,
  free: 3,
  silentDays: 6,
  usualDays: 2,
};

describe("the words of a recommendation", () => {
  it.each(recommendationRules)("of %s are whole in both languages, and its figures are in them", (rule) => {
    for (const language of ["uk", "en"] as const) {
      const words = recommendationWords(language, { rule, params }, "Листок");
      for (const text of Object.values(words)) {
        expect(text).not.toMatch(/undefined|NaN|\[object|\s{2,}|^\s|\s$/);
        expect(text.length).toBeGreaterThan(8);
      }
      expect(words.evidence).toMatch(/\d.*[.]$/s);
    }
  });

  it("take questions after «із» in the right case", () => {
    const evidence = (targeted: number) =>
      recommendationWords("uk", { rule: "answers-late", params: { ...params, targeted } }, "").evidence;
    expect(evidence(64)).toContain("на 21 із 64 запитань,");
    expect(evidence(41)).toContain("на 21 із 41 запитання,");
  });

  it("say times, counts and days as Ukrainian does", () => {
    const title = (lift: number) =>
      recommendationWords("uk", { rule: "type-above", params: { ...params, lift } }, "").title;
    expect(title(2.31)).toBe("Дописи з відео залучають у 2,3 раза більше за решту");
    expect(title(2)).toContain("у 2 рази");
    expect(title(5.04)).toContain("у 5 разів");
    const { task, evidence } = recommendationWords("uk", { rule: "time-unused", params }, "Листок");
    expect(task).toBe("Спробувати дописи щосереди о 10:00: Листок");
    expect(evidence).toContain("22 дописи у ці години");
    const moved = { ...params, poorFromHour: 9, poorToHour: 12, poorLift: 0.61, poorPosts: 21 };
    expect(recommendationWords("uk", { rule: "time-unused", params: moved }, "").evidence).toContain(
      "О 09:00–12:00, де слот є, дописи залучають на 39% менше, ніж зазвичай (21 допис).",
    );
    const gap = recommendationWords("uk", { rule: "posting-gap", params }, "Листок");
    expect(gap.title).toBe("Уже 6 днів немає дописів на каналі «Листок»");
    expect(gap.evidence).toContain("минає 2 дні (медіана з 22 дописів");
  });
});
