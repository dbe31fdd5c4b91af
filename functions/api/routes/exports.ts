import { Hono } from "hono";
import { exportCalendar, exportPageSchema, exportRangeSchema, exportTable } from "#core/exchange/index.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { addressWith, filePart } from "../file-part.ts";
import { parse } from "../parse.ts";

/** What is on the calendar, taken out: as a table that can be imported again, and as a calendar file. */
export const exportRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .get("/exports/posts.csv", parse("query", exportPageSchema), async (c) => {
      const input = c.req.valid("query");
      const part = await exportTable(deps, c.get("actor"), c.get("language"), input);
      if (!part.ok) return refuse(c, part.error);
      const { text, next } = part.value;
      return filePart(c, {
        name: `dopys-${input.from}.csv`,
        contentType: "text/csv",
        text,
        next: next === undefined ? undefined : addressWith(c, "cursor", next),
      });
    })
    .get("/exports/calendar.ics", parse("query", exportRangeSchema), async (c) => {
      const input = c.req.valid("query");
      const file = await exportCalendar(deps, c.get("actor"), c.get("language"), input);
      if (!file.ok) return refuse(c, file.error);
      return filePart(c, { name: `dopys-${input.from}.ics`, contentType: "text/calendar", text: file.value });
    });
