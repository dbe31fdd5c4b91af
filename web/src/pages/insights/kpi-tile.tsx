import { Target } from "lucide-preact";
import { Link } from "wouter-preact";
import { formatPercent } from "#core/i18n/format.ts";
import type { KpiReport } from "#core/insights/model.ts";
import { sparkline } from "#core/reports/charts/sparkline.ts";
import type { Goal } from "../../api/contract.ts";
import { FittedDrawing } from "../../charts/drawing.tsx";
import { language, t } from "../../language.ts";
import { me } from "../../session-state.ts";
import { whenOf } from "../../wording.ts";
import { changeText, formatHeadline } from "./figures.ts";
import type { Tile } from "./tiles.ts";

interface KpiTileProps {
  readonly tile: Tile;
  readonly report: KpiReport;
  readonly goal: Goal | undefined;
  readonly to: string;
}

/** A KPI at a glance: figure, change, line, goal, when it was measured. Not available is a dash and why, never 0. */
export function KpiTile({ tile, report, goal, to }: KpiTileProps) {
  const { name, figure, headline, unit, series, parts = [], isPartial } = tile;
  const texts = t().insights;
  return (
    <Link href={to} class="tile">
      <h2>{texts.kpi[name]}</h2>
      {figure.available ? (
        <p class="tile-figure">
          <span class="figure">{formatHeadline(headline, figure.value)}</span>
          <span class="aside small">{unit}</span>
        </p>
      ) : (
        <p class="tile-figure">
          <span class="figure" aria-hidden="true">
            —
          </span>
          <span class="hidden-visually">{t().common.notAvailable}</span>
        </p>
      )}
      {figure.available ? (
        series && <TileChange tile={tile} report={report} />
      ) : (
        <p class="aside small">{texts.reason[figure.reason]}</p>
      )}
      {series && figure.available && (
        <FittedDrawing
          draw={(width) =>
            sparkline({
              width,
              height: 36,
              label: texts.findingNone(texts.kpi[name]),
              values: report.series.map((point) => valueAt(point, series)),
            })
          }
        />
      )}
      {figure.available && parts.length > 1 && <TileParts parts={parts} />}
      {figure.available && isPartial && <p class="small aside tile-partial">{texts.partial}</p>}
      <p class="tile-foot small aside">
        {goal && (
          <span class={`tile-goal ${goal.state === "behind" ? "tone-wheat" : ""}`}>
            <Target size={12} aria-hidden="true" />
            {texts.goal(formatHeadline(goal.kpi, goal.target))}
          </span>
        )}
        <span>{measuredText(report)}</span>
      </p>
    </Link>
  );
}

function TileParts({ parts }: { readonly parts: NonNullable<Tile["parts"]> }) {
  const largest = Math.max(...parts.map(({ value }) => value));
  return (
    <ul class="tile-parts small">
      {parts.map(({ name, value }) => (
        <li key={name}>
          <span class="clip">{name}</span>
          <span class="aside">{formatPercent(language.value, value)}</span>
          <span class="tile-part" style={{ width: `${(100 * value) / (largest || 1)}%` }} />
        </li>
      ))}
    </ul>
  );
}

function TileChange({ tile: { headline, series, note }, report }: Pick<KpiTileProps, "tile" | "report">) {
  if (note) return <p class="small aside">{note}</p>;
  const change = report.change[headline] ?? (series && report.change[series]);
  if (!change) return null;
  const { text, tone, note: compared } = changeText(headline, change);
  return (
    <>
      <p class={`small tile-change tone-${tone}`}>{text}</p>
      {compared && <p class="small aside">{compared}</p>}
    </>
  );
}

/** The value of a headline at a point of the series; `null` where it is not known. */
export function valueAt(point: KpiReport["series"][number], headline: Tile["headline"]): number | null {
  const figure = point.figures[headline];
  return figure?.available ? figure.value : null;
}

export function measuredText({ measuredAt }: KpiReport): string {
  const texts = t().insights;
  return measuredAt === null
    ? texts.notMeasured
    : texts.measured(whenOf(measuredAt, me.value?.workspace.timeZone ?? "UTC"));
}
