export * from "./content-type.ts";
export * from "./dirty-buckets.ts";
export * from "./measure.ts";
export * from "./messages.ts";
export * from "./model.ts";
export * from "./plan-measurements.ts";
export * from "./ports.ts";
export { handleRollupMessage, type RollupDeps } from "./rollup.ts";
