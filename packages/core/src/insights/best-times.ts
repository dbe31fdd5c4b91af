import { inZone } from "../kernel/time.ts";
import { liftOf } from "./lift.ts";
import { median } from "./median.ts";
import { isRipe } from "./norms.ts";
import type { PublicationResult } from "./ports.ts";

/** Days on which the same hours are taken together. */
export const dayKinds = ["workdays", "weekend"] as const;
export type DayKind = (typeof dayKinds)[number];

/** Hours in which publications did better than the channel's others, and what that rests on. */
export interface BestTime {
  readonly days: DayKind;
  /** Local hours `[fromHour, toHour)`, 0..24. */
  readonly fromHour: number;
  readonly toHour: number;
  /** Publications in these hours. */
  readonly posts: number;
  /** Their engagement rate against what is usual for their type on this channel: 1.4 is 40 % more. */
  readonly lift: number;
  /** The 95 % interval of `lift`. */
  readonly low: number;
  readonly high: number;
}

export interface BestTimes {
  /** Publications that were compared: old enough, with reach and interactions known. */
  readonly posts: number;
  /** How many are needed before anything is said. */
  readonly neededPosts: number;
  /** The surest first, at most three; empty when no hours stand out from chance. */
  readonly times: readonly BestTime[];
}

const hoursTogether = 3;
const fewestPosts = 20;
/** Publications that a window needs, and a type to have a usual of its own. */
export const fewestInWindow = 5;
const mostShown = 3;
const poorLift = 0.8;

/**
 * The hours that stand out in a channel's own history. Each publication's engagement rate (interactions / reach, with half
 * an interaction added so that none is zero) is divided by the median of its content type, or of all where the type has
 * fewer than five; of the logarithms, each window of three hours on workdays or at weekends has a mean. It is shown only
 * when its lower bound stays above 1 at a confidence that allows for all windows being looked at (Student's t, one-sided
 * 0.35 % each, so about one false alarm in twenty histories without any effect). Publications younger than two days are
 * left out, since they are still being seen.
 */
export function bestTimes(results: readonly PublicationResult[], timeZone: string, now: number): BestTimes {
  const rated = ratedOf(results, now);
  const counted = { posts: rated.length, neededPosts: fewestPosts };
  if (rated.length < fewestPosts) return { ...counted, times: [] };
  const surest = standingOut(rated, timeZone, "more")
    .sort((a, b) => b.low - a.low)
    .slice(0, mostShown);
  return { ...counted, times: surest };
}

/**
 * The hours in which a channel's publications did surely worse than usual by the same count, and by a fifth or more; the
 * worst first.
 */
export function poorTimes(results: readonly PublicationResult[], timeZone: string, now: number): readonly BestTime[] {
  const rated = ratedOf(results, now);
  if (rated.length < fewestPosts) return [];
  return standingOut(rated, timeZone, "less")
    .filter(({ lift }) => lift <= poorLift)
    .sort((a, b) => a.high - b.high);
}

/** A publication with its engagement rate; half an interaction and one person are added so that none is zero. */
export interface Rated {
  readonly result: PublicationResult;
  readonly rate: number;
}

/** The publications whose rate is known and that had two days to be seen. */
export const ratedOf = (results: readonly PublicationResult[], now: number): readonly Rated[] =>
  results.flatMap((result) => {
    const { reach, interactions } = result;
    if (!reach.available || !interactions.available || reach.value <= 0 || !isRipe(result, now)) return [];
    return [{ result, rate: (interactions.value + 0.5) / (reach.value + 1) }];
  });

/** The logarithm of each rate against what is usual for its type, or for all where the type has few. */
export function againstUsual(rated: readonly Rated[]): readonly { result: PublicationResult; log: number }[] {
  const usual = usualRates(rated);
  return rated.map(({ result, rate }) => ({ result, log: Math.log(rate / usual(result)) }));
}

function usualRates(rated: readonly Rated[]): (result: PublicationResult) => number {
  const all = median(rated.map(({ rate }) => rate));
  const byType = Map.groupBy(rated, ({ result }) => result.contentType);
  const usual = new Map(
    [...byType].flatMap(([type, of]) =>
      of.length >= fewestInWindow ? [[type, median(of.map(({ rate }) => rate))] as const] : [],
    ),
  );
  return ({ contentType }) => usual.get(contentType) ?? all;
}

function windowOf(at: number, timeZone: string): string {
  const { dayOfWeek, hour } = inZone(at, timeZone);
  return `${dayOfWeek > 5 ? "weekend" : "workdays"} ${Math.floor(hour / hoursTogether) * hoursTogether}`;
}

/** The windows of three hours whose publications differ from what is usual beyond chance. */
function standingOut(rated: readonly Rated[], timeZone: string, wanted: "more" | "less"): BestTime[] {
  const windows = Map.groupBy(againstUsual(rated), ({ result }) => windowOf(result.publishedAt, timeZone));
  return [...windows].flatMap(([key, all]) => {
    if (all.length < fewestInWindow) return [];
    const { cases, lift, low, high, finding } = liftOf(all.map(({ log }) => log));
    if (finding !== wanted) return [];
    const [days, fromHour] = key.split(" ") as [DayKind, string];
    return [
      { days, fromHour: Number(fromHour), toHour: Number(fromHour) + hoursTogether, posts: cases, lift, low, high },
    ];
  });
}
