import * as v from "valibot";
import { figureSchema } from "../channels/measurement.ts";
import { headlines, wholeWorkspace } from "../insights/index.ts";
import { idSchema, versionSchema } from "../kernel/ids.ts";
import { lineSchema } from "../kernel/text.ts";
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

/** What a goal may aim at: a headline of the KPIs, or visits of the site from social. */
export const goalKpis = [...headlines, "siteVisits"] as const;
export type GoalKpi = (typeof goalKpis)[number];

const amount = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1e12));

/** The figures that are shares, 0..1: nobody can aim at more than all. */
export const shareHeadlines: ReadonlySet<GoalKpi> = new Set([
  "conversionToWon",
  "shareAnswered",
  "shareWithinTarget",
  "qualityScore",
]);

/** What of a goal may change; figure and channel may not: that would be another goal. */
export const changeableFields = ["name", "problem", "baseline", "target", "startDay", "dueDay"] as const;

export const goalHistoryEntrySchema = v.object({
  at: epochMsSchema,
  by: v.string(),
  what: v.picklist(["set", "changed", "archived", "restored"]),
  /** Of a change: what stood there and what stands there now. */
  changes: v.optional(
    v.array(
      v.object({
        field: v.picklist(changeableFields),
        from: v.union([v.string(), v.number()]),
        to: v.union([v.string(), v.number()]),
      }),
    ),
  ),
});
export type GoalHistoryEntry = v.InferOutput<typeof goalHistoryEntrySchema>;

/** So many goals of a workspace are followed at once. */
export const mostGoals = 30;

/** The most entries of a goal's history. */
export const mostHistory = 30;

/**
 * What the company wants: a figure of a channel (or of the whole workspace) to go from a baseline to a target by a day.
 * Followers are those at the end of the last 28 days, every other figure is that of the last 28 days.
 */
export const goalSchema = v.object({
  id: v.string(),
  workspaceId: v.string(),
  name: lineSchema(100),
  problem: businessProblemSchema,
  kpi: v.picklist(goalKpis),
  /** A channel's id, or `all`. */
  channelId: v.string(),
  /** In the unit of the figure: a count, a share 0..1, ms. */
  baseline: amount,
  target: amount,
  startDay: daySchema,
  dueDay: daySchema,
  /** An archived goal is kept and followed no more. */
  archived: v.boolean(),
  /** What became of it, the oldest first: at most `mostHistory`, of which the first is kept. */
  history: v.array(goalHistoryEntrySchema),
  version: v.number(),
  createdBy: v.string(),
  createdAt: epochMsSchema,
});
export type Goal = v.InferOutput<typeof goalSchema>;

/** What a person states to set a goal. Without a baseline the figure of the last 28 days is taken; it starts today. */
export const newGoalSchema = v.object({
  name: goalSchema.entries.name,
  problem: businessProblemSchema,
  kpi: v.picklist(goalKpis),
  channelId: v.optional(idSchema, wholeWorkspace),
  baseline: v.optional(amount),
  target: amount,
  startDay: v.optional(daySchema),
  dueDay: daySchema,
});
export type NewGoal = v.InferOutput<typeof newGoalSchema>;

/** A change on top of `version`. What is absent stays. */
export const changeGoalSchema = v.object({
  goalId: idSchema,
  version: versionSchema,
  name: v.optional(goalSchema.entries.name),
  problem: v.optional(businessProblemSchema),
  baseline: v.optional(amount),
  target: v.optional(amount),
  startDay: v.optional(daySchema),
  dueDay: v.optional(daySchema),
  archived: v.optional(v.boolean()),
});
export type ChangeGoal = v.InferOutput<typeof changeGoalSchema>;

export const goalStates = ["on-course", "behind", "reached", "missed", "no-data"] as const;

const counted = {
  /** Whole weeks with a figure that the forecast rests on, and how many it needs. */
  weeks: v.number(),
  neededWeeks: v.number(),
};

/** What the figure will be on the due day, or why nobody can tell. See `forecast.ts` for the methods. */
export const goalForecastSchema = v.variant("available", [
  v.object({
    available: v.literal(true),
    method: v.picklist(["theil-sen", "drift"]),
    /** The middle, and the range around it that holds the outcome with the probability `level`. */
    value: v.number(),
    low: v.number(),
    high: v.number(),
    level: v.literal(0.8),
    /** The probability that the target is met on the due day, 0..1. */
    chance: v.number(),
    ...counted,
  }),
  v.object({
    available: v.literal(false),
    /** `over`: the due day has come. `still-maturing`: the newest weeks of this figure go on changing for long. */
    reason: v.picklist(["too-few-weeks", "too-far-ahead", "still-maturing", "over", "no-figure"]),
    ...counted,
  }),
]);
export type GoalForecast = v.InferOutput<typeof goalForecastSchema>;

/** How far a goal has come. */
export const goalProgressSchema = v.object({
  goal: goalSchema,
  /** The figure now; once the due day is over, that of the due day. */
  current: figureSchema,
  /** The last day of that figure where the days after it are not told by every channel yet, so that they do not count. */
  toldUntil: v.nullable(daySchema),
  /** (current − baseline) / (target − baseline): 1 when reached, below 0 when it got worse. */
  progress: figureSchema,
  /** The progress expected by today, or by `toldUntil`, by `method`, 0..1, and the figure that would be. */
  expectedProgress: v.number(),
  expected: v.number(),
  /** `straight-line`: equal steps from the baseline on the start day to the target on the due day. */
  method: v.literal("straight-line"),
  forecast: goalForecastSchema,
  /** See `progress.ts` for the rule. */
  state: v.picklist(goalStates),
  /** By what `on-course` or `behind` was told. */
  judgedBy: v.picklist(["forecast", "straight-line"]),
});
export type GoalProgress = v.InferOutput<typeof goalProgressSchema>;

/** The figure week by week and what it is expected to become; each point is the figure of the 28 days up to `day`. */
export const goalCourseSchema = v.object({
  past: v.array(v.object({ day: daySchema, value: v.nullable(v.number()) })),
  ahead: v.array(v.object({ day: daySchema, value: v.number(), low: v.number(), high: v.number() })),
});
export type GoalCourse = v.InferOutput<typeof goalCourseSchema>;
