export * from "./follow-short-link.ts";
export * from "./model.ts";
export * from "./outgoing.ts";
export * from "./ports.ts";
export * from "./settings.ts";
export * from "./short-link.ts";
export * from "./shorten.ts";
export * from "./utm.ts";
