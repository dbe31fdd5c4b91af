import { Temporal } from "temporal-polyfill";
import { dayOf, startOfDay } from "../kernel/time.ts";
import type { Review } from "./model.ts";

/** What reviews say together. Means are of the stars alone; recommendations are counted beside them. */
export interface ReviewFigures {
  readonly count: number;
  readonly rated: number;
  /** The mean of the stars, 1..5; `null` where none were given. */
  readonly mean: number | null;
  readonly recommending: number;
  readonly notRecommending: number;
  readonly answered: number;
  /** From a review's appearance to our first answer, ms; `null` while nothing is answered. */
  readonly medianAnswerMs: number | null;
  readonly p90AnswerMs: number | null;
}

export interface ReviewPeriod extends ReviewFigures {
  /** Its first and last day in the workspace's zone, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
}

export type PeriodUnit = "week" | "month";

/** How many periods a trend has, this one included. */
const periods: Readonly<Record<PeriodUnit, number>> = { week: 26, month: 12 };

/** The first day of each period of a trend that ends with the one of `nowMs`, and the day after the last. */
export function periodStarts(unit: PeriodUnit, nowMs: number, timeZone: string): readonly string[] {
  const today = Temporal.PlainDate.from(dayOf(nowMs, timeZone));
  const current = unit === "week" ? today.subtract({ days: today.dayOfWeek - 1 }) : today.with({ day: 1 });
  const first = 1 - periods[unit];
  return Array.from({ length: periods[unit] + 1 }, (_, index) => {
    const away = first + index;
    return current.add(unit === "week" ? { weeks: away } : { months: away }).toString();
  });
}

/** The figures of each period by the day on which a review appeared, and of all of them. Pure. */
export function trendOf(
  reviews: readonly Review[],
  starts: readonly string[],
  timeZone: string,
): { readonly periods: readonly ReviewPeriod[]; readonly total: ReviewFigures } {
  const counted = reviews.filter(({ state }) => state !== "gone");
  const edges = starts.map((day) => startOfDay(day, timeZone));
  const within = (from: number, to: number) =>
    counted.filter(({ occurredAt }) => occurredAt >= from && occurredAt < to);
  return {
    periods: starts.slice(0, -1).map((from, index) => {
      const next = starts[index + 1] ?? from;
      const to = Temporal.PlainDate.from(next).subtract({ days: 1 }).toString();
      return { from, to, ...figuresOf(within(edges[index] ?? 0, edges[index + 1] ?? 0)) };
    }),
    total: figuresOf(within(edges[0] ?? 0, edges.at(-1) ?? 0)),
  };
}

/** What some reviews say together. Pure. */
export function figuresOf(reviews: readonly Review[]): ReviewFigures {
  const stars = reviews.flatMap(({ rating }) => (rating === undefined ? [] : [rating]));
  const waits = reviews
    .flatMap(({ answeredAt, occurredAt, imported }) =>
      // A table names days, from which no time to answer can be told.
      answeredAt === undefined || imported ? [] : [Math.max(0, answeredAt - occurredAt)],
    )
    .sort((a, b) => a - b);
  const verdicts = (said: boolean) =>
    reviews.filter(({ rating, recommends }) => rating === undefined && recommends === said).length;
  return {
    count: reviews.length,
    rated: stars.length,
    mean: stars.length === 0 ? null : stars.reduce((sum, one) => sum + one, 0) / stars.length,
    recommending: verdicts(true),
    notRecommending: verdicts(false),
    answered: reviews.filter(({ answeredAt }) => answeredAt !== undefined).length,
    medianAnswerMs: quantile(waits, 0.5),
    p90AnswerMs: quantile(waits, 0.9),
  };
}

/** The value that a share of the sorted values does not exceed, by linear interpolation. */
function quantile(sorted: readonly number[], share: number): number | null {
  if (sorted.length === 0) return null;
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return low + (high - low) * (place - Math.floor(place));
}
