export * from "./model.ts";
export * from "./read-return.ts";
