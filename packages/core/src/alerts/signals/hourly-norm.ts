import * as v from "valibot";
import { daySchema, epochMsSchema } from "../../kernel/time.ts";

/** How many days back a norm looks: four whole weeks, so that each weekday counts the same. */
export const normDays = 28;

/** What a channel's hours usually have, made from its last four weeks. */
export const hourlyNormSchema = v.object({
  /** The day for which it was made; the next day makes it anew. */
  day: daySchema,
  madeAt: epochMsSchema,
  /** Negative messages and reviews a day, the last days weighing more. */
  level: v.number(),
  /** Of each hour of the day, its share of the day: of working days and of weekends. */
  shares: v.object({ workdays: v.array(v.number()), weekend: v.array(v.number()) }),
  /** What a weekend day has to a working day's 1. */
  weekendFactor: v.number(),
  /** Variance to mean of the hours; 1 is a Poisson process. */
  dispersion: v.number(),
});
export type HourlyNorm = v.InferOutput<typeof hourlyNormSchema>;

/** A day of a channel, its 24 hours counted, `weekday` 1 Monday to 7 Sunday. */
export interface CountedDay {
  readonly weekday: number;
  readonly hours: readonly number[];
}

type Norm = Pick<HourlyNorm, "level" | "shares" | "weekendFactor" | "dispersion">;

/** After how many days a day weighs half in the level: it follows a growing channel within weeks. */
const halfLifeDays = 6;
/** What an hour's share is drawn to an even one by: as if one even day had been seen beside the real ones. */
const priorDays = 1;
/** A day never counts as less than this, so that a channel that has had nothing yet is not surprised by a single message. */
const leastLevel = 0.3;

const isWeekend = (weekday: number): boolean => weekday > 5;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/**
 * The norm of a channel from its last days, the oldest first. Level times weekday times hour: few numbers, each from many
 * hours, where a mean of each hour of the week on its own would rest on four. Bursts of the past are cut to what their
 * hour could well have had before the second and last estimate, so that one bad day does not hide the next. (The idea of
 * down-weighting past outbreaks: Farrington et al. 1996, J R Stat Soc A 159:547, and Noufaily et al. 2013, Stat Med 32:1206.)
 */
export function hourlyNorm(days: readonly CountedDay[]): Norm {
  const first = estimate(days);
  const cut = days.map(({ weekday, hours }) => ({
    weekday,
    hours: hours.map((count, hour) => Math.min(count, plausible(expected(first, weekday, hour), first.dispersion))),
  }));
  return estimate(cut);
}

/** What is to be expected of an hour of a weekday. */
export function expected({ level, shares, weekendFactor }: Norm, weekday: number, hour: number): number {
  const weekend = isWeekend(weekday);
  return level * (weekend ? weekendFactor : 1) * ((weekend ? shares.weekend : shares.workdays)[hour] ?? 1 / 24);
}

const plausible = (mean: number, dispersion: number): number => Math.ceil(mean + 3 * Math.sqrt(mean * dispersion) + 1);

function estimate(days: readonly CountedDay[]): Norm {
  const workdays = days.filter(({ weekday }) => !isWeekend(weekday));
  const weekend = days.filter(({ weekday }) => isWeekend(weekday));
  const perWorkday = meanDay(workdays);
  const weekendFactor = (meanDay(weekend) + 0.25) / (perWorkday + 0.25);
  const shares = { workdays: sharesOf(workdays, days), weekend: sharesOf(weekend, days) };
  const norm = { level: Math.max(leastLevel, levelOf(days, weekendFactor)), shares, weekendFactor, dispersion: 1 };
  return { ...norm, dispersion: dispersionOf(days, norm) };
}

const meanDay = (days: readonly CountedDay[]): number =>
  days.length === 0 ? 0 : sum(days.map(({ hours }) => sum(hours))) / days.length;

/** Hours of the day as shares; where the kind of day has little of its own, it leans on all days. */
function sharesOf(kind: readonly CountedDay[], all: readonly CountedDay[]): number[] {
  const hoursOf = (days: readonly CountedDay[]) =>
    Array.from({ length: 24 }, (_, hour) => sum(days.map(({ hours }) => hours[hour] ?? 0)));
  const general = hoursOf(all);
  const prior = Math.max(1, meanDay(all)) * priorDays;
  const generalTotal = sum(general) + prior;
  const own = hoursOf(kind);
  const total = sum(own) + prior;
  return own.map((count, hour) => (count + (prior * ((general[hour] ?? 0) + prior / 24)) / generalTotal) / total);
}

/** A working day's count, by days that weigh less the older they are. */
function levelOf(days: readonly CountedDay[], weekendFactor: number): number {
  let counts = 0;
  let weights = 0;
  for (const [index, { weekday, hours }] of days.entries()) {
    const weight = 0.5 ** ((days.length - 1 - index) / halfLifeDays);
    counts += weight * sum(hours);
    weights += weight * (isWeekend(weekday) ? weekendFactor : 1);
  }
  return weights === 0 ? 0 : counts / weights;
}

/** Pearson's statistic over windows of three hours by their number: hours of one evening are not independent. */
function dispersionOf(days: readonly CountedDay[], norm: Norm): number {
  let statistic = 0;
  let windows = 0;
  for (const { weekday, hours } of days) {
    for (let from = 0; from < 24; from += 3) {
      const span = [from, from + 1, from + 2];
      const mean = sum(span.map((hour) => expected(norm, weekday, hour)));
      statistic += (sum(span.map((hour) => hours[hour] ?? 0)) - mean) ** 2 / mean;
      windows += 1;
    }
  }
  return windows === 0 ? 1 : Math.min(20, Math.max(1, statistic / windows));
}
