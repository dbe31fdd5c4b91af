import { inMinorUnits } from "../../../kernel/money.ts";
import { isDay } from "../../../kernel/time.ts";
import type { VisitDayRow } from "../../visits.ts";
import { dimensions, kindOfGroup, metrics } from "./request.ts";
import { sourceOf } from "./sources.ts";
import type { ReportOnWire } from "./wire.ts";

/** Google writes it where it puts what is beyond its own limits together; nobody can say of which day it is. */
const otherRow = "(other)";
const longestName = 100;

/**
 * The rows of a page, or `null` when it holds something that is no figure: a day that cannot be read must not be known as
 * one without visits. Columns are found by their headers.
 */
export function rowsOf(report: ReportOnWire): VisitDayRow[] | null {
  const dimensionAt = dimensions.map((name) => report.dimensionHeaders.findIndex((header) => header.name === name));
  const metricAt = metrics.map((name) => report.metricHeaders.findIndex((header) => header.name === name));
  if (report.rows.length > 0 && [...dimensionAt, ...metricAt].includes(-1)) return null;
  const rows: VisitDayRow[] = [];
  for (const { dimensionValues, metricValues } of report.rows) {
    const [date = "", source = "", medium = "", campaign = "", content = "", group = ""] = dimensionAt.map(
      (at) => dimensionValues[at]?.value ?? "",
    );
    if (date === otherRow) continue;
    const day = dayOfDate(date);
    const counts = metricAt.map((at) => numberOf(metricValues[at]?.value));
    const [sessions, engaged, keyEvents, newUsers, revenue] = counts;
    if (!day || ![sessions, engaged, newUsers].every(isCount) || keyEvents === undefined || keyEvents < 0) return null;
    if (revenue === undefined) return null;
    rows.push({
      day,
      source: sourceOf(nameOf(source)),
      medium: nameOf(medium),
      campaign: nameOf(campaign),
      content: nameOf(content),
      kind: kindOfGroup[group as keyof typeof kindOfGroup] ?? "tagged",
      sessions: sessions ?? 0,
      engaged: engaged ?? 0,
      // In hundredths: attribution splits an event among the visits that led to it.
      keyEvents: Math.round(keyEvents * 100) / 100,
      newUsers: newUsers ?? 0,
      revenue: inMinorUnits(revenue, report.metadata.currencyCode),
    });
  }
  return rows;
}

/** `20261101` as a day; `null` for what is none. */
function dayOfDate(text: string): string | null {
  const day = /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : "";
  return isDay(day) ? day : null;
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d{1,15}(\.\d{1,20})?(e-?\d{1,2})?$/i.test(text) ? Number(text) : undefined;
}

const isCount = (count: number | undefined): boolean => Number.isSafeInteger(count) && (count ?? -1) >= 0;

/** What is not set is empty, whatever Google calls it. A tag is anybody's text: it is cut, and loses what is no sign. */
function nameOf(text: string): string {
  if (text === "(not set)" || text === "(none)" || text === "(not provided)") return "";
  return text
    .toWellFormed()
    .replace(/\p{Cc}/gu, " ")
    .trim()
    .slice(0, longestName)
    .toWellFormed();
}
