export * from "./act.ts";
export * from "./apply-to-plan.ts";
export * from "./effects.ts";
export * from "./list-recommendations.ts";
export * from "./model.ts";
export * from "./ports.ts";
export * from "./take-back.ts";
export * from "./wording.ts";
