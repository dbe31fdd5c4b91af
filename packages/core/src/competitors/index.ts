export * from "./add-competitor.ts";
export * from "./measure-public-pages.ts";
export * from "./messages.ts";
export * from "./model.ts";
export * from "./page-figures.ts";
export { measurePublicPagesNow, planPublicPages } from "./plan-public-pages.ts";
export * from "./ports.ts";
export * from "./read-comparison.ts";
export * from "./remove-competitor.ts";
