import { type Context, Hono } from "hono";
import * as v from "valibot";
import {
  type BadLeadRow,
  checkLeadTable,
  exportLeads,
  importLeads,
  leadHeading,
  leadTemplate,
} from "#core/exchange/index.ts";
import { unsupported } from "#core/kernel/failure.ts";
import { dayOf } from "#core/kernel/time.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse, toApiError } from "../errors.ts";
import { addressWith, filePart } from "../file-part.ts";
import { parse } from "../parse.ts";

const contentType = "text/csv";
const cursorSchema = v.object({ cursor: v.optional(v.pipe(v.string(), v.maxLength(2048))) });
const fromSchema = v.object({
  from: v.optional(v.pipe(v.string(), v.regex(/^\d{1,4}$/), v.transform(Number)), "0"),
});

/** So many bad rows are told at once; whoever has more mends these first. */
const mostBadTold = 200;

/** Tables of leads: a dry run, an import in steps, an export, a template. */
export const leadTableRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .post("/leads/import/check", async (c) => {
      const bytes = await tableIn(c);
      if (!bytes) return refuse(c, unsupported("csv-needed"));
      const table = await checkLeadTable(deps, c.get("actor"), bytes);
      if (!table.ok) return refuse(c, table.error);
      const { good, bad } = table.value;
      return c.json({
        good: good.length,
        bad: bad.length,
        problems: bad.slice(0, mostBadTold).map((row) => badRow(c, row)),
      });
    })
    .post("/leads/import/run", parse("query", fromSchema), async (c) => {
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

/** The table that a request brings; `null` when what it brings is none. Nothing stands for an empty one. */
async function tableIn(c: Context<ApiEnv>): Promise<Uint8Array | null> {
  const type = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (c.req.raw.body !== null && type !== contentType) return null;
  return new Uint8Array(await c.req.arrayBuffer());
}

const badRow = (c: Context<ApiEnv>, { row, problems }: BadLeadRow) => ({
  row,
  problems: problems.map((problem) => {
    const { message, cure } = toApiError(c.get("language"), problem);
    const column = problem.field && leadHeading(problem.field as Parameters<typeof leadHeading>[0], c.get("language"));
    return [column && `${column}:`, message, cure].filter(Boolean).join(" ");
  }),
});
