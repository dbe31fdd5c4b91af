import { Hono } from "hono";
import * as v from "valibot";
import {
  changeGoal,
  changeGoalSchema,
  createGoal,
  type Goal,
  type GoalProgress,
  listGoals,
  newGoalSchema,
  readGoal,
  traceGoal,
} from "#core/strategy/index.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { parse } from "../parse.ts";

const shownGoal = ({ workspaceId: _, ...shown }: Goal) => shown;

/** In a list without what became of each. */
const goalInList = ({ goal, ...progress }: GoalProgress) => {
  const { history: _, ...shown } = shownGoal(goal);
  return { ...shown, ...progress };
};

const goalsQuery = v.object({
  archived: v.optional(
    v.pipe(
      v.picklist(["true", "false"]),
      v.transform((text) => text === "true"),
    ),
  ),
});

/** What the company wants, how far it has come, and how it is likely to end. */
export const goalRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .get("/goals", parse("query", goalsQuery), async (c) => {
      const goals = await listGoals(deps, c.get("actor"), c.req.valid("query"));
      return goals.ok ? c.json({ goals: goals.value.map(goalInList) }) : refuse(c, goals.error);
    })
    .get("/goals/:id", async (c) => {
      const read = await readGoal(deps, c.get("actor"), { goalId: c.req.param("id") });
      if (!read.ok) return refuse(c, read.error);
      const { goal, ...progress } = read.value;
      return c.json({ goal: { ...shownGoal(goal), ...progress } });
    })
    .get("/goals/:id/trace", async (c) => {
      const traced = await traceGoal(deps, c.get("actor"), { goalId: c.req.param("id") });
      return traced.ok ? c.json(traced.value) : refuse(c, traced.error);
    })
    .post("/goals", parse("json", newGoalSchema), async (c) => {
      const goal = await createGoal(deps, c.get("actor"), c.req.valid("json"));
      return goal.ok ? c.json({ goal: shownGoal(goal.value) }, 201) : refuse(c, goal.error);
    })
    .patch("/goals/:id", parse("json", v.omit(changeGoalSchema, ["goalId"])), async (c) => {
      const input = { ...c.req.valid("json"), goalId: c.req.param("id") ?? "" };
      const goal = await changeGoal(deps, c.get("actor"), input);
      return goal.ok ? c.json({ goal: shownGoal(goal.value) }) : refuse(c, goal.error);
    });
