import type { GoalProgress, NewGoal } from "#core/strategy/model.ts";
import { type Answer, get, post } from "./request.ts";

/** A goal as a person states it; what is left out the server takes from the figures and the day. */
export type GoalDraft = Pick<NewGoal, "name" | "problem" | "kpi" | "target" | "dueDay"> &
  Partial<Pick<NewGoal, "channelId" | "baseline">>;

export const listGoals = (): Promise<Answer<{ goals: GoalProgress[] }>> => get("/api/goals");
export const setGoal = (goal: GoalDraft): Promise<Answer<unknown>> => post("/api/goals", goal);
