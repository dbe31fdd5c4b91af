import { Hono } from "hono";
import { createGoal, type GoalProgress, listGoals, newGoalSchema } from "#core/strategy/index.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { parse } from "../parse.ts";

const goalView = ({ goal, ...progress }: GoalProgress) => {
  const { workspaceId: _, ...shown } = goal;
  return { ...shown, ...progress };
};

/** What the company wants, and how far it has come. */
export const goalRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .get("/goals", async (c) => {
      const goals = await listGoals(deps, c.get("actor"));
      return goals.ok ? c.json({ goals: goals.value.map(goalView) }) : refuse(c, goals.error);
    })
    .post("/goals", parse("json", newGoalSchema), async (c) => {
      const goal = await createGoal(deps, c.get("actor"), c.req.valid("json"));
      if (!goal.ok) return refuse(c, goal.error);
      const { workspaceId: _, ...shown } = goal.value;
      return c.json({ goal: shown }, 201);
    });
