export * from "./convert.ts";
export * from "./keep-rate.ts";
export * from "./model.ts";
export * from "./ports.ts";
export * from "./read-rates.ts";
