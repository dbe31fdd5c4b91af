import { createHash } from "node:crypto";
import { GoogleError } from "../../google/google-error.ts";
import type { World } from "./world.ts";

const dayMs = 86_400_000;

/** About how often each thing happens on a day; what is missing here never happens. */
const usual: Readonly<Record<string, number>> = {
  BUSINESS_IMPRESSIONS_DESKTOP_MAPS: 14,
  BUSINESS_IMPRESSIONS_DESKTOP_SEARCH: 22,
  BUSINESS_IMPRESSIONS_MOBILE_MAPS: 61,
  BUSINESS_IMPRESSIONS_MOBILE_SEARCH: 48,
  WEBSITE_CLICKS: 5,
  CALL_CLICKS: 2,
  BUSINESS_DIRECTION_REQUESTS: 9,
};

/**
 * `locations/{id}:fetchMultiDailyMetricsTimeSeries`: the same figures for the same location and day. Counts are strings,
 * days of nothing are left out, and a day appears only some days later.
 */
export function dailySeries(world: World, locationId: string, query: URLSearchParams): object {
  const from = dateOf(query, "dailyRange.startDate");
  const newest = world.clock.nowMs() - world.currentSettings().figuresLagDays * dayMs;
  const to = Math.min(dateOf(query, "dailyRange.endDate"), newest);
  const days: number[] = [];
  for (let day = from; day <= to; day += dayMs) days.push(day);
  const series = query.getAll("dailyMetrics").map((dailyMetric) => ({
    dailyMetric,
    timeSeries: { datedValues: days.flatMap((day) => datedValue(locationId, dailyMetric, day)) },
  }));
  return { multiDailyMetricTimeSeries: [{ dailyMetricTimeSeries: series }] };
}

function datedValue(locationId: string, metric: string, day: number): object[] {
  const count = countOf(locationId, metric, day);
  const date = new Date(day);
  const dated = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  return count === 0 ? [] : [{ date: dated, value: String(count) }];
}

/** From none to twice the usual. */
function countOf(locationId: string, metric: string, day: number): number {
  const byte = createHash("sha256").update(`${locationId} ${metric} ${day}`).digest()[0] ?? 0;
  return Math.round(((usual[metric] ?? 0) * byte) / 128);
}

function dateOf(query: URLSearchParams, name: string): number {
  const [year = Number.NaN, month = Number.NaN, day] = ["year", "month", "day"].map((part) =>
    Number(query.get(`${name}.${part}`)),
  );
  const at = Date.UTC(year, month - 1, day);
  if (Number.isNaN(at)) throw new GoogleError("INVALID_ARGUMENT", "Request contains an invalid argument.", name);
  return at;
}
