export * from "./edit-lines.ts";
export * from "./model.ts";
export * from "./ports.ts";
export * from "./read-budget.ts";
