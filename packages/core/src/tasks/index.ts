export * from "./change-task.ts";
export * from "./create-task.ts";
export * from "./list-tasks.ts";
export * from "./model.ts";
export * from "./ports.ts";
export * from "./remove-task.ts";
