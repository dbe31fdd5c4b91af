import { formatDay, formatNumber, formatPercent } from "../../../i18n/format.ts";
import { originName } from "../../../i18n/visits.ts";
import type { Language } from "../../../kernel/language.ts";
import { excerpt } from "../../../kernel/text.ts";
import type { CampaignVisits, SourceVisits, VisitReport } from "../../../visits/index.ts";
import type { Block } from "../document.ts";
import { visitsChart } from "../visits-chart.ts";
import { amounts, type Saying, signedCount, signedPercent } from "../wording.ts";

const shownSources = 4;
const shownCampaigns = 3;

/** Visits of the site from social: how many, where from, by which campaign; nothing where no site is measured. */
export function visitBlocks(saying: Saying): readonly Block[] {
  const { content, texts } = saying;
  const { visits } = content;
  if (!visits) return [];
  if (!visits.total) return [{ kind: "lines", lines: [texts.visits.why[visits.why ?? "not-yet"]] }];
  // A week is read in a minute: its numbers say enough.
  const isLong = content.scope.kind === "monthly" || content.scope.kind === "quarterly";
  const chart = isLong ? visitsChart(saying, visits) : null;
  const campaigns = visits.campaigns.filter(({ code }) => code !== "");
  return [
    { kind: "lines", lines: totalLines(saying, visits) },
    ...(chart ? [{ kind: "chart" as const, chart }] : []),
    ...sourceTable(saying, visits.sources),
    ...(campaigns.length > 0 ? [{ kind: "lines" as const, lines: [campaignLine(saying, campaigns)] }] : []),
    { kind: "lines", quiet: true, lines: caveats(saying, visits) },
  ];
}

function totalLines({ language, texts }: Saying, { total, change }: VisitReport): string[] {
  if (!total) return [];
  const { sessions, engagedShare, keyEvents, newUsers, revenue } = total;
  const number = (value: number) => formatNumber(language, value);
  const relative = change?.relative ?? null;
  const difference = change?.difference ?? null;
  const told =
    relative === null
      ? null
      : difference === null
        ? texts.perDay(signedPercent(language, relative))
        : `${signedCount(language, difference)}, ${signedPercent(language, relative)}`;
  const engaged =
    engagedShare === null ? [] : [texts.visits.engaged(formatPercent(language, engagedShare), number(newUsers))];
  return [
    texts.visits.total(number(sessions), told),
    [...engaged, texts.visits.keyEvents(number(keyEvents), amounts(language, revenue))].join(" "),
  ];
}

function sourceTable({ language, texts }: Saying, sources: readonly SourceVisits[]): readonly Block[] {
  const rows = sources
    .slice(0, shownSources)
    .map(({ source, sessions, compared, keyEvents }) => [
      excerpt(originName(language, source), 32),
      formatNumber(language, sessions),
      changeOf(language, compared) ?? "—",
      formatNumber(language, keyEvents),
    ]);
  const { source, sessions, change, keyEventsShort } = texts.visits;
  const columns = [source, sessions, change, keyEventsShort];
  return rows.length === 0 ? [] : [{ kind: "table", table: { columns, rows } }];
}

function campaignLine({ language, texts }: Saying, campaigns: readonly CampaignVisits[]): string {
  const told = campaigns.slice(0, shownCampaigns).map(({ name, sessions, compared }) => {
    const change = changeOf(language, compared);
    const title = excerpt(originName(language, name), 32);
    return `${title} ${formatNumber(language, sessions)}${change ? ` (${change})` : ""}`;
  });
  const more = campaigns.length - told.length;
  return texts.visits.byCampaign(more > 0 ? `${told.join(", ")} ${texts.andMore(more)}` : told.join(", "));
}

/** Against the period before; `null` where there were none, or nobody knows. */
const changeOf = (language: Language, compared: SourceVisits["compared"]): string | null =>
  !compared || compared.before === 0 ? null : signedPercent(language, compared.now / compared.before - 1);

/** What a reader has to know to trust the figures. */
function caveats({ content, language, texts }: Saying, visits: VisitReport): string[] {
  const zones = visits.sites
    .flatMap(({ timeZone }) => timeZone ?? [])
    .filter((one) => one !== content.workspace.timeZone);
  const all = [
    ...(visits.daysMissing > 0 ? [texts.visits.daysMissing(visits.daysMissing)] : []),
    ...(visits.settlingFrom === null ? [] : [texts.visits.settling(formatDay(language, visits.settlingFrom))]),
    ...(visits.withheld ? [texts.visits.withheld] : []),
    ...(visits.sampled ? [texts.visits.sampled] : []),
    ...(zones.length > 0 ? [texts.visits.zone([...new Set(zones)].join(", "))] : []),
  ];
  return all.length === 0 ? [] : [all.join(" ")];
}
