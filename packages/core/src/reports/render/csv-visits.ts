import type { ReportTexts } from "../../i18n/mail/report.ts";
import { originName } from "../../i18n/visits.ts";
import type { Language } from "../../kernel/language.ts";
import type { VisitReport, VisitSums } from "../../visits/index.ts";

/** Visits of the period and of the one before, by source, by campaign and by day, in the place of a channel the sites. */
export function visitRows(visits: VisitReport, texts: ReportTexts, language: Language): string[][] {
  const { from, to, before, total, totalBefore, why, series, sources, campaigns } = visits;
  const names = texts.visits.csv;
  const site = visits.sites.map(({ name }) => name).join(", ");
  const sums = (first: string, last: string, { sessions, engagedShare, keyEvents, newUsers }: VisitSums) => [
    [first, last, site, names.sessions, String(sessions), ""],
    [
      ...[first, last, site, `${names.engaged}, ${texts.csvUnits.percent}`],
      engagedShare === null ? "" : String(Number((engagedShare * 100).toFixed(2))),
      engagedShare === null ? texts.notAvailable["no-cases"] : "",
    ],
    [first, last, site, names.keyEvents, String(keyEvents), ""],
    [first, last, site, names.newUsers, String(newUsers), ""],
  ];
  const none = [from, to, site, names.sessions, "", texts.visits.why[why ?? "not-yet"]];
  const named = (text: string) => originName(language, text);
  return [
    ...(total ? sums(from, to, total) : [none]),
    ...(totalBefore ? sums(before.from, before.to, totalBefore) : []),
    ...sources.map((one) => [from, to, site, texts.visits.csvSource(named(one.source)), String(one.sessions), ""]),
    ...campaigns.map((one) => [from, to, site, texts.visits.csvCampaign(named(one.name)), String(one.sessions), ""]),
    ...series.map((point) => [
      ...[point.from, point.to, site, names.sessions, String(point.sessions ?? "")],
      point.sessions === null ? texts.notAvailable["not-yet"] : "",
    ]),
  ];
}
