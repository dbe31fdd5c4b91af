import { conflict, type Failure, invalid } from "../kernel/failure.ts";

/** The longest time a goal may run, days. */
export const maxGoalDays = 1830;

/** A goal for the same figure, channel and day is there. */
export const goalExists = (): Failure => conflict("goal-exists");

/** The due day is not in the future. */
export const goalDuePast = (today: string): Failure => invalid("goal-due-past", { field: "dueDay", params: { today } });

/** The due day is not after the start day. */
export const goalEndsBeforeStart = (): Failure => invalid("goal-ends-before-start", { field: "dueDay" });

/** The goal runs too long to be followed day by day. */
export const goalTooFar = (): Failure => invalid("goal-too-far", { field: "dueDay", params: { maxDays: maxGoalDays } });

/** The target is the baseline. */
export const goalWithoutChange = (): Failure => invalid("goal-without-change", { field: "target" });

/** A share of more than the whole. */
export const goalOverWhole = (field: "target" | "baseline"): Failure => invalid("goal-over-whole", { field });

/** No baseline was given and the figure is not known. */
export const goalBaselineUnknown = (): Failure => invalid("goal-baseline-unknown", { field: "baseline" });

/** The channel isn't one of the workspace. */
export const goalChannelUnknown = (): Failure => invalid("goal-channel-unknown", { field: "channelId" });

/** A site has visits and no followers, a channel has no visits of its own. */
export const goalFigureOfOther = (): Failure => invalid("goal-figure-of-other", { field: "channelId" });

/** As many goals are followed as can be. */
export const tooManyGoals = (most: number): Failure => conflict("too-many-goals", { params: { most } });
