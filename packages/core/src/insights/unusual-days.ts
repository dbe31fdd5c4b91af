import { median } from "./median.ts";
import type { Headline, UnusualDay } from "./model.ts";

/** Days before a day that say what is usual for it. */
export const usualDays = 56;
/** Fewer days with a figure say nothing. */
const fewestDays = 28;
/** A weekday counts as different from the others only when it was seen so often. */
const fewestOfWeekday = 4;
/** Days between those whose slopes are the trend, and how many of these it takes. */
const apart = 28;
const fewestSlopes = 14;
/** Modified z-score from which a day is unusual. */
const cutoff = 4;
/** What is rare but small is left out: a day differs by at least this share of what is usual. */
const leastShare = 0.3;

/** How a figure's days scatter: by shares of itself, as rare events do, or alike at any height. */
type Scatter = "shares" | "counts" | "amounts";

/** The headlines in which unusual days are marked, and by how much one has to differ in its own unit. */
const watched: Readonly<Partial<Record<Headline, { readonly least: number; readonly scatter: Scatter }>>> = {
  followersChange: { least: 10, scatter: "amounts" },
  interactions: { least: 10, scatter: "shares" },
  engagementRate: { least: 0.005, scatter: "shares" },
  reach: { least: 50, scatter: "shares" },
  leads: { least: 4, scatter: "counts" },
  medianFirstResponseMs: { least: 15 * 60_000, scatter: "shares" },
  negativeFeedback: { least: 4, scatter: "counts" },
};

/** Scales on which a day is as likely to be so much above the usual as below it, and the way back. */
const scales: Readonly<Record<Scatter, { to: (value: number) => number; from: (level: number) => number }>> = {
  shares: { to: (value) => Math.log(Math.max(0, value) + 1), from: (level) => Math.exp(level) - 1 },
  counts: { to: (value) => 2 * Math.sqrt(Math.max(0, value) + 0.375), from: (level) => (level / 2) ** 2 - 0.375 },
  amounts: { to: (value) => value, from: (level) => level },
};

/** A day and its figure; `null` where it isn't known. */
export interface DayValue {
  readonly day: string;
  readonly value: number | null;
}

/**
 * The days from `from` on whose figure is far from what the 56 days before it make one expect. On a scale that suits the
 * figure (logarithm; Anscombe's square root for counts of rare events), the trend is taken off by the median slope between days four
 * weeks apart (after Theil and Sen) and each weekday's own level by its median; the distance from the median of what remains is the modified z-score of Iglewicz
 * and Hoaglin ("How to Detect and Handle Outliers", 1993): in median absolute deviations, which single bursts in the past
 * do not blunt, or in mean ones where more than half the days are alike. With fewer than 28 days of figures nothing is
 * said. `series` has every day, in order.
 */
export function unusualDays(headline: Headline, series: readonly DayValue[], from: string): UnusualDay[] {
  const rule = watched[headline];
  if (!rule) return [];
  const scale = scales[rule.scatter];
  const levels = series.map(({ value }) => (value === null ? null : scale.to(value)));
  return series.flatMap(({ day, value }, index) => {
    if (day < from || value === null) return [];
    const level = usualLevel(levels, index);
    if (level === null) return [];
    const usual = rule.scatter === "amounts" ? level : Math.max(0, scale.from(level));
    const distance = Math.abs(value - usual);
    return distance < rule.least || distance < leastShare * Math.abs(usual) ? [] : [{ day, headline, value, usual }];
  });
}

/** A day of the past: its level, and how many days before the day in question it was. */
interface Past {
  readonly back: number;
  readonly level: number;
}

/** The level that would have been usual for a day, when its own is far from it; else `null`. */
function usualLevel(levels: readonly (number | null)[], index: number): number | null {
  const past = levels.slice(Math.max(0, index - usualDays), index).flatMap((level, at, all): Past[] => {
    return level === null ? [] : [{ level, back: all.length - at }];
  });
  if (past.length < fewestDays) return null;
  const slope = trendOf(past);
  const flat = past.map(({ back, level }) => ({ back, level: level + slope * back }));
  const ownLevels = weekdayLevels(flat);
  const rest = flat.map(({ back, level }) => level - (ownLevels[back % 7] ?? 0));
  const [middle, own] = [median(rest), ownLevels[0] ?? 0];
  const distance = Math.abs((levels[index] ?? 0) - own - middle);
  return distance < cutoff * spreadOf(rest, middle) ? null : middle + own;
}

/**
 * The median of the slopes per day between days four weeks apart, which are of the same weekday; flat where there are few.
 */
function trendOf(past: readonly Past[]): number {
  const levelAt = new Map(past.map(({ back, level }) => [back, level]));
  const slopes = past.flatMap(({ back, level }) => {
    const earlier = levelAt.get(back + apart);
    return earlier === undefined ? [] : [(level - earlier) / apart];
  });
  return slopes.length < fewestSlopes ? 0 : median(slopes);
}

/** How far each weekday lies from all days, counted back from the day itself, whose weekday is 0. */
function weekdayLevels(past: readonly Past[]): readonly number[] {
  const all = median(past.map(({ level }) => level));
  return Array.from({ length: 7 }, (_, weekday) => {
    const own = past.filter(({ back }) => back % 7 === weekday);
    return own.length < fewestOfWeekday ? 0 : median(own.map(({ level }) => level)) - all;
  });
}

/** The standard deviation as the median, or else the mean, absolute deviation tells it; 0 where all are alike. */
function spreadOf(levels: readonly number[], middle: number): number {
  const distances = levels.map((one) => Math.abs(one - middle));
  const byMedian = median(distances) / 0.6745;
  return byMedian > 0 ? byMedian : 1.253314 * (distances.reduce((sum, one) => sum + one, 0) / distances.length);
}
