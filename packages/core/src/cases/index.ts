export * from "./causes.ts";
export * from "./change-case.ts";
export * from "./events.ts";
export * from "./model.ts";
export * from "./open-case.ts";
export * from "./ports.ts";
export * from "./read-cases.ts";
export * from "./watch-unhappy.ts";
