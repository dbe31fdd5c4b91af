import fc from "fast-check";
import { expect, it } from "vitest";
import { days, sheetsOf } from "../insights/fixtures/steady-channels.ts";
import { headlineDays } from "./goal-days.ts";
import { weeklyFigures } from "./weekly-figures.ts";

const yesterday = days.at(-1) ?? "";
const gapsOf = fc.array(fc.record({ channel: fc.nat(2), back: fc.integer({ min: 1, max: 80 }), all: fc.boolean() }), {
  maxLength: 20,
});
const usual = { reach: 5300 * 7, interactions: 114 * 7, followersChange: 13 * 7, engagementRate: 114 / 5300 } as const;

it("weeks of channels that are every day alike are alike, whatever their platforms have not told yet", () => {
  fc.assert(
    fc.property(gapsOf, (gaps) => {
      const { whole } = sheetsOf(gaps);
      for (const [headline, week] of Object.entries(usual) as [keyof typeof usual, number][]) {
        const known = weeklyFigures(headlineDays(whole, headline), headline, yesterday).filter(
          (value) => value !== null,
        );
        for (const value of known) expect(value, headline).toBeCloseTo(week, 6);
      }
    }),
    { numRuns: 20 },
  );
});

it("a week is known although a platform tells its last day later", () => {
  const { whole } = sheetsOf([{ channel: 0, back: 1, all: true }]);
  expect(weeklyFigures(headlineDays(whole, "reach"), "reach", yesterday).at(-1)).toBeCloseTo(5300 * 7, 6);
});
