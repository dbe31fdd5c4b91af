import { Hono } from "hono";
import * as v from "valibot";
import { checkLeadTable, exportLeads, importLeads, leadHeading, leadTemplate } from "#core/exchange/index.ts";
import { unsupported } from "#core/kernel/failure.ts";
import { dayOf } from "#core/kernel/time.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { addressWith, filePart } from "../file-part.ts";
import { parse } from "../parse.ts";
import { csvType as contentType, fromRowSchema, tableIn, tableView } from "../table-in.ts";

const cursorSchema = v.object({ cursor: v.optional(v.pipe(v.string(), v.maxLength(2048))) });

/** Tables of leads: a dry run, an import in steps, an export, a template. */
export const leadTableRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .post("/leads/import/check", async (c) => {
      const bytes = await tableIn(c);
      if (!bytes) return refuse(c, unsupported("csv-needed"));
      const table = await checkLeadTable(deps, c.get("actor"), bytes);
      if (!table.ok) return refuse(c, table.error);
      return c.json(tableView(c.get("language"), table.value, leadHeading));
    })
    .post("/leads/import/run", parse("query", fromRowSchema), async (c) => {
      const bytes = await tableIn(c);
      if (!bytes) return refuse(c, unsupported("csv-needed"));
      const done = await importLeads(deps, c.get("actor"), { bytes, from: c.req.valid("query").from });
      return done.ok ? c.json(done.value) : refuse(c, done.error);
    })
    .get("/leads/export.csv", parse("query", cursorSchema), async (c) => {
      const { timeZone } = c.get("workspace");
      const { cursor } = c.req.valid("query");
      const part = await exportLeads(deps, c.get("actor"), c.get("language"), { cursor, timeZone });
      if (!part.ok) return refuse(c, part.error);
      const { text, next } = part.value;
      const more = next === undefined ? undefined : addressWith(c, "cursor", next);
      return filePart(c, { name: "dopys-leads.csv", contentType, text, next: more });
    })
    .get("/leads/template.csv", (c) => {
      const { currency, timeZone } = c.get("workspace");
      const text = leadTemplate(c.get("language"), { currency, day: dayOf(deps.clock.nowMs(), timeZone) });
      return filePart(c, { name: "dopys-leads-template.csv", contentType, text });
    });
