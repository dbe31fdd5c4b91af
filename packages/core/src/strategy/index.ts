export * from "./budget/index.ts";
export * from "./change-goal.ts";
export * from "./create-goal.ts";
export { type GoalFiguresDeps, goalDaysReader } from "./goal-days.ts";
export { type ListGoalsDeps, listGoals } from "./list-goals.ts";
export * from "./model.ts";
export * from "./ports.ts";
export * from "./read-goal.ts";
export * from "./trace-goal.ts";
