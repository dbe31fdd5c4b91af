import { Temporal } from "temporal-polyfill";
import type * as v from "valibot";
import { err, ok } from "../../../kernel/result.ts";
import type { InsightsCapability } from "../../connector.ts";
import { type Figure, figure, notAvailable } from "../../measurement.ts";
import { callGoogle } from "./google.ts";
import { seriesSchema } from "./wire.ts";

const views = [
  "BUSINESS_IMPRESSIONS_DESKTOP_MAPS",
  "BUSINESS_IMPRESSIONS_DESKTOP_SEARCH",
  "BUSINESS_IMPRESSIONS_MOBILE_MAPS",
  "BUSINESS_IMPRESSIONS_MOBILE_SEARCH",
];
const interactions = [
  "WEBSITE_CLICKS",
  "CALL_CLICKS",
  "BUSINESS_DIRECTION_REQUESTS",
  "BUSINESS_CONVERSATIONS",
  "BUSINESS_BOOKINGS",
];

/** After so many days Google has counted a day. */
const lagDays = 5;

const notGiven = notAvailable("not-given-by-platform");

/**
 * A location's figures. Google counts a day two to five days late and leaves days of nothing out, so a day without a
 * value is 0 only when a later day has one, or when it is old enough; until then it is not there yet. How many people saw
 * a profile or a post is not told. Source: "Business Profile Performance API: fetchMultiDailyMetricsTimeSeries".
 */
export const insights: InsightsCapability = {
  async measureChannel(call, { day }) {
    const first = Temporal.PlainDate.from(day);
    const today = Temporal.Instant.fromEpochMilliseconds(call.nowMs).toZonedDateTimeISO("UTC").toPlainDate();
    const last = earlier(first.add({ days: lagDays }), today.add({ days: 1 }));
    const location = call.channelRemoteId.split("/").slice(2).join("/");
    const query = [
      ...[...views, ...interactions].map((metric) => ["dailyMetrics", metric] as const),
      ...dateQuery("dailyRange.startDate", first),
      ...dateQuery("dailyRange.endDate", last),
    ];
    const path = `v1/${location}:fetchMultiDailyMetricsTimeSeries`;
    const answer = await callGoogle(call, { method: "GET", on: "performance", path, query }, seriesSchema);
    if (!answer.ok) return err(answer.error.cause);
    const counts = countsOf(answer.value);
    const isCounted =
      counts.some((it) => it.day >= day) || Temporal.PlainDate.compare(first.add({ days: lagDays }), today) < 0;
    const sum = (metrics: readonly string[]): Figure => {
      if (!isCounted) return notAvailable("not-yet");
      const ofDay = counts.filter((it) => it.day === day && metrics.includes(it.metric));
      return figure(ofDay.reduce((total, { count }) => total + count, 0));
    };
    return ok({
      followers: notGiven,
      followersGained: notGiven,
      followersLost: notGiven,
      reach: notGiven,
      views: sum(views),
      interactions: sum(interactions),
      negativeActions: notGiven,
      audience: {},
    });
  },

  /** Google has told nothing of single posts since 2023. */
  async measurePublication() {
    return ok({
      reach: notGiven,
      views: notGiven,
      reactions: notGiven,
      comments: notGiven,
      shares: notGiven,
      saves: notGiven,
      clicks: notGiven,
    });
  },
};

/** Every count that is more than nothing, by metric and day. */
const countsOf = (answer: v.InferOutput<typeof seriesSchema>): { metric: string; day: string; count: number }[] =>
  answer.multiDailyMetricTimeSeries
    .flatMap((series) => series.dailyMetricTimeSeries)
    .flatMap(({ dailyMetric, timeSeries }) =>
      (timeSeries?.datedValues ?? []).map(({ date, value }) => ({
        metric: dailyMetric,
        day: Temporal.PlainDate.from(date).toString(),
        count: Number(value ?? 0),
      })),
    )
    .filter(({ count }) => count > 0);

const dateQuery = (name: string, { year, month, day }: Temporal.PlainDate): [string, string][] =>
  Object.entries({ year, month, day }).map(([part, value]) => [`${name}.${part}`, String(value)]);

const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(a, b) < 0 ? a : b;
