export * from "./edit-lines.ts";
export * from "./model.ts";
export * from "./ports.ts";
export * from "./put-line.ts";
export * from "./read-budget.ts";
