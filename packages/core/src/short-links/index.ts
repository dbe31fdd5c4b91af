export * from "./change-link-settings.ts";
export * from "./follow-short-link.ts";
export * from "./ports.ts";
export * from "./short-link.ts";
export * from "./shorten.ts";
