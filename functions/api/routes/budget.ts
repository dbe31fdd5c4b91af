import { Hono } from "hono";
import * as v from "valibot";
import {
  addBudgetLine,
  type BudgetLine,
  copyBudgetMonth,
  editBudgetLine,
  editBudgetLineSchema,
  monthSchema,
  newBudgetLineSchema,
  readBudget,
  removeBudgetLine,
} from "#core/strategy/index.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { parse } from "../parse.ts";

const monthsSchema = v.object({ from: monthSchema, to: monthSchema });
/** Which state of a line is meant: its month and the version that was seen. */
const placeSchema = v.object({
  month: monthSchema,
  version: v.pipe(v.string(), v.regex(/^\d{1,15}$/, "not a number"), v.transform(Number)),
});

const lineView = ({ workspaceId: _, createdBy: __, ...shown }: BudgetLine) => shown;

/** What months are planned to cost and have cost. */
export const budgetRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .get("/budget", parse("query", monthsSchema), async (c) => {
      const budget = await readBudget(deps, c.get("actor"), c.req.valid("query"));
      if (!budget.ok) return refuse(c, budget.error);
      const months = budget.value.months.map((month) => ({ ...month, lines: month.lines.map(lineView) }));
      return c.json({ ...budget.value, months });
    })
    .post("/budget", parse("json", newBudgetLineSchema), async (c) => {
      const line = await addBudgetLine(deps, c.get("actor"), c.req.valid("json"));
      return line.ok ? c.json({ line: lineView(line.value) }, 201) : refuse(c, line.error);
    })
    .post("/budget/copy", parse("json", v.object({ month: monthSchema })), async (c) => {
      const added = await copyBudgetMonth(deps, c.get("actor"), c.req.valid("json"));
      return added.ok ? c.json({ added: added.value }) : refuse(c, added.error);
    })
    .patch("/budget/:id", parse("json", v.omit(editBudgetLineSchema, ["lineId"])), async (c) => {
      const input = { ...c.req.valid("json"), lineId: c.req.param("id") ?? "" };
      const line = await editBudgetLine(deps, c.get("actor"), input);
      return line.ok ? c.json({ line: lineView(line.value) }) : refuse(c, line.error);
    })
    .delete("/budget/:id", parse("query", placeSchema), async (c) => {
      const removed = await removeBudgetLine(deps, c.get("actor"), {
        ...c.req.valid("query"),
        lineId: c.req.param("id") ?? "",
      });
      return removed.ok ? c.json({ removed: true }) : refuse(c, removed.error);
    });
