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
  const known = knownOf(kpi, rows, yesterday, day);
  if (known === null) return { ...none, reason: "no-figure" };
  return forecastOf({
    kind,
    weeks: weeklyFigures(rows, kpi, yesterday),
    daysAhead: daysIn(yesterday, day) - 1,
    known,
    least: kpi === "followersChange" ? undefined : 0,
    most: shareHeadlines.has(kpi) ? 1 : undefined,
    target,
    upwards: target > baseline,
  });
}

/** The level of yesterday, or the figure of the days of the last 28 that are over by then; `null` when it isn't known. */
function knownOf(kpi: Headline, rows: Sheet, yesterday: string, day: string): number | null {
  const from = addDays(figureKinds[kpi] === "level" ? yesterday : day, 1 - windowDays);
  if (from > yesterday) return 0;
  const { [kpi]: one } = headlinesBetween(rows, from, yesterday);
  return one.available ? one.value : null;
}
