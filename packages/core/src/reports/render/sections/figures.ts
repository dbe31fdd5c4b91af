import type { Figure } from "../../../channels/measurement.ts";
import { formatNumber, formatPercent, formatRate } from "../../../i18n/format.ts";
import { type ContentType, contentTypes, type Headline, type KpiReport } from "../../../insights/index.ts";
import type { FigureRow } from "../document.ts";
import { amounts, changeOf, duration, headlineFigure, type Saying, signedCount, signedPercent } from "../wording.ts";

type Row = (saying: Saying) => FigureRow;

/** The eight KPIs in their order, each with its change against the period before. */
export const figureRows = (saying: Saying): readonly FigureRow[] => allRows.map((row) => row(saying));

/** What a morning's digest tells of the day before. */
export const digestRows = (saying: Saying): readonly FigureRow[] =>
  [reachRow, engagementRow, growthRow, responseRow, leadsRow, negativeRow].map((row) => row(saying));

const growthRow: Row = (saying) => {
  const { content, language, texts } = saying;
  const { followersEnd, change, rate, partial } = content.figures.kpis.kpis.audienceGrowth;
  const note = partial ? texts.partial : null;
  if (!followersEnd.available || !change.available) {
    return toRow(texts.headlines.followers ?? "", followersEnd, "followers", saying, note);
  }
  const total = texts.inTotal(formatNumber(language, followersEnd.value));
  return {
    name: texts.kpis.audienceGrowth,
    figure: signedCount(language, change.value),
    change: change.value === 0 ? texts.noChange : rate.available ? signedPercent(language, rate.value) : null,
    note: joined(total, note),
    better: change.value === 0 ? null : change.value > 0,
    course: courseOf("followers", saying),
  };
};

const engagementRow: Row = (saying) => {
  const { rate, interactions, partial } = saying.content.figures.kpis.kpis.engagement;
  const { texts, language } = saying;
  const note = rate.available ? texts.rateOf(formatPercent(language, rate.value)) : null;
  return toRow(texts.kpis.engagement, interactions, "interactions", saying, joined(note, partial && texts.partial));
};

const reachRow: Row = (saying) => {
  const { people, basis, partial } = saying.content.figures.kpis.kpis.reach;
  const name = basis === "views" ? saying.texts.kpis.views : saying.texts.kpis.reach;
  return toRow(name, people, "reach", saying, partial ? saying.texts.partial : null);
};

const leadsRow: Row = (saying) => {
  const { content, texts, language } = saying;
  const { won, value } = content.leads;
  const note = won > 0 ? texts.wonNote(won, amounts(language, value)) : null;
  return toRow(texts.kpis.leads, content.figures.kpis.kpis.leads.new, "leads", saying, note);
};

const responseRow: Row = (saying) => {
  const { shareAnswered, medianFirstResponseMs: median } = saying.content.figures.kpis.kpis.response;
  const { texts, language } = saying;
  const note = median.available ? texts.answeredIn(duration(median.value, language, texts)) : null;
  return toRow(texts.kpis.response, shareAnswered, "shareAnswered", saying, note);
};

const negativeRow: Row = (saying) => {
  const { content, texts } = saying;
  const { negativeFeedback } = content.figures.kpis.kpis;
  const { negativeMessages, lowReviews, negativeActions, per1000Reached, partial } = negativeFeedback;
  const known = [negativeMessages, lowReviews, negativeActions].flatMap((one) => (one.available ? [one.value] : []));
  const sum: Figure =
    known.length > 0 ? { available: true, value: known.reduce((all, one) => all + one, 0) } : negativeMessages;
  const isSome = sum.available && sum.value > 0;
  const note =
    isSome && per1000Reached.available ? texts.perThousand(formatRate(saying.language, per1000Reached.value)) : null;
  return toRow(texts.kpis.negativeFeedback, sum, "negativeFeedback", saying, joined(note, partial && texts.partial));
};

/** Where most of the audience is: the largest country, or the largest group of the first side that is known. */
const profileRow: Row = ({ content, language, texts }) => {
  const { audienceProfile } = content.figures.kpis.kpis;
  const name = texts.kpis.audienceProfile;
  const known = Object.values(audienceProfile).find((side) => side.available && side.groups.length > 0);
  if (!known?.available) {
    const reason = audienceProfile.country.available ? "not-yet" : audienceProfile.country.reason;
    return unavailable(name, texts.notAvailable[reason]);
  }
  const show = (group: { name: string; share: number }) =>
    `${groupName(group.name, language, texts.genders)} ${formatPercent(language, group.share)}`;
  const [largest, ...others] = known.groups;
  const rest = others.slice(0, 2).map(show).join(", ");
  return { ...unavailable(name, rest || null), figure: largest ? show(largest) : "—" };
};

const typesRow: Row = ({ content, language, texts }) => {
  const best = bestType(content.figures.kpis);
  const name = texts.kpis.engagementByType;
  if (!best) return unavailable(name, texts.notAvailable["no-cases"]);
  return {
    ...unavailable(name, null),
    figure: texts.bestType(texts.types[best.type], formatPercent(language, best.rate)),
  };
};

const allRows: readonly Row[] = [
  growthRow,
  profileRow,
  engagementRow,
  reachRow,
  typesRow,
  leadsRow,
  responseRow,
  negativeRow,
];

function toRow(name: string, value: Figure, headline: Headline, saying: Saying, note: string | null): FigureRow {
  if (!value.available) return unavailable(name, saying.texts.notAvailable[value.reason]);
  const change = changeOf(headline, saying.content.figures.change[headline], saying);
  return {
    name,
    figure: headlineFigure(headline, value.value, saying),
    change: change?.text ?? null,
    note,
    better: change?.better ?? null,
    course: courseOf(headline, saying),
  };
}

function courseOf(headline: Headline, { content }: Saying): FigureRow["course"] {
  const { weeks, kpis } = content.figures;
  const points = content.scope.kind === "quarterly" ? weeks : kpis.series;
  const values = points.map(({ figures: { [headline]: one } }) => (one.available ? one.value : null));
  return values.filter((value) => value !== null).length < 2 ? [] : values;
}

const unavailable = (name: string, note: string | null): FigureRow => ({
  name,
  figure: "—",
  change: null,
  note,
  better: null,
  course: [],
});

const joined = (...parts: readonly (string | null | false)[]): string | null =>
  parts.filter((part) => part).join("; ") || null;

/** A country's name for its ISO code, a gender's word; other names stay as the platform gives them. */
function groupName(name: string, language: string, genders: Readonly<Record<string, string>>): string {
  if (/^[A-Z]{2}$/.test(name)) return new Intl.DisplayNames([language], { type: "region" }).of(name) ?? name;
  return genders[name] ?? name;
}

/** The type of publication with the highest engagement rate, if any rate is known. */
export function bestType(report: KpiReport): { type: ContentType; rate: number } | null {
  const rated = contentTypes.flatMap((type) => {
    const { rate } = report.kpis.engagementByType[type];
    return rate.available ? [{ type, rate: rate.value }] : [];
  });
  return rated.sort((a, b) => b.rate - a.rate)[0] ?? null;
}
