export * from "./choose-account.ts";
export * from "./measure-ads.ts";
export * from "./messages.ts";
export * from "./model.ts";
export { measureAdsNow, planAdMeasurements } from "./plan-ad-measurements.ts";
export * from "./ports.ts";
