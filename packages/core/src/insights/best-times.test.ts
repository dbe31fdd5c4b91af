import { describe, expect, it } from "vitest";
import { figure, notAvailable } from "../channels/measurement.ts";
import { bestTimes } from "./best-times.ts";
import type { PublicationResult } from "./ports.ts";

const zone = "Europe/Kyiv";
const now = Date.parse("2026-11-23T12:00:00Z");
const hourMs = 3_600_000;

/** Mulberry32: the same numbers for the same seed, 0..1. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const result = (id: number, publishedAt: number, rate: number, change: Partial<PublicationResult> = {}) => ({
  publicationId: `pub_${id}`,
  publishedAt,
  contentType: "image" as const,
  measuredAt: now,
  interactions: figure(Math.round(1000 * rate)),
  reach: figure(1000),
  ...change,
});

/** A post every 20 hours over half a year, its rate spread by a factor of about e^±1 by chance. */
function history(seed: number, effect: (publishedAt: number) => number, count = 200): PublicationResult[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, index) => {
    const publishedAt = now - 3 * 86_400_000 - index * 20 * hourMs;
    const chance = Math.exp((random() + random() + random() - 1.5) * 1.2);
    return result(index, publishedAt, 0.03 * chance * effect(publishedAt));
  });
}

const localHour = (at: number): number =>
  Number(new Date(at).toLocaleString("en", { timeZone: zone, hour: "2-digit", hour12: false })) % 24;

describe("the best times of a channel", () => {
  it("says nothing from fewer than 20 publications, and says how many there are", () => {
    expect(
      bestTimes(
        history(1, () => 1, 19),
        zone,
        now,
      ),
    ).toEqual({ posts: 19, neededPosts: 20, times: [] });
  });

  it("finds nothing in histories without any effect, but for one in twenty", () => {
    const alarms = Array.from({ length: 400 }, (_, seed) =>
      bestTimes(
        history(seed, () => 1),
        zone,
        now,
      ),
    );
    expect(alarms.filter(({ times }) => times.length > 0).length).toBeLessThan(20);
  });

  it("finds evenings that do twice as well, with the count they rest on, in the workspace's zone", () => {
    const evening = (at: number) => (localHour(at) >= 18 && localHour(at) < 21 ? 2 : 1);
    const found = Array.from({ length: 50 }, (_, seed) => bestTimes(history(seed, evening), zone, now));
    const right = found.map(({ times }) => times.find(({ days, fromHour }) => days === "workdays" && fromHour === 18));
    expect(right.filter((time) => time !== undefined).length).toBeGreaterThan(45);
    const [first] = right;
    const inWindow = history(0, evening).filter(({ publishedAt }) => {
      const day = new Date(publishedAt + 3 * hourMs).getUTCDay();
      return evening(publishedAt) === 2 && day >= 1 && day <= 5;
    });
    expect(first?.posts).toBe(inWindow.length);
    expect(first?.low).toBeLessThan(first?.lift ?? 0);
    expect(first?.high).toBeGreaterThan(first?.lift ?? 0);
  });

  it("does not take a type that is liked more for a time that is", () => {
    const mixed = history(5, () => 1).map((one) => {
      const evening = localHour(one.publishedAt) >= 18;
      return evening
        ? {
            ...one,
            contentType: "video" as const,
            interactions: figure(3 * (one.interactions.available ? one.interactions.value : 0)),
          }
        : one;
    });
    expect(bestTimes(mixed, zone, now).times).toEqual([]);
  });

  it("leaves out what is too young or not measured", () => {
    const all = [
      ...history(1, () => 1, 20),
      result(901, now - 47 * hourMs, 0.5),
      result(902, now - 90 * hourMs, 0.5, { reach: notAvailable("not-given-by-platform") }),
      result(903, now - 90 * hourMs, 0.5, { interactions: notAvailable("not-yet") }),
      result(904, now - 90 * hourMs, 0.5, { reach: figure(0) }),
    ];
    expect(bestTimes(all, zone, now).posts).toBe(20);
  });
});
