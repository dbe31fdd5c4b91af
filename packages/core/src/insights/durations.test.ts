import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { durationsOf, exactLimit, mergeDurations, noDurations, quantileMs, stepsInSeconds } from "./durations.ts";

const times = fc.array(fc.nat({ max: 40 * 86_400_000 }), { maxLength: 60 });

describe("first-response times", () => {
  it("are the same however they were merged", () => {
    fc.assert(
      fc.property(times, fc.array(fc.nat({ max: 4 }), { minLength: 60, maxLength: 60 }), (all, groups) => {
        const parts = [0, 1, 2, 3, 4].map((group) => durationsOf(all.filter((_, index) => groups[index] === group)));
        expect(parts.reduce(mergeDurations, noDurations)).toEqual(durationsOf(all));
        expect(parts.reverse().reduce(mergeDurations, noDurations)).toEqual(durationsOf(all));
      }),
    );
  });

  it("have an exact median to the second while they are few", () => {
    expect(quantileMs(durationsOf([3200, 60_000, 10_000]), 0.5)).toBe(10_000);
    expect(quantileMs(durationsOf([3200]), 0.9)).toBe(4000);
    expect(quantileMs(noDurations, 0.5)).toBeNull();
  });

  it("have a median within one step of the exact one when they are many", () => {
    const many = fc.array(fc.integer({ min: 1, max: 29 * 86_400_000 }), { minLength: exactLimit + 1, maxLength: 99 });
    fc.assert(
      fc.property(many, fc.constantFrom(0.5, 0.9), (all, q) => {
        const exact = (all.toSorted((a, b) => a - b)[Math.ceil(q * all.length) - 1] ?? 0) / 1000;
        const step = stepsInSeconds.find((end) => exact <= end) ?? 0;
        expect(quantileMs(durationsOf(all), q)).toBe(step * 1000);
      }),
    );
  });

  it("longer than thirty days count as thirty days", () => {
    const long = Array.from({ length: exactLimit + 1 }, () => 90 * 86_400_000);
    expect(quantileMs(durationsOf(long), 0.5)).toBe(30 * 86_400_000);
  });
});
