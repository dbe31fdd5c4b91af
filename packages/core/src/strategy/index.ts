export * from "./budget/index.ts";
export * from "./change-goal.ts";
export * from "./create-goal.ts";
export { type FollowGoalsDeps, type ListGoalsDeps, listGoals, listGoalsSchema } from "./list-goals.ts";
export * from "./model.ts";
export * from "./ports.ts";
export { progressOf } from "./progress.ts";
export * from "./read-goal.ts";
