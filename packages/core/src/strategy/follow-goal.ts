import type { Figure } from "../channels/measurement.ts";
import { daysIn } from "../insights/index.ts";
import { addDays } from "../kernel/time.ts";
import { figureDay, figureUpTo, isCounted, lastToldDay, windowDays } from "./current-figures.ts";
import { fewestWeeks, forecastOf } from "./forecast.ts";
import type { GoalDays } from "./goal-days.ts";
import {
  type Goal,
  type GoalCourse,
  type GoalForecast,
  type GoalKpi,
  type GoalProgress,
  shareHeadlines,
} from "./model.ts";
import { progressOf } from "./progress.ts";
import { figureKinds, mostWeeks, weeklyFigures } from "./weekly-figures.ts";

/** A goal's progress and forecast from the days of its scope. Pure. */
export function followGoal(goal: Goal, days: GoalDays, today: string): GoalProgress {
  const day = figureDay(goal, today);
  const told = lastToldDay(days, day);
  const current = { figure: figureUpTo(days, told), day: told, toldUntil: told < day ? told : null };
  return progressOf(goal, current, today, forecastFor(goal, days, today, goal.dueDay));
}

/** The weeks that were, and those until the due day as they are expected. Pure. */
export function courseOf(goal: Goal, days: GoalDays, today: string): GoalCourse {
  const last = lastToldDay(days, figureDay(goal, today));
  const past = Array.from({ length: mostWeeks + 1 }, (_, back) => addDays(last, -7 * (mostWeeks - back)))
    .filter((day) => isCounted(goal.kpi, days, day))
    .map((day) => {
      const one = figureUpTo(days, day);
      return { day, value: one.available ? one.value : null };
    });
  return { past, ahead: today < goal.dueDay ? aheadOf(goal, days, today) : [] };
}

function aheadOf(goal: Goal, days: GoalDays, today: string): GoalCourse["ahead"] {
  const left = daysIn(today, goal.dueDay) - 1;
  const weeks = Math.ceil(left / 7);
  return Array.from({ length: weeks }, (_, index) => addDays(goal.dueDay, -7 * (weeks - 1 - index))).flatMap((day) => {
    const forecast = forecastFor(goal, days, today, day);
    if (!forecast.available) return [];
    const { value, low, high } = forecast;
    return [{ day, value, low, high }];
  });
}

function forecastFor({ kpi, target, baseline }: Goal, days: GoalDays, today: string, day: string): GoalForecast {
  const none = { available: false, weeks: 0, neededWeeks: fewestWeeks } as const;
  const kind = figureKinds[kpi];
  if (day <= today) return { ...none, reason: "over" };
  if (kind === "maturing") return { ...none, reason: "still-maturing" };
  const yesterday = addDays(today, -1);
  const told = lastToldDay(days, today);
  const lastWhole = told === today ? yesterday : told;
  // A level is what it is by now; what adds up is known of whole days only.
  const lastKnown = kind === "level" ? told : lastWhole;
  const known = knownOf(kpi, days, lastKnown, day);
  if (known === null) return { ...none, reason: "no-figure" };
  return forecastOf({
    kind,
    weeks: weeklyFigures(days, kpi, lastWhole),
    daysAhead: daysIn(lastKnown, day) - 1,
    known,
    least: kpi === "followersChange" ? undefined : 0,
    most: shareHeadlines.has(kpi) ? 1 : undefined,
    target,
    upwards: target > baseline,
  });
}

/** The level of a day, or the figure of those of the last 28 days before `day` that are over by then; `null` when unknown. */
function knownOf(kpi: GoalKpi, days: GoalDays, lastKnown: string, day: string): number | null {
  if (figureKinds[kpi] === "level") return knownValue(figureUpTo(days, lastKnown));
  const from = addDays(day, 1 - windowDays);
  return from > lastKnown ? 0 : knownValue(days.between(from, lastKnown));
}

const knownValue = (figure: Figure): number | null => (figure.available ? figure.value : null);
