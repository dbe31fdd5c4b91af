import type { Figure } from "../channels/measurement.ts";
import { addDays } from "../kernel/time.ts";
import type { GoalDays } from "./goal-days.ts";
import type { GoalKpi } from "./model.ts";
import { figureKinds, mostWeeks } from "./weekly-figures.ts";

/** The days over which a goal's figure is taken. */
export const windowDays = 28;

/** So many days later whoever still tells has told of a day; platforms take up to five. */
export const toldWithin = 7;

/** What is read to follow the goals of a scope: the weeks of a forecast, and the 28 days of the first of their points. */
const readDays = mostWeeks * 7 + windowDays;

/** The first day that is read to follow goals on a day. */
export const firstRead = (today: string): string => addDays(today, -readDays);

/** The figure by which a goal is followed: of the 28 days up to a day. */
export const figureUpTo = (days: GoalDays, day: string): Figure => days.between(addDays(day, 1 - windowDays), day);

/** Whether a day's figure is one of 28 counted days: before, a sum over them would only show the counting that began. */
export const isCounted = (kpi: GoalKpi, { first }: GoalDays, day: string): boolean =>
  figureKinds[kpi] === "level" || (first !== undefined && addDays(day, 1 - windowDays) >= first);

/** The days in which the last one that is told is looked for: the figure's, and those that may be told late. */
export const searchDays = windowDays + toldWithin;

/**
 * The last day up to `day` of which everybody has told what a goal is followed by: a sum that goes on to a later day would
 * count what is not told as nothing. Who has told nothing in all the days searched is not waited for; `day` itself when
 * nothing is told at all.
 */
export function lastToldDay(days: GoalDays, day: string): string {
  const searched = Array.from({ length: searchDays }, (_, at) => addDays(day, at + 1 - searchDays));
  const told = days.told(searched);
  return searched.findLast((one) => told.has(one)) ?? day;
}

/** The day whose figure a goal is to have: today, or the due day once that is over. */
export function figureDay({ dueDay }: { readonly dueDay: string }, today: string): string {
  if (today < dueDay) return today;
  return dueDay;
}
