export * from "./create-goal.ts";
export * from "./list-goals.ts";
export * from "./model.ts";
export * from "./ports.ts";
export { progressOf } from "./progress.ts";
