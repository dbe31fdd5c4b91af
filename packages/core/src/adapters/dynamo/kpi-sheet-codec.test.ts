import fc from "fast-check";
import { expect, it } from "vitest";
import { type KpiParts, noParts, type Sheet } from "../../insights/index.ts";
import { flatten, unflatten } from "./kpi-parts-codec.ts";
import { packSheet, unpackSheet } from "./kpi-sheet-codec.ts";

const count = fc.nat({ max: 2_000_000 });
const part = fc.record({
  sum: fc.integer({ min: -500, max: 2_000_000 }),
  known: fc.nat({ max: 20 }),
  absent: fc.constantFrom({}, { "not-yet": 1 }, { "not-given-by-platform": 3, "no-permission": 1 }),
});
const ratio = fc.tuple(part, count).map(([one, of]) => ({ ...one, of }));
const type = fc.record({ posts: count, interactions: part, rate: ratio });
const durations = fc.oneof(
  fc.array(count, { maxLength: 20 }).map((exact) => ({ exact: exact.sort((a, b) => a - b) })),
  fc
    .tuple(fc.array(fc.nat({ max: 90 }), { maxLength: 45 }), fc.integer({ min: 1, max: 90 }))
    .map(([counts, last]) => ({ counts: [...counts, last] })),
);
const name = fc.constantFrom("form", "коментар", "a/b%2Fc", "100%", "e-mail");
const names = fc.dictionary(name, fc.nat({ max: 900 }), { maxKeys: 3, noNullPrototype: true });
const side = fc.oneof(
  fc.constant({ weight: 0, groups: {} }),
  names.map((groups) => ({ weight: 1, groups })).filter(({ groups }) => Object.keys(groups).length > 0),
);
const parts: fc.Arbitrary<KpiParts> = fc.record({
  growth: fc.record(
    { start: part, end: part, change: part, base: count, chain: fc.constantFrom(1, 1.016, 0) },
    { requiredKeys: ["start", "end", "change", "base"] },
  ),
  interactions: part,
  engagement: ratio,
  reach: part,
  reachByViews: count,
  types: fc.record({ image: type, video: type, carousel: type, link: type, text: type, story: type }),
  leads: fc.record({ count, won: count, bySource: names, value: names }),
  response: fc.record({
    received: count,
    answered: count,
    targeted: count,
    within: count,
    durations,
    scored: count,
    points: count,
  }),
  negative: fc.record({ messages: count, lowReviews: count, actions: part, rate: ratio }),
  measuredAt: fc.option(fc.integer({ min: -3000, max: 9000 }).map((minute) => (29_400_000 + minute) * 60_000)),
  profile: fc.record({ country: side, city: side, age: side, gender: side, language: side }),
});

it("gives back the parts that were written, whatever they are", () => {
  fc.assert(
    fc.property(parts, (one) => {
      expect(unflatten(flatten(one))).toEqual(one);
    }),
  );
});

it("gives back every day of a month that was packed, with its audience", () => {
  const days = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 30 });
  const sheets = days.chain((numbers) =>
    fc
      .array(parts, { minLength: numbers.length, maxLength: numbers.length })
      .map(
        (rows): Sheet =>
          new Map(numbers.map((day, at) => [`2025-11-${String(day).padStart(2, "0")}`, rows[at] ?? noParts])),
      ),
  );
  fc.assert(
    fc.property(sheets, (sheet) => {
      const days = [...unpackSheet("2025-11-01", packSheet("2025-11-01", sheet))];
      expect(days).toEqual([...sheet].sort(([a], [b]) => (a < b ? -1 : 1)));
    }),
    { numRuns: 50 },
  );
});
