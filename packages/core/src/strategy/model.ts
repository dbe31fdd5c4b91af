import * as v from "valibot";
import { figureSchema } from "../channels/measurement.ts";
import { type Headline, headlineSchema, wholeWorkspace } from "../insights/index.ts";
import { idSchema } from "../kernel/ids.ts";
import { daySchema, epochMsSchema } from "../kernel/time.ts";

/** The five business problems that a goal may answer. */
export const businessProblems = [
  "little-traffic",
  "weak-awareness",
  "falling-retention",
  "poor-reputation",
  "slow-sales",
] as const;
export const businessProblemSchema = v.picklist(businessProblems);
export type BusinessProblem = v.InferOutput<typeof businessProblemSchema>;

const amount = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1e12));

/** The figures that are shares, 0..1: nobody can aim at more than all. */
export const shareHeadlines: ReadonlySet<Headline> = new Set([
  "conversionToWon",
  "shareAnswered",
  "shareWithinTarget",
  "qualityScore",
]);

/**
 * What the company wants: a figure of a channel (or of the whole workspace) to go from a baseline to a target by a day.
 * Followers are those at the end of the last 28 days, every other figure is that of the last 28 days.
 */
export const goalSchema = v.object({
  id: v.string(),
  workspaceId: v.string(),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
  problem: businessProblemSchema,
  kpi: headlineSchema,
  /** A channel's id, or `all`. */
  channelId: v.string(),
  /** In the unit of the figure: a count, a share 0..1, ms. */
  baseline: amount,
  target: amount,
  startDay: daySchema,
  dueDay: daySchema,
  createdBy: v.string(),
  createdAt: epochMsSchema,
});
export type Goal = v.InferOutput<typeof goalSchema>;

/** What a person states to set a goal. Without a baseline the figure of the last 28 days is taken; it starts today. */
export const newGoalSchema = v.object({
  name: goalSchema.entries.name,
  problem: businessProblemSchema,
  kpi: headlineSchema,
  channelId: v.optional(idSchema, wholeWorkspace),
  baseline: v.optional(amount),
  target: amount,
  startDay: v.optional(daySchema),
  dueDay: daySchema,
});
export type NewGoal = v.InferOutput<typeof newGoalSchema>;

export const goalStates = ["on-course", "behind", "reached", "no-data"] as const;

/** How far a goal has come. */
export const goalProgressSchema = v.object({
  goal: goalSchema,
  current: figureSchema,
  /** (current − baseline) / (target − baseline): 1 when reached, below 0 when it got worse. */
  progress: figureSchema,
  /** The progress expected by today by `method`, 0..1, and the figure that would be. */
  expectedProgress: v.number(),
  expected: v.number(),
  /** `straight-line`: equal steps from the baseline on the start day to the target on the due day. */
  method: v.literal("straight-line"),
  state: v.picklist(goalStates),
});
export type GoalProgress = v.InferOutput<typeof goalProgressSchema>;
