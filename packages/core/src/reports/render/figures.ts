import type { Figure } from "../../channels/measurement.ts";
import { formatChange, formatNumber, formatPercent } from "../../i18n/format.ts";
import type { ReportTexts } from "../../i18n/mail/report.ts";
import { type ContentType, contentTypes, type Headline, type KpiReport } from "../../insights/index.ts";
import type { Language } from "../../kernel/language.ts";
import { duration, signedPercent } from "./wording.ts";

/** One of the eight KPIs as it is read. */
export interface FigureRow {
  readonly name: string;
  /** An em dash when there is no figure; `note` then says why. */
  readonly figure: string;
  readonly change: string | null;
  readonly note: string | null;
  /** Whether the change is for the better; `null` when it is neither or not known. */
  readonly better: boolean | null;
}

interface Parts {
  readonly value: Figure;
  readonly show: (value: number) => string;
  readonly headline?: Headline;
  /** Less is better. */
  readonly inverse?: boolean;
  readonly note?: string | null;
}

/** The eight KPIs in their order, each with its change against the period before. */
export function figureRows(report: KpiReport, language: Language, texts: ReportTexts): readonly FigureRow[] {
  const { kpis } = report;
  const count = (value: number) => formatNumber(language, value);
  const share = (value: number) => formatPercent(language, value);
  const known = (figure: Figure, say: (value: string) => string, show: (value: number) => string) =>
    figure.available ? say(show(figure.value)) : null;
  const row = (name: string, parts: Parts) => toRow(name, parts, report, language, texts);
  const best = bestType(report);
  return [
    row(texts.kpis.audienceGrowth, { value: kpis.audienceGrowth.followersEnd, show: count, headline: "followers" }),
    profileRow(report, language, texts),
    row(texts.kpis.engagement, {
      value: kpis.engagement.interactions,
      show: count,
      headline: "interactions",
      note: known(kpis.engagement.rate, texts.rateOf, share),
    }),
    row(kpis.reach.basis === "views" ? texts.kpis.views : texts.kpis.reach, {
      value: kpis.reach.people,
      show: count,
      headline: "reach",
    }),
    row(texts.kpis.engagementByType, {
      value: best ? { available: true, value: best.rate } : kpis.engagementByType.image.rate,
      show: (rate) => (best ? texts.bestType(texts.types[best.type], share(rate)) : share(rate)),
    }),
    row(texts.kpis.leads, { value: kpis.leads.new, show: count, headline: "leads" }),
    row(texts.kpis.response, {
      value: kpis.response.shareAnswered,
      show: share,
      headline: "shareAnswered",
      note: known(kpis.response.medianFirstResponseMs, texts.answeredIn, (ms) => duration(ms, language, texts)),
    }),
    row(texts.kpis.negativeFeedback, {
      value: negativeSum(report),
      show: count,
      headline: "negativeFeedback",
      inverse: true,
      note: known(kpis.negativeFeedback.per1000Reached, texts.perThousand, (value) => formatNumber(language, value, 1)),
    }),
  ].map((each) => ({ ...each, note: each.note ?? null }));
}

function toRow(name: string, parts: Parts, report: KpiReport, language: Language, texts: ReportTexts): FigureRow {
  const { value, show, headline, inverse = false, note = null } = parts;
  if (!value.available) {
    return { name, figure: "—", change: null, note: texts.notAvailable[value.reason], better: null };
  }
  const change = headline && report.change[headline];
  if (!change?.difference.available) return { name, figure: show(value.value), change: null, note, better: null };
  const difference = change.difference.value;
  const isShare = headline === "shareAnswered";
  const shown = isShare ? signedPercent(language, difference) : formatChange(language, difference);
  const relative = !isShare && change.relative.available ? signedPercent(language, change.relative.value) : null;
  return {
    name,
    figure: show(value.value),
    change: difference === 0 ? texts.noChange : texts.comparedToBefore(shown, relative),
    note,
    better: difference === 0 ? null : difference > 0 !== inverse,
  };
}

/** Where most of the audience is: the largest country, or the largest group of the first side that is known. */
function profileRow(report: KpiReport, language: Language, texts: ReportTexts): FigureRow {
  const { audienceProfile } = report.kpis;
  const name = texts.kpis.audienceProfile;
  const known = Object.values(audienceProfile).find((side) => side.available && side.groups.length > 0);
  if (!known?.available) {
    const [first] = Object.values(audienceProfile);
    const reason = first && !first.available ? first.reason : "not-yet";
    return { name, figure: "—", change: null, note: texts.notAvailable[reason], better: null };
  }
  const [largest, ...others] = known.groups;
  const show = (group: { name: string; share: number }) =>
    `${regionName(group.name, language)} ${formatPercent(language, group.share)}`;
  const rest = others.slice(0, 2).map(show).join(", ");
  return { name, figure: largest ? show(largest) : "—", change: null, note: rest || null, better: null };
}

/** A country's name for its ISO code; other names stay as the platform gives them. */
function regionName(name: string, language: Language): string {
  if (!/^[A-Z]{2}$/.test(name)) return name;
  return new Intl.DisplayNames([language], { type: "region" }).of(name) ?? name;
}

/** The type of publication with the highest engagement rate, if any rate is known. */
export function bestType(report: KpiReport): { type: ContentType; rate: number } | null {
  const rated = contentTypes.flatMap((type) => {
    const { rate } = report.kpis.engagementByType[type];
    return rate.available ? [{ type, rate: rate.value }] : [];
  });
  return rated.sort((a, b) => b.rate - a.rate)[0] ?? null;
}

/** All negative feedback that is known; not available only when none of it is. */
function negativeSum(report: KpiReport): Figure {
  const { negativeMessages, lowReviews, negativeActions } = report.kpis.negativeFeedback;
  const known = [negativeMessages, lowReviews, negativeActions].flatMap((each) => (each.available ? [each.value] : []));
  return known.length > 0 ? { available: true, value: known.reduce((sum, value) => sum + value, 0) } : negativeMessages;
}
