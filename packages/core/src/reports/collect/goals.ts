import { addDays } from "../../kernel/time.ts";
import {
  figureUpTo,
  type GoalFiguresDeps,
  type GoalProgress,
  goalDaysReader,
  isCounted,
  lastToldDay,
  searchDays,
  windowDays,
} from "../../strategy/index.ts";
import type { ReportGoal } from "../content.ts";
import type { ReportScope } from "../model.ts";

const historyWeeks = 13;

/** The goals a report speaks of, those of the whole workspace only where it is about all channels. */
export async function collectGoals(
  deps: GoalFiguresDeps,
  { channelIds, kind, period }: ReportScope,
  progress: readonly GoalProgress[],
  { names, today }: { names: ReadonlyMap<string, string>; today: string },
): Promise<readonly ReportGoal[]> {
  const meant = progress.filter(({ goal }) => channelIds === undefined || channelIds.includes(goal.channelId));
  const lastDay = kind === "quarterly" ? (period.to < today ? period.to : today) : undefined;
  return Promise.all(
    meant.map(async ({ goal, current, toldUntil, progress: made, state, forecast }) => ({
      id: goal.id,
      name: goal.name,
      headline: goal.kpi,
      channelName: names.get(goal.channelId),
      baseline: goal.baseline,
      target: goal.target,
      current: current.available ? current.value : null,
      toldUntil: toldUntil ?? undefined,
      state,
      progress: made.available ? made.value : null,
      dueDay: goal.dueDay,
      forecast: forecast.available ? { low: forecast.low, high: forecast.high } : null,
      history: lastDay === undefined ? [] : await historyOf(deps, goal, lastDay),
    })),
  );
}

const weekEnds = (last: string): readonly string[] =>
  Array.from({ length: historyWeeks }, (_, index) => addDays(last, 7 * (index + 1 - historyWeeks)));

/** What the goal's figure was week by week up to the last day that is told, the earliest first. One query. */
async function historyOf(
  deps: GoalFiguresDeps,
  goal: GoalProgress["goal"],
  lastDay: string,
): Promise<ReportGoal["history"]> {
  const first = addDays(lastDay, 7 * (1 - historyWeeks) + 2 - searchDays - windowDays);
  const figures = await goalDaysReader(deps, first, lastDay)(goal);
  return weekEnds(lastToldDay(figures, lastDay)).map((day) => {
    const figure = figureUpTo(figures, day);
    return { day, value: figure.available && isCounted(goal.kpi, figures, day) ? figure.value : null };
  });
}
