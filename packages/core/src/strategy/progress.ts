import { type Figure, figure } from "../channels/measurement.ts";
import { daysIn } from "../insights/index.ts";
import { addDays } from "../kernel/time.ts";
import { toldWithin } from "./current-figures.ts";
import type { Goal, GoalForecast, GoalProgress } from "./model.ts";

/** A goal's figure up to a day. */
export interface CurrentFigure {
  readonly figure: Figure;
  readonly day: string;
  /** The same day when later ones are not told yet. */
  readonly toldUntil: string | null;
}

/**
 * How far a goal has come by a day, and whether it is on course. The rule, the first that applies:
 *
 * 1. no figure: `no-data`;
 * 2. the figure is at its target or beyond: `reached`;
 * 3. the due day is over and told, or has had its time to be told: `missed`;
 * 4. there is a forecast: `on-course` when it is as likely as not, or likelier, that the target is met on the due day;
 * 5. there is none: `on-course` when the figure is not short of the straight line from the baseline on the start day to
 *    the target on the due day, at the day of the figure.
 *
 * Else it is `behind`. Where less is better the target lies below the baseline, and all of this is the same. Pure.
 */
export function progressOf(goal: Goal, at: CurrentFigure, today: string, forecast: GoalForecast): GoalProgress {
  const { figure: current, day, toldUntil } = at;
  const { baseline, target, startDay, dueDay } = goal;
  const run = daysIn(startDay, day) - 1;
  const expectedProgress = Math.min(1, Math.max(0, run / (daysIn(startDay, dueDay) - 1)));
  const progress = current.available ? figure((current.value - baseline) / (target - baseline)) : current;
  return {
    goal,
    current,
    toldUntil,
    progress,
    expectedProgress,
    expected: baseline + (target - baseline) * expectedProgress,
    method: "straight-line",
    forecast,
    state: stateOf(progress, {
      isOver: today > (toldUntil === null ? dueDay : addDays(dueDay, toldWithin)),
      expectedProgress,
      forecast,
    }),
    judgedBy: forecast.available ? "forecast" : "straight-line",
  };
}

function stateOf(
  progress: Figure,
  by: { isOver: boolean; expectedProgress: number; forecast: GoalForecast },
): GoalProgress["state"] {
  if (!progress.available) return "no-data";
  if (progress.value >= 1) return "reached";
  if (by.isOver) return "missed";
  const isOnCourse = by.forecast.available ? by.forecast.chance >= 0.5 : progress.value >= by.expectedProgress;
  return isOnCourse ? "on-course" : "behind";
}
