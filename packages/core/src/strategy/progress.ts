import { type Figure, figure } from "../channels/measurement.ts";
import { daysIn } from "../insights/index.ts";
import type { Goal, GoalProgress } from "./model.ts";

/** How far a goal has come by a day, by the straight line from its baseline to its target. Pure. */
export function progressOf(goal: Goal, current: Figure, today: string): GoalProgress {
  const { baseline, target, startDay, dueDay } = goal;
  const run = daysIn(startDay, today) - 1;
  const expectedProgress = Math.min(1, Math.max(0, run / (daysIn(startDay, dueDay) - 1)));
  const progress = current.available ? figure((current.value - baseline) / (target - baseline)) : current;
  return {
    goal,
    current,
    progress,
    expectedProgress,
    expected: baseline + (target - baseline) * expectedProgress,
    method: "straight-line",
    state: stateOf(progress, expectedProgress),
  };
}

function stateOf(progress: Figure, expected: number): GoalProgress["state"] {
  if (!progress.available) return "no-data";
  if (progress.value >= 1) return "reached";
  return progress.value >= expected ? "on-course" : "behind";
}
