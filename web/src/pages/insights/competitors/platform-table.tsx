import type { ComponentChildren } from "preact";
import type { Manifest } from "#core/channels/manifest.ts";
import type { Figure } from "#core/channels/measurement.ts";
import { formatNumber, formatPercent } from "#core/i18n/format.ts";
import { excerpt } from "#core/kernel/text.ts";
import { barChart } from "#core/reports/charts/bar-chart.ts";
import type { ComparedPage, PlatformComparison } from "../../../api/competitors.ts";
import { ChartCard } from "../../../charts/chart-card.tsx";
import { language, t } from "../../../language.ts";
import { type DataRow, DataTable } from "../../../ui/data-table.tsx";
import { PlatformMark } from "../../../ui/platform-mark.tsx";
import { dayName, signed } from "../../../wording.ts";
import { PageDetails } from "./page-details.tsx";

interface TableProps {
  readonly comparison: PlatformComparison;
  readonly period: { readonly from: string; readonly to: string };
  readonly manifest: Pick<Manifest, "mark" | "markColour" | "name"> | undefined;
  readonly onRemove: ((page: ComparedPage) => void) | undefined;
}

/** A chart's names stand before its bars: no longer than this, or a phone has no room for the bars. */
const chartName = 16;

/** The pages of one platform: which is livelier for its size, the figures, and what each posts. */
export function PlatformTable({ comparison: { platformName, pages }, period, manifest, onRemove }: TableProps) {
  const texts = t().competitors;
  const decimal = (value: number) => formatNumber(language.value, value, 1);
  const rates = pages.map(({ name, figures: { perThousandFollowers: rate } }) => ({
    name: excerpt(name, chartName),
    value: rate.available ? rate.value : null,
  }));
  return (
    <div class="card competitors-of">
      <h3 class="row">
        <PlatformMark manifest={manifest} silent />
        {platformName}
      </h3>
      {rates.some(({ value }) => value !== null) && (
        <ChartCard
          flat
          title={findingOf(pages)}
          draw={(width) => barChart({ width, label: findingOf(pages), rows: rates, format: decimal, missing: "—" })}
        />
      )}
      <DataTable
        caption={`${texts.title}: ${platformName}`}
        rowName={texts.columns.page}
        columns={columns.map((column) => texts.columns[column])}
        rows={pages.map(rowOf)}
      />
      <div class="competitor-details">
        {pages.map((page) => (
          <PageDetails key={page.id} page={page} period={period} onRemove={page.isOwn ? undefined : onRemove} />
        ))}
      </div>
    </div>
  );
}

/** Where our first page stands among the competitors, as far as enough posts tell; else what the chart is about. */
function findingOf(pages: readonly ComparedPage[]): string {
  const texts = t().competitors;
  const ratesOf = (own: boolean) =>
    pages.flatMap(({ isOwn, figures: { perThousandFollowers: rate, isThin } }) =>
      isOwn === own && rate.available && !isThin ? [rate.value] : [],
    );
  const [[ours], theirs] = [ratesOf(true), ratesOf(false)];
  if (ours === undefined || theirs.length === 0) return texts.chart;
  const more = theirs.filter((rate) => rate > ours).length;
  return texts.finding(formatNumber(language.value, ours, 1), more, theirs.length);
}

/** The columns after the page's name, in this order. */
const columns = ["followers", "growth", "postsPerWeek", "perPost", "perThousand"] as const;

function rowOf(page: ComparedPage): DataRow {
  const texts = t().competitors;
  const { followers, postsPerWeek, interactionsPerPost, perThousandFollowers, isThin, counted } = page.figures;
  const few = texts.few(texts.posts(counted));
  return {
    key: page.id,
    class: page.isOwn ? "competitor-own" : "",
    name: (
      <>
        <a href={page.url} target="_blank" rel="noopener noreferrer" title={texts.open(page.name)}>
          {page.name}
        </a>
        {page.isOwn && <span class="pill">{texts.you}</span>}
        {isThin && <span class="competitor-mark" role="img" aria-label={few} title={few} />}
      </>
    ),
    cells: [
      shown(followers, 0),
      <Growth key="growth" figures={page.figures} />,
      shown(postsPerWeek, 1),
      shown(interactionsPerPost, 1),
      shown(perThousandFollowers, 1),
    ],
  };
}

function Growth({ figures: { growth, followersOn } }: Pick<ComparedPage, "figures">) {
  const texts = t().competitors;
  if (!growth) {
    return (
      <span class="aside" title={t().insights.reason["not-yet"]}>
        —{followersOn && <small class="competitor-since">{texts.sinceDay(dayName(followersOn))}</small>}
      </span>
    );
  }
  return (
    <span>
      {signed(growth.change)}
      {growth.relative !== null && ` (${formatPercent(language.value, Math.abs(growth.relative))})`}
      {!growth.isWhole && <small class="aside competitor-since">{texts.sinceDay(dayName(growth.since))}</small>}
    </span>
  );
}

function shown(figure: Figure, digits: number): ComponentChildren {
  if (figure.available) return formatNumber(language.value, figure.value, digits);
  return (
    <span class="aside" title={t().insights.reason[figure.reason]}>
      —
    </span>
  );
}
