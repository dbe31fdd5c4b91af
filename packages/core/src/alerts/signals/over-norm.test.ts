import { describe, expect, it } from "vitest";
import { figure, notAvailable } from "../../channels/measurement.ts";
import type { PublicationResult } from "../../insights/index.ts";
import { overNorm } from "./over-norm.ts";

const now = 1_795_168_800_000;
const day = 86_400_000;
const result = (id: string, interactions: number, change: Partial<PublicationResult> = {}): PublicationResult => ({
  publicationId: id,
  publishedAt: now - 10 * day,
  contentType: "image",
  measuredAt: now,
  interactions: figure(interactions),
  reach: figure(1000),
  ...change,
});
const usual = [22, 31, 18, 40, 25, 28, 35, 19, 30, 27, 24, 33, 21, 26].map((n, i) => result(`p${i}`, n));
const fresh = (id: string, interactions: number, change: Partial<PublicationResult> = {}) =>
  result(id, interactions, { publishedAt: now - day, ...change });

describe("a post far over its norm", () => {
  it("is one with many times the interactions of its type, and says by how much", () => {
    const [found] = overNorm([...usual, fresh("hit", 160)], now);
    expect(found).toMatchObject({ publicationId: "hit", comparedWith: 14 });
    expect(found?.lift).toBeCloseTo(6, 0);
  });

  it("is not one that is merely good, nor one of another type", () => {
    expect(overNorm([...usual, fresh("good", 55)], now)).toEqual([]);
    expect(overNorm([...usual, fresh("video", 160, { contentType: "video" })], now)).toEqual([]);
  });

  it("needs enough to compare with, figures, and news", () => {
    expect(overNorm([...usual.slice(0, 11), fresh("hit", 160)], now)).toEqual([]);
    expect(overNorm([...usual, fresh("unknown", 0, { interactions: notAvailable("not-yet") })], now)).toEqual([]);
    expect(overNorm([...usual, result("old", 160)], now)).toEqual([]);
  });

  it("is not made by a wide spread: where posts differ by ten times, three times is nothing", () => {
    const wild = [5, 60, 9, 200, 14, 90, 7, 150, 30, 45, 12, 80, 20, 110].map((n, i) => result(`w${i}`, n));
    expect(overNorm([...wild, fresh("one", 160)], now)).toEqual([]);
  });

  it("an earlier success does not hide the next one", () => {
    expect(
      overNorm([...usual, result("before", 400), fresh("hit", 160)], now).map(({ publicationId }) => publicationId),
    ).toEqual(["hit"]);
  });
});
