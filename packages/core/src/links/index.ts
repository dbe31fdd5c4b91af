export * from "./model.ts";
export * from "./outgoing.ts";
export * from "./ports.ts";
export * from "./utm.ts";
