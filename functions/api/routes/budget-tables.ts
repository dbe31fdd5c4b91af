import { Hono } from "hono";
import * as v from "valibot";
import { budgetHeading, budgetTemplate, checkBudgetTable, exportBudget, importBudget } from "#core/exchange/index.ts";
import { unsupported } from "#core/kernel/failure.ts";
import { dayOf } from "#core/kernel/time.ts";
import { monthOf, monthSchema } from "#core/strategy/index.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { filePart } from "../file-part.ts";
import { parse } from "../parse.ts";
import { csvType as contentType, fromRowSchema, tableIn, tableView } from "../table-in.ts";

/** Tables of budgets: a dry run, an import in steps, an export, a template. */
export const budgetTableRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .post("/budget/import/check", async (c) => {
      const bytes = await tableIn(c);
      if (!bytes) return refuse(c, unsupported("csv-needed"));
      const table = await checkBudgetTable(deps, c.get("actor"), bytes);
      return table.ok ? c.json(tableView(c.get("language"), table.value, budgetHeading)) : refuse(c, table.error);
    })
    .post("/budget/import/run", parse("query", fromRowSchema), async (c) => {
      const bytes = await tableIn(c);
      if (!bytes) return refuse(c, unsupported("csv-needed"));
      const done = await importBudget(deps, c.get("actor"), { bytes, from: c.req.valid("query").from });
      return done.ok ? c.json(done.value) : refuse(c, done.error);
    })
    .get("/budget/export.csv", parse("query", v.object({ from: monthSchema, to: monthSchema })), async (c) => {
      const months = c.req.valid("query");
      const text = await exportBudget(deps, c.get("actor"), c.get("language"), months);
      if (!text.ok) return refuse(c, text.error);
      return filePart(c, { name: `dopys-budget-${months.from}.csv`, contentType, text: text.value });
    })
    .get("/budget/template.csv", (c) => {
      const { currency, timeZone } = c.get("workspace");
      const month = monthOf(dayOf(deps.clock.nowMs(), timeZone));
      const text = budgetTemplate(c.get("language"), { month, currency });
      return filePart(c, { name: "dopys-budget-template.csv", contentType, text });
    });
