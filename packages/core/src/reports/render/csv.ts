import type { Figure } from "../../channels/measurement.ts";
import type { ReportTexts } from "../../i18n/mail/report.ts";
import { typedAmount } from "../../i18n/money.ts";
import {
  contentTypes,
  type Headline,
  type HeadlineFigures,
  headlines,
  headlinesOf,
  type Kpis,
} from "../../insights/index.ts";
import { disarmFormula } from "../../kernel/formulas.ts";
import type { Money } from "../../kernel/money.ts";
import type { ReportContent } from "../content.ts";
import { visitRows } from "./csv-visits.ts";
import { competitorRows } from "./sections/competitors.ts";
import { isShare, type Saying } from "./wording.ts";

/** A figure as a line of the table tells it. */
interface Told {
  readonly name: string;
  readonly figure: Figure;
  readonly unit: Unit;
}
type Unit = "count" | "percent" | "minutes" | "rate";

/**
 * The figures as CSV by RFC 4180 with a byte order mark, so that spreadsheets read Cyrillic: the period, the one before,
 * each channel's period, each day, competitors' period, visits of the site; one figure a line, its unit in its name, numbers with a point as machines read them.
 * One that is not available has an empty value and says why.
 */
export function figuresCsv(content: ReportContent, { texts, language }: Omit<Saying, "content">): string {
  const { kpis, channels } = content.figures;
  const all = content.onlyChannels.join(", ") || texts.allChannels;
  const linesOf = (from: string, to: string, channel: string, told: readonly Told[]) =>
    told.map(({ name, figure, unit }) => {
      const named = unit === "percent" || unit === "minutes" ? `${name}, ${texts.csvUnits[unit]}` : name;
      return figure.available
        ? [from, to, channel, named, written[unit](figure.value), ""]
        : [from, to, channel, named, "", texts.notAvailable[figure.reason]];
    });
  const whole = (one: Kpis) => [...headlinesTold(headlinesOf(one), texts), ...detailsTold(one, texts)];
  const rows = [
    [...texts.csv],
    ...linesOf(kpis.from, kpis.to, all, whole(kpis.kpis)),
    ...spendLines(content, texts).map(([name, value]) => [kpis.from, kpis.to, all, name, value, ""]),
    ...linesOf(kpis.before.from, kpis.before.to, all, whole(kpis.before.kpis)),
    ...channels.flatMap(({ name, figures }) => linesOf(kpis.from, kpis.to, name, headlinesTold(figures, texts))),
    ...kpis.series.flatMap(({ from, to, figures }) => linesOf(from, to, all, headlinesTold(figures, texts))),
    ...competitorRows({ content, language, texts }, written.rate).map((row) => [kpis.from, kpis.to, ...row]),
    ...(content.visits ? visitRows(content.visits, texts, language) : []),
  ];
  return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

const rounded = (value: number, digits: number): string => String(Number(value.toFixed(digits)));
const written: Readonly<Record<Unit, (value: number) => string>> = {
  count: String,
  percent: (share) => rounded(share * 100, 2),
  minutes: (ms) => rounded(ms / 60_000, 1),
  rate: (value) => rounded(value, 3),
};

const unitOf = (headline: Headline): Unit => {
  if (isShare(headline)) return "percent";
  if (headline === "medianFirstResponseMs") return "minutes";
  return headline === "negativePer1000" ? "rate" : "count";
};

const headlinesTold = (figures: HeadlineFigures, texts: ReportTexts): readonly Told[] =>
  headlines.map((headline) => ({
    name: texts.headlines[headline] ?? headline,
    figure: figures[headline],
    unit: unitOf(headline),
  }));

/** What the headlines leave out: how many wrote, who the audience is, what each type of post brought. */
function detailsTold({ response, audienceProfile, engagementByType }: Kpis, texts: ReportTexts): readonly Told[] {
  const { received, answered, p90 } = texts.csvNames;
  return [
    { name: received, figure: response.received, unit: "count" },
    { name: answered, figure: response.answered, unit: "count" },
    { name: p90, figure: response.p90FirstResponseMs, unit: "minutes" },
    ...Object.entries(audienceProfile).flatMap(([side, profile]): Told[] => {
      const groups = profile.available ? profile.groups : [];
      return groups.map(({ name, share }) => ({
        name: `${texts.kpis.audienceProfile}: ${texts.sides[side as keyof Kpis["audienceProfile"]]}: ${name}`,
        figure: { available: true, value: share },
        unit: "percent",
      }));
    }),
    ...contentTypes.flatMap((type): Told[] => {
      const { posts, interactions, rate } = engagementByType[type];
      const named = (column: string) => `${texts.types[type]}: ${column}`;
      return [
        { name: named(texts.columns.posts), figure: posts, unit: "count" },
        { name: named(texts.headlines.interactions ?? ""), figure: interactions, unit: "count" },
        { name: named(texts.headlines.engagementRate ?? ""), figure: rate, unit: "percent" },
      ];
    }),
  ];
}

/** What was spent and what came of it, a line a currency. */
function spendLines({ spend }: ReportContent, texts: ReportTexts): readonly (readonly [string, string])[] {
  if (!spend) return [];
  const { adSpend, budgetSpent, won } = texts.csvNames;
  const sums: readonly (readonly [string, readonly Money[]])[] = [
    [adSpend, spend.adSpend],
    [budgetSpent, spend.budgetSpent],
    [won, spend.won.last.value],
  ];
  return sums.flatMap(([name, list]) =>
    list.map((sum) => [`${name}, ${sum.currency}`, typedAmount("en", sum)] as const),
  );
}

/** A cell that neither breaks the line nor is taken for a formula; a negative number is none. */
function cell(text: string): string {
  const safe = /^-?[\d.]+$/.test(text) ? text : disarmFormula(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
