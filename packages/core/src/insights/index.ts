export * from "./best-times.ts";
export { daysToAnswer, isRipening } from "./compare-periods.ts";
export * from "./compare-variants.ts";
export * from "./content-type.ts";
export * from "./dirty-buckets.ts";
export { type Durations, durationCount, durationsOf, mergeDurations, noDurations, quantileMs } from "./durations.ts";
export { channelMeasured } from "./events.ts";
export { maxPeriodDays, periodReversed, periodTooLong } from "./failures.ts";
export { headlinesOf } from "./headlines.ts";
export { type KpiParts, noParts } from "./kpi-parts.ts";
export type { Span } from "./kpi-report.ts";
export { type Lift, liftOf, liftOver } from "./lift.ts";
export * from "./measure.ts";
export { median } from "./median.ts";
export * from "./messages.ts";
export * from "./model.ts";
export {
  fewestForNorm,
  mostCompared,
  normHistoryMs,
  peersOf,
  rateOf,
  type TypeNorm,
  typeNorms,
} from "./norms.ts";
export { daysIn, pageOf } from "./pages.ts";
export * from "./plan-measurements.ts";
export * from "./ports.ts";
export { largestGroups, noProfile } from "./profile.ts";
export * from "./read-audience.ts";
export * from "./read-best-times.ts";
export * from "./read-experiments.ts";
export { firstDay, headlinesBetween, headlinesOn, readHeadlines } from "./read-headlines.ts";
export { type ReadKpisDeps, readKpiDay, readKpis, readKpisSchema } from "./read-kpis.ts";
export * from "./read-norms.ts";
export { readPeriod } from "./read-period.ts";
export { recount } from "./recount.ts";
export { restated } from "./restate.ts";
export { handleRollupMessage } from "./rollup.ts";
export { eachDay, toldDays } from "./told-days.ts";
export * from "./verify-kpis.ts";
