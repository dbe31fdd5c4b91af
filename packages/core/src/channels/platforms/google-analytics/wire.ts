import * as v from "valibot";

/* What really crosses the wire between Dopys and Google Analytics. The sandbox speaks by the same schemas. */

/** `accountSummaries` of the Admin API, v1beta: every property that the person may read. */
export const accountSummariesSchema = v.object({
  accountSummaries: v.optional(
    v.array(
      v.object({
        displayName: v.optional(v.string(), ""),
        propertySummaries: v.optional(
          v.array(
            v.object({
              /** `properties/{id}`. */
              property: v.pipe(v.string(), v.regex(/^properties\/\d{1,20}$/)),
              displayName: v.optional(v.string(), ""),
            }),
          ),
          [],
        ),
      }),
    ),
    [],
  ),
  nextPageToken: v.optional(v.string()),
});

/** `properties/{id}` of the Admin API, as far as it is read here. */
export const propertySchema = v.object({ createTime: v.pipe(v.string(), v.isoTimestamp()) });

const quotaStatusSchema = v.object({
  consumed: v.optional(v.number(), 0),
  /** Left out when nothing is left. */
  remaining: v.optional(v.number(), 0),
});
export type QuotaStatus = v.InferOutput<typeof quotaStatusSchema>;

/** What is left to ask for, as `returnPropertyQuota` brings it. Source: "Data API: PropertyQuota". */
export const propertyQuotaSchema = v.object({
  tokensPerDay: v.optional(quotaStatusSchema),
  tokensPerHour: v.optional(quotaStatusSchema),
});
export type PropertyQuota = v.InferOutput<typeof propertyQuotaSchema>;

const headersSchema = v.optional(v.array(v.object({ name: v.string() })), []);
const valuesSchema = v.optional(v.array(v.object({ value: v.optional(v.string(), "") })), []);

/** `properties/{id}:runReport` of the Data API, v1beta. All values are strings; `rows` is left out when there are none. */
export const reportSchema = v.object({
  dimensionHeaders: headersSchema,
  metricHeaders: headersSchema,
  rows: v.optional(v.array(v.object({ dimensionValues: valuesSchema, metricValues: valuesSchema })), []),
  rowCount: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0)), 0),
  metadata: v.object({
    currencyCode: v.string(),
    timeZone: v.string(),
    subjectToThresholding: v.optional(v.boolean(), false),
    dataLossFromOtherRow: v.optional(v.boolean(), false),
    samplingMetadatas: v.optional(v.array(v.looseObject({})), []),
  }),
  propertyQuota: v.optional(propertyQuotaSchema),
});
export type ReportOnWire = v.InferOutput<typeof reportSchema>;

/** Machine-readable details of a refusal. Source: "google.rpc: ErrorInfo, RetryInfo". */
export const errorInfoSchema = v.object({
  metadata: v.object({
    /** Per what the exhausted quota is counted, such as `1/d/{project}`. */
    quota_unit: v.string(),
  }),
});
export const retryInfoSchema = v.object({
  /** Such as `30s`. */
  retryDelay: v.pipe(v.string(), v.regex(/^\d{1,7}(\.\d{1,9})?s$/)),
});
