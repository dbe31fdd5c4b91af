import { expect, it } from "vitest";
import { periodStarts, trendOf } from "./figures.ts";
import type { Review } from "./model.ts";

const zone = "Europe/Kyiv";
const at = (time: string): number => Date.parse(time);
const now = at("2026-11-26T10:00:00Z");

let count = 0;
const review = (change: Partial<Review>): Review => ({
  workspaceId: "ws_1",
  id: `rev_${++count}`,
  channelId: "chan_1",
  platform: "facebook",
  remoteId: `r${count}`,
  threadId: `thr_${count}`,
  facts: { seen: true, reportedAt: now, opinions: [] },
  revision: "1",
  occurredAt: now,
  known: true,
  removed: false,
  edited: false,
  text: "",
  history: [],
  sentiment: "neutral",
  language: "unknown",
  state: "open",
  ...change,
});
const weeks = periodStarts("week", now, zone);

it("ends a trend with the week and the month of today, weeks beginning on Monday", () => {
  expect(weeks).toHaveLength(27);
  expect(weeks.slice(-2)).toEqual(["2026-11-23", "2026-11-30"]);
  const months = periodStarts("month", now, zone);
  expect([months[0], ...months.slice(-2)]).toEqual(["2025-12-01", "2026-11-01", "2026-12-01"]);
});

it("counts a review on the day of the workspace's zone, also beside midnight", () => {
  const { periods } = trendOf(
    [
      review({ rating: 5, occurredAt: at("2026-11-22T21:59:59Z") }),
      review({ rating: 1, occurredAt: at("2026-11-22T22:00:00Z") }),
    ],
    weeks,
    zone,
  );
  expect(periods.slice(-2)).toMatchObject([
    { from: "2026-11-16", to: "2026-11-22", count: 1, mean: 5 },
    { from: "2026-11-23", to: "2026-11-29", count: 1, mean: 1 },
  ]);
});

it("takes the mean of stars alone and counts recommendations beside them", () => {
  const { total, periods } = trendOf(
    [
      review({ rating: 5 }),
      review({ rating: 2 }),
      review({ recommends: true }),
      review({ recommends: true }),
      review({ recommends: false }),
      review({ rating: 1, state: "gone" }),
    ],
    weeks,
    zone,
  );
  expect(total).toMatchObject({ count: 5, rated: 2, mean: 3.5, recommending: 2, notRecommending: 1, answered: 0 });
  expect(total).toMatchObject({ medianAnswerMs: null, p90AnswerMs: null });
  expect(periods[0]).toMatchObject({ count: 0, mean: null });
});

it("tells how long people waited for the first answer", () => {
  const waits = [1, 2, 3, 4, 11].map((hours) => review({ state: "answered", answeredAt: now + hours * 3_600_000 }));
  const { total } = trendOf([...waits, review({})], weeks, zone);
  expect(total).toMatchObject({ count: 6, answered: 5, medianAnswerMs: 3 * 3_600_000 });
  expect((total.p90AnswerMs ?? 0) / 3_600_000).toBeCloseTo(8.2);
});
