import { describe, expect, it } from "vitest";
import { compareVariants } from "./compare-variants.ts";

describe("comparing two variants", () => {
  it("gives the ratio of the rates with an interval around it", () => {
    const { ratio, low, high, finding } = compareVariants(
      { interactions: 40, reach: 1000 },
      { interactions: 80, reach: 1000 },
    );
    expect(ratio).toBeCloseTo(1.99, 2);
    // exp(±1.96 * sqrt(1/40.5 + 1/80.5)) around 1.988, worked out by hand.
    expect(low).toBeCloseTo(1.364, 2);
    expect(high).toBeCloseTo(2.898, 2);
    expect(finding).toBe("b-higher");
  });

  it("is the other way round for the other order", () => {
    const [a, b] = [
      { interactions: 30, reach: 900 },
      { interactions: 75, reach: 1100 },
    ];
    const [there, back] = [compareVariants(a, b), compareVariants(b, a)];
    expect(there.ratio * back.ratio).toBeCloseTo(1, 10);
    expect(there.low * back.high).toBeCloseTo(1, 10);
    expect(back.finding).toBe("a-higher");
  });

  it("names no winner that chance explains", () => {
    expect(compareVariants({ interactions: 40, reach: 1000 }, { interactions: 48, reach: 1000 }).finding).toBe(
      "unclear",
    );
  });

  it("says that there is too little to compare, however far apart the rates are", () => {
    expect(compareVariants({ interactions: 0, reach: 99 }, { interactions: 60, reach: 99 }).finding).toBe("too-few");
    expect(compareVariants({ interactions: 1, reach: 1000 }, { interactions: 18, reach: 1000 }).finding).toBe(
      "too-few",
    );
  });

  it("covers the truth in 95 of 100 experiments", () => {
    let state = 7;
    const random = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32;
    };
    const drawn = (rate: number) =>
      Array.from({ length: 800 }).reduce<number>((sum) => sum + (random() < rate ? 1 : 0), 0);
    const runs = 1000;
    let covered = 0;
    for (let run = 0; run < runs; run += 1) {
      const { low, high } = compareVariants(
        { interactions: drawn(0.04), reach: 800 },
        { interactions: drawn(0.06), reach: 800 },
      );
      if (low <= 1.5 && high >= 1.5) covered += 1;
    }
    expect(covered / runs).toBeGreaterThan(0.935);
    expect(covered / runs).toBeLessThan(0.99);
  });
});
