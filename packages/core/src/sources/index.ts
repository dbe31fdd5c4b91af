export * from "./change-source.ts";
export * from "./messages.ts";
export * from "./model.ts";
export * from "./ports.ts";
export * from "./read-due.ts";
export * from "./read-source.ts";
