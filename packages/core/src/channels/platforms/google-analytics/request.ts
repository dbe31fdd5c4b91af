import type { OwnTag } from "../../visits.ts";

/** The dimensions of the report, and in this order of its rows. All are of the session: where the visit came from. */
export const dimensions = [
  "date",
  "sessionSource",
  "sessionMedium",
  "sessionCampaignName",
  "sessionManualAdContent",
  "sessionDefaultChannelGroup",
] as const;

/**
 * The metrics. Active users are not among them: one person counts once on each day and for each origin, so that their
 * numbers may not be added up; new users may.
 */
export const metrics = ["sessions", "engagedSessions", "keyEvents", "newUsers", "totalRevenue"] as const;

/** Which of Google's default channel groups are visits from social, and what they are called here. */
export const kindOfGroup = {
  "Organic Social": "organic",
  "Paid Social": "paid",
  "Organic Video": "video",
} as const;

export const rowsAPage = 10_000;

/** One page of the report of social visits. Source: "Data API: properties.runReport", "FilterExpression". */
export const reportRequest = (ask: { from: string; to: string; own: readonly OwnTag[] }, offset: number) => ({
  dateRanges: [{ startDate: ask.from, endDate: ask.to }],
  dimensions: dimensions.map((name) => ({ name })),
  metrics: metrics.map((name) => ({ name })),
  dimensionFilter: {
    orGroup: {
      expressions: [inList("sessionDefaultChannelGroup", Object.keys(kindOfGroup)), ...ask.own.map(taggedLike)],
    },
  },
  // Pages fit together only in an order that leaves nothing open.
  orderBys: dimensions.map((dimensionName) => ({ dimension: { dimensionName } })),
  limit: String(rowsAPage),
  offset: String(offset),
  returnPropertyQuota: true,
});

/** Visits by a tag of ours, whatever group Google puts them in. A tag without a medium is `(not set)` to Google. */
const taggedLike = ({ source, medium }: OwnTag) => ({
  andGroup: {
    expressions: [inList("sessionSource", [source]), inList("sessionMedium", [medium || "(not set)"])],
  },
});

const inList = (fieldName: string, values: readonly string[]) => ({
  filter: { fieldName, inListFilter: { values, caseSensitive: false } },
});
