import type { Figure } from "../channels/measurement.ts";
import { daysIn, firstDay, type Headline, headlinesBetween, type Sheet } from "../insights/index.ts";
import { addDays } from "../kernel/time.ts";
import { figureDay, figuresUpTo, windowDays } from "./current-figures.ts";
import { fewestWeeks, forecastOf } from "./forecast.ts";
import { type Goal, type GoalCourse, type GoalForecast, type GoalProgress, shareHeadlines } from "./model.ts";
import { progressOf } from "./progress.ts";
import { figureKinds, mostWeeks, weeklyFigures } from "./weekly-figures.ts";

/** A goal's progress and forecast from the days of its scope. Pure. */
export function followGoal(goal: Goal, rows: Sheet, today: string): GoalProgress {
  const current = figuresUpTo(rows, figureDay(goal, today))[goal.kpi];
  return progressOf(goal, current, today, forecastFor(goal, rows, today, goal.dueDay));
}

/** The weeks that were, and those until the due day as they are expected. Pure. */
export function courseOf(goal: Goal, rows: Sheet, today: string): GoalCourse {
  const last = figureDay(goal, today);
  const first = firstDay(rows) ?? last;
  const past = Array.from({ length: mostWeeks + 1 }, (_, back) => addDays(last, -7 * (mostWeeks - back)))
    // Before 28 days are known, a sum over them would only show the counting that began.
    .filter((day) => figureKinds[goal.kpi] === "level" || addDays(day, 1 - windowDays) >= first)
    .map((day) => {
      const { [goal.kpi]: one } = figuresUpTo(rows, day);
      return { day, value: one.available ? one.value : null };
    });
  return { past, ahead: today < goal.dueDay ? aheadOf(goal, rows, today) : [] };
}

function aheadOf(goal: Goal, rows: Sheet, today: string): GoalCourse["ahead"] {
  const left = daysIn(today, goal.dueDay) - 1;
  const weeks = Math.ceil(left / 7);
  return Array.from({ length: weeks }, (_, index) => addDays(goal.dueDay, -7 * (weeks - 1 - index))).flatMap((day) => {
    const forecast = forecastFor(goal, rows, today, day);
    if (!forecast.available) return [];
    const { value, low, high } = forecast;
    return [{ day, value, low, high }];
  });
}

function forecastFor({ kpi, target, baseline }: Goal, rows: Sheet, today: string, day: string): GoalForecast {
  const none = { available: false, weeks: 0, neededWeeks: fewestWeeks } as const;
  const kind = figureKinds[kpi];
  if (day <= today) return { ...none, reason: "over" };
  if (kind === "maturing") return { ...none, reason: "still-maturing" };
  const yesterday = addDays(today, -1);
  // A level is what it is by now; what adds up is known of whole days only.
  const lastKnown = kind === "level" ? today : yesterday;
  const known = knownOf(kpi, rows, lastKnown, day);
  if (known === null) return { ...none, reason: "no-figure" };
  return forecastOf({
    kind,
    weeks: weeklyFigures(rows, kpi, yesterday),
    daysAhead: daysIn(lastKnown, day) - 1,
    known,
    least: kpi === "followersChange" ? undefined : 0,
    most: shareHeadlines.has(kpi) ? 1 : undefined,
    target,
    upwards: target > baseline,
  });
}

/** The level of a day, or the figure of those of the last 28 days before `day` that are over by then; `null` when unknown. */
function knownOf(kpi: Headline, rows: Sheet, lastKnown: string, day: string): number | null {
  if (figureKinds[kpi] === "level") return knownValue(figuresUpTo(rows, lastKnown)[kpi]);
  const from = addDays(day, 1 - windowDays);
  return from > lastKnown ? 0 : knownValue(headlinesBetween(rows, from, lastKnown)[kpi]);
}

const knownValue = (figure: Figure): number | null => (figure.available ? figure.value : null);
