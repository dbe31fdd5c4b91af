import { Hono } from "hono";
import { checkReviewTable, importReviews, reviewHeading, reviewTemplate } from "#core/exchange/index.ts";
import { unsupported } from "#core/kernel/failure.ts";
import { dayOf } from "#core/kernel/time.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { filePart } from "../file-part.ts";
import { parse } from "../parse.ts";
import { csvType, fromRowSchema, tableIn, tableView } from "../table-in.ts";

/** Tables of reviews from places to which no channel is connected: a dry run, an import in steps, a template. */
export const reviewTableRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .post("/reviews/import/check", async (c) => {
      const bytes = await tableIn(c);
      if (!bytes) return refuse(c, unsupported("csv-needed"));
      const table = await checkReviewTable(deps, c.get("actor"), bytes);
      if (!table.ok) return refuse(c, table.error);
      return c.json(tableView(c.get("language"), table.value, reviewHeading));
    })
    .post("/reviews/import/run", parse("query", fromRowSchema), async (c) => {
      const bytes = await tableIn(c);
      if (!bytes) return refuse(c, unsupported("csv-needed"));
      const done = await importReviews(deps, c.get("actor"), { bytes, from: c.req.valid("query").from });
      return done.ok ? c.json(done.value) : refuse(c, done.error);
    })
    .get("/reviews/template.csv", (c) => {
      const text = reviewTemplate(c.get("language"), dayOf(deps.clock.nowMs(), c.get("workspace").timeZone));
      return filePart(c, { name: "dopys-reviews-template.csv", contentType: csvType, text });
    });
