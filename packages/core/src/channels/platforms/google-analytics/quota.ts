import { addDays, dayOf, startOfDay } from "../../../kernel/time.ts";
import type { PropertyQuota, QuotaStatus } from "./wire.ts";

const hourMs = 3_600_000;

/** When a quota of a day begins anew: at midnight in California. Source: "Data API: Limits and quotas". */
export const nextQuotaDay = (nowMs: number): number =>
  startOfDay(addDays(dayOf(nowMs, "America/Los_Angeles"), 1), "America/Los_Angeles");

/** When a quota of an hour has surely begun anew. */
export const nextQuotaHour = (nowMs: number): number => (Math.floor(nowMs / hourMs) + 1) * hourMs;

/**
 * So many tokens stay for everybody else who reads the property, such as the owner's own dashboards: a tenth of what a
 * standard property has, 200,000 a day and 40,000 an hour.
 */
const reserve = { day: 20_000, hour: 4_000 } as const;

/** Until when a property should be left alone; `undefined` when it has plenty. */
export function restUntil(quota: PropertyQuota | undefined, nowMs: number): number | undefined {
  if (isBelow(quota?.tokensPerDay, reserve.day)) return nextQuotaDay(nowMs);
  return isBelow(quota?.tokensPerHour, reserve.hour) ? nextQuotaHour(nowMs) : undefined;
}

/** When the next page may be asked for, if not at once: it costs about what the last one cost. */
export function nextPageAt(quota: PropertyQuota | undefined, nowMs: number): number | undefined {
  const { tokensPerDay, tokensPerHour } = quota ?? {};
  if (isBelow(tokensPerDay, tokensPerDay?.consumed ?? 0)) return nextQuotaDay(nowMs);
  return isBelow(tokensPerHour, tokensPerHour?.consumed ?? 0) ? nextQuotaHour(nowMs) : undefined;
}

const isBelow = (quota: QuotaStatus | undefined, needed: number): boolean =>
  quota !== undefined && quota.remaining < needed;
