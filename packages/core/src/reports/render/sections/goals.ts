import { formatDay, formatPercent } from "../../../i18n/format.ts";
import { excerpt } from "../../../kernel/text.ts";
import type { ReportGoal } from "../../content.ts";
import { goalChart } from "../charts.ts";
import type { Block, GoalLine } from "../document.ts";
import { headlineFigure, isSum, type Saying } from "../wording.ts";

/** So many goals are told one by one, and the course of so many is drawn. */
const mostGoals = 10;
const mostCharts = 4;

/** Every goal with its way to the target; in the review of a plan with its course, too. */
export function goalBlocks(saying: Saying): readonly Block[] {
  const { goals } = saying.content;
  const more = goals.length - mostGoals;
  return [
    ...goals.slice(0, mostGoals).flatMap((goal, index): Block[] => {
      const chart = index < mostCharts ? goalChart(goal, saying) : null;
      return [
        { kind: "goals", goals: [goalLine(goal, saying)] },
        ...(chart ? [{ kind: "chart" as const, chart }] : []),
      ];
    }),
    ...(more > 0 ? [{ kind: "lines", lines: [saying.texts.andMore(more)], quiet: true } as const] : []),
  ];
}

/** The share of the way, rounded down: what is not reached is not all of it. */
const wayOf = (progress: number): number => Math.min(1, Math.floor(progress * 1000 + 1e-9) / 1000);

function goalLine(goal: ReportGoal, saying: Saying): GoalLine {
  const { language, texts } = saying;
  const { period } = saying.content.scope;
  const show = (value: number) => headlineFigure(goal.headline, value, saying);
  const name = excerpt(goal.name, 80);
  const figure = texts.headlines[goal.headline] ?? goal.headline;
  return {
    name: goal.channelName ? `${name} · ${excerpt(goal.channelName, 40)}` : name,
    line: [
      texts.goalLine({
        figure: isSum(goal.headline) ? texts.in28Days(figure) : figure,
        current: goal.current === null ? "—" : show(goal.current),
        target: show(goal.target),
        due: formatDay(language, goal.dueDay, { day: "numeric", month: "long", year: "numeric" }),
      }),
      ...(goal.forecast ? [texts.forecast(show(goal.forecast.low), show(goal.forecast.high))] : []),
      ...(goal.toldUntil && goal.toldUntil < period.to && goal.current !== null
        ? [texts.toldUntil(formatDay(language, goal.toldUntil, { day: "numeric", month: "long" }))]
        : []),
    ].join("; "),
    state: goal.state,
    stateText:
      goal.progress === null || goal.progress < 0
        ? texts.goalStates[goal.state]
        : texts.onTheWay(texts.goalStates[goal.state], formatPercent(language, wayOf(goal.progress))),
    progress: goal.progress,
  };
}
