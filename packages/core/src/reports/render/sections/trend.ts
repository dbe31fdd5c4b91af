import { formatDay, formatNumber } from "../../../i18n/format.ts";
import { daysIn } from "../../../insights/index.ts";
import { excerpt } from "../../../kernel/text.ts";
import { followersChart, reachChart, trendsChart } from "../charts.ts";
import type { Block, ReportChart } from "../document.ts";
import { headlineFigure, oneSentence, rangeText, type Saying, signedPercent, valueOr } from "../wording.ts";
import { digestRows, figureRows } from "./figures.ts";
import { noChannels } from "./summary.ts";

/** The figures with what they are compared with, their course, and each channel's own. */
export function figureBlocks(saying: Saying): readonly Block[] {
  const { content, texts } = saying;
  const { kind } = content.scope;
  if (content.figures.channels.length === 0) {
    return [{ kind: "lines", lines: [oneSentence(noChannels(content, texts.clauses))] }];
  }
  const rows = kind === "daily" ? digestRows(saying) : figureRows(saying);
  const charts: readonly (ReportChart | null)[] =
    kind === "daily"
      ? []
      : kind === "quarterly"
        ? [trendsChart(saying), reachChart(saying), followersChart(saying)]
        : [reachChart(saying), followersChart(saying)];
  return [
    { kind: "lines", lines: [comparison(saying)], quiet: true },
    { kind: "figures", rows },
    ...charts.flatMap((chart) => (chart ? [{ kind: "chart", chart } as const] : [])),
    ...(kind === "quarterly" ? [weeksTable(saying)] : []),
    ...(kind !== "daily" && content.figures.channels.length > 1 ? [channelsTable(saying)] : []),
  ];
}

function comparison({ content, language, texts }: Saying): string {
  const { kpis, change, perDay } = content.figures;
  const { from, to, before } = kpis;
  if (!Object.values(change).some(({ difference }) => difference.available)) return texts.nothingToCompare;
  const isDay = before.from === before.to;
  const weekday = isDay ? ` (${formatDay(language, before.from, { weekday: "long" })})` : "";
  const range = `${rangeText(language, before)}${weekday}`;
  if (!perDay) return texts.comparedWith(range);
  return texts.comparedPerDay(range, daysIn(before.from, before.to), daysIn(from, to));
}

/** No more than a telephone shows beside each other; the chart has the others. */
const weekColumns = ["followers", "reach", "leads", "shareAnswered"] as const;

function weeksTable(saying: Saying): Block {
  const { content, language, texts } = saying;
  return {
    kind: "table",
    table: {
      columns: [texts.columns.week, ...weekColumns.map((column) => texts.columns[column])],
      rows: content.figures.weeks.map(({ to, figures }) => [
        formatDay(language, to),
        ...weekColumns.map((column) => {
          const figure = figures[column];
          return figure.available ? headlineFigure(column, figure.value, saying) : "—";
        }),
      ]),
    },
  };
}

/** So many channels are told apart; the file of figures has them all. */
const mostChannels = 8;

function channelsTable({ content, language, texts }: Saying): Block {
  const channels = content.figures.channels.toSorted(
    (a, b) => valueOr(b.figures.reach, -1) - valueOr(a.figures.reach, -1),
  );
  const count = (figure: { available: true; value: number } | { available: false }) =>
    figure.available ? formatNumber(language, figure.value) : "—";
  const more = channels.length - mostChannels;
  const { channel, followers, reach, change, interactions } = texts.columns;
  return {
    kind: "table",
    table: {
      columns: [channel, followers, reach, change, interactions],
      rows: [
        ...channels
          .slice(0, mostChannels)
          .map((one) => [
            excerpt(one.name, 32),
            count(one.figures.followers),
            count(one.figures.reach),
            one.reach.relative.available ? signedPercent(language, one.reach.relative.value) : "—",
            count(one.figures.interactions),
          ]),
        ...(more > 0 ? [[texts.andMore(more), "", "", "", ""]] : []),
      ],
    },
  };
}
