import { addDays } from "../../kernel/time.ts";
import {
  figureUpTo,
  type GoalFiguresDeps,
  type GoalProgress,
  goalDaysReader,
  isCounted,
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
  const history = kind === "quarterly" ? weekEnds(period.to < today ? period.to : today) : [];
  return Promise.all(
    meant.map(async ({ goal, current, progress: made, state, forecast }) => ({
      id: goal.id,
      name: goal.name,
      headline: goal.kpi,
      channelName: names.get(goal.channelId),
      baseline: goal.baseline,
      target: goal.target,
      current: current.available ? current.value : null,
      state,
      progress: made.available ? made.value : null,
      dueDay: goal.dueDay,
      forecast: forecast.available ? { low: forecast.low, high: forecast.high } : null,
      history: await historyOf(deps, goal, history),
    })),
  );
}

const weekEnds = (last: string): readonly string[] =>
  Array.from({ length: historyWeeks }, (_, index) => addDays(last, 7 * (index + 1 - historyWeeks)));

/** What the goal's figure would have been told as on some days, the earliest first. One query. */
async function historyOf(
  deps: GoalFiguresDeps,
  goal: GoalProgress["goal"],
  days: readonly string[],
): Promise<ReportGoal["history"]> {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const figures = await goalDaysReader(deps, addDays(first, 1 - windowDays), last)(goal);
  return days.map((day) => {
    const figure = figureUpTo(figures, day);
    return { day, value: figure.available && isCounted(goal.kpi, figures, day) ? figure.value : null };
  });
}
