import { Temporal } from "temporal-polyfill";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { dayOf, isTimeZone } from "../../../kernel/time.ts";
import type { ChannelCall } from "../../connector.ts";
import type { ConnectorError } from "../../errors.ts";
import type { SiteVisits, VisitDayRow, VisitsCapability } from "../../visits.ts";
import { callAnalytics } from "./analytics.ts";
import { nextPageAt, restUntil } from "./quota.ts";
import { reportRequest } from "./request.ts";
import { rowsOf } from "./rows.ts";
import { propertySchema, type ReportOnWire, reportSchema } from "./wire.ts";

/** 300,000 rows: more than a month of any site's social visits; it bounds the walk. */
const mostPages = 30;
const timeoutMs = 30_000;

/**
 * Visits from social by `runReport`, asked by day and origin. Days are those of the property's zone, revenue is in its
 * currency; Google goes on counting a day for 24 to 48 hours and on crediting key events for some more. Where it withholds
 * small numbers, samples, or puts rows together, the answer says so. Sources: "Data API: properties.runReport",
 * "ResponseMetaData", "Limits and quotas".
 */
export const visits: VisitsCapability = {
  async visitDays(call, ask) {
    const rows: VisitDayRow[] = [];
    const flags = { withheld: false, sampled: false };
    let offset = 0;
    for (let page = 0; page < mostPages; page += 1) {
      const answer = await callAnalytics(
        call,
        {
          method: "POST",
          on: "data",
          path: `v1beta/${call.channelRemoteId}:runReport`,
          json: reportRequest(ask, offset),
          timeoutMs,
        },
        reportSchema,
      );
      if (!answer.ok) return err(answer.error.cause);
      const report = answer.value;
      const read = isKnown(report) ? rowsOf(report) : null;
      if (!read) return err(unreadable);
      rows.push(...read.filter(({ day }) => day >= ask.from && day <= ask.to));
      flags.withheld ||= report.metadata.subjectToThresholding || report.metadata.dataLossFromOtherRow;
      flags.sampled ||= report.metadata.samplingMetadatas.length > 0;
      offset += report.rows.length;
      if (report.rows.length === 0 || offset >= report.rowCount) {
        const since = daysIn(ask) > recentDays ? await bornOn(call, report.metadata.timeZone) : ok(undefined);
        return since.ok ? ok(whole(report, rows, { ...flags, since: since.value }, call.nowMs)) : since;
      }
      const resetAt = nextPageAt(report.propertyQuota, call.nowMs);
      if (resetAt !== undefined) return err({ ...quotaSpent, resetAt });
    }
    return err({ class: "unknown", code: "too-many-pages", message: `more than ${mostPages} pages` });
  },
};

/** Questions about more days than this are about the past, in which the property may not have been there. */
const recentDays = 28;
const daysIn = ({ from, to }: { from: string; to: string }): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "days" }).days + 1;

/** The day on which the property was made: a day before it had no visits to count, which is not the same as none. */
async function bornOn(call: ChannelCall, timeZone: string): Promise<Result<string, ConnectorError>> {
  const path = `v1beta/${call.channelRemoteId}`;
  const property = await callAnalytics(call, { method: "GET", on: "admin", path }, propertySchema);
  return property.ok ? ok(dayOf(Date.parse(property.value.createTime), timeZone)) : err(property.error.cause);
}

const isKnown = ({ metadata }: ReportOnWire): boolean =>
  isTimeZone(metadata.timeZone) && /^[A-Z]{3}$/.test(metadata.currencyCode);

const unreadable: ConnectorError = {
  class: "unknown",
  code: "unreadable-report",
  message: "the report holds something that is no figure",
};
const quotaSpent = {
  class: "rate-limited",
  code: "property-quota",
  message: "the property's quota does not suffice for the next page",
} as const;

function whole(
  { metadata, propertyQuota }: ReportOnWire,
  rows: readonly VisitDayRow[],
  { since, ...flags }: Pick<SiteVisits, "withheld" | "sampled" | "since">,
  nowMs: number,
): SiteVisits {
  const rest = restUntil(propertyQuota, nowMs);
  return {
    timeZone: metadata.timeZone,
    currency: metadata.currencyCode,
    rows: [...rows],
    ...flags,
    ...(since !== undefined && { since }),
    ...(rest !== undefined && { restUntil: rest }),
  };
}
