import { canonicalJson } from "./stamped.ts";

/**
 * The later of two reports of a day: a platform corrects its figures for days or weeks, so the newest one wins whole, in
 * whatever order they arrive. Of two from the same millisecond the one that sorts last, so that the order never matters.
 */
export function newestReport<Report extends { readonly measuredAt: number }>(
  current: Report | null,
  report: Report,
): Report {
  if (!current) return report;
  if (current.measuredAt !== report.measuredAt) return current.measuredAt > report.measuredAt ? current : report;
  return canonicalJson(current) > canonicalJson(report) ? current : report;
}
