import * as v from "valibot";
import type { ReportOnWire } from "#core/channels/platforms/google-analytics/wire.ts";
import { GoogleError } from "../../google/google-error.ts";
import { expressionSchema, passes } from "./filter.ts";
import type { Property } from "./model.ts";
import { spend } from "./quota.ts";
import { type TrafficRow, trafficOf } from "./traffic.ts";
import type { World } from "./world.ts";

const named = v.array(v.strictObject({ name: v.string() }));
const whole = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number));
const requestSchema = v.strictObject({
  dateRanges: v.pipe(
    v.array(v.strictObject({ startDate: v.pipe(v.string(), v.isoDate()), endDate: v.pipe(v.string(), v.isoDate()) })),
    v.length(1),
  ),
  dimensions: v.pipe(named, v.minLength(1), v.maxLength(9)),
  metrics: v.pipe(named, v.minLength(1), v.maxLength(10)),
  dimensionFilter: v.optional(expressionSchema),
  orderBys: v.optional(v.array(v.strictObject({ dimension: v.strictObject({ dimensionName: v.string() }) })), []),
  limit: v.optional(v.pipe(whole, v.minValue(1), v.maxValue(250_000)), "10000"),
  offset: v.optional(whole, "0"),
  returnPropertyQuota: v.optional(v.boolean(), false),
});

const dimensionOf: Readonly<Record<string, (row: TrafficRow) => string>> = {
  date: ({ day }) => day.replaceAll("-", ""),
  sessionSource: ({ source }) => source,
  sessionMedium: ({ medium }) => medium,
  sessionCampaignName: ({ campaign }) => campaign,
  sessionManualAdContent: ({ content }) => content,
  sessionDefaultChannelGroup: ({ group }) => group,
};

const metricOf: Readonly<Record<string, { readonly type: string; of(row: TrafficRow): number }>> = {
  sessions: { type: "TYPE_INTEGER", of: ({ sessions }) => sessions },
  engagedSessions: { type: "TYPE_INTEGER", of: ({ engaged }) => engaged },
  keyEvents: { type: "TYPE_FLOAT", of: ({ keyEvents }) => keyEvents },
  newUsers: { type: "TYPE_INTEGER", of: ({ newUsers }) => newUsers },
  totalRevenue: { type: "TYPE_CURRENCY", of: ({ revenue }) => revenue },
};

/** `properties/{id}:runReport`: rows grouped by the dimensions asked for, filtered, ordered, cut to a page, paid by tokens. */
export function runReport(world: World, property: Property, body: unknown): ReportOnWire | object {
  const asked = v.safeParse(requestSchema, body);
  if (!asked.success) throw new GoogleError("INVALID_ARGUMENT", v.summarize(asked.issues).slice(0, 300));
  const { dateRanges, dimensions, metrics, dimensionFilter, orderBys, limit, offset } = asked.output;
  const [range] = dateRanges;
  if (!range || range.endDate < range.startDate)
    throw new GoogleError("INVALID_ARGUMENT", "The date range is reversed.");
  const values = dimensions.map(({ name }) => known(dimensionOf, name, "dimension"));
  const figures = metrics.map(({ name }) => known(metricOf, name, "metric"));
  const traffic = trafficOf(world, property, range.startDate, range.endDate).filter(
    (row) => !dimensionFilter || passes(dimensionFilter, (name) => dimensionOf[name]?.(row)),
  );
  const groups = [...Map.groupBy(traffic, (row) => JSON.stringify(values.map((of) => of(row))))].map(([key, rows]) => ({
    at: JSON.parse(key) as string[],
    sums: figures.map(({ of }) => rows.reduce((sum, row) => sum + of(row), 0)),
  }));
  const order = orderBys.map(({ dimension }) => dimensions.findIndex(({ name }) => name === dimension.dimensionName));
  groups.sort((a, b) => order.reduce((found, at) => found || compare(a.at[at] ?? "", b.at[at] ?? ""), 0));
  const quota = spend(world, property, groups.length);
  const { thresholding, sampling } = world.currentSettings();
  const page = groups.slice(offset, offset + limit);
  return {
    dimensionHeaders: dimensions,
    metricHeaders: metrics.map(({ name }, index) => ({ name, type: figures[index]?.type })),
    // Google leaves out what is empty.
    ...(page.length > 0 && {
      rows: page.map(({ at, sums }) => ({
        dimensionValues: at.map((value) => ({ value })),
        metricValues: sums.map((value) => ({ value: String(value) })),
      })),
    }),
    ...(groups.length > 0 && { rowCount: groups.length }),
    metadata: {
      currencyCode: property.currencyCode,
      timeZone: property.timeZone,
      ...(thresholding && { subjectToThresholding: true }),
      ...(sampling && { samplingMetadatas: [{ samplesReadCount: "500000", samplingSpaceSize: "2500000" }] }),
    },
    ...(asked.output.returnPropertyQuota && { propertyQuota: quota }),
    kind: "analyticsData#runReport",
  };
}

function known<Thing>(things: Readonly<Record<string, Thing>>, name: string, kind: string): Thing {
  const thing = Object.hasOwn(things, name) ? things[name] : undefined;
  if (!thing) throw new GoogleError("INVALID_ARGUMENT", `Field ${name} is not a valid ${kind}.`);
  return thing;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
