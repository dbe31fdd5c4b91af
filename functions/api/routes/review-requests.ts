import { Hono } from "hono";
import { buyerHeading, buyerTemplate, checkBuyerTable, importBuyers } from "#core/exchange/index.ts";
import { unsupported } from "#core/kernel/failure.ts";
import { dayOf } from "#core/kernel/time.ts";
import {
  askPerson,
  askPersonSchema,
  cancelRequest,
  changeRequestSettings,
  listRequests,
  listRequestsSchema,
  neverAskAgain,
  type ReviewRequest,
  readRequestFigures,
  readRequestSettings,
  requestSettingsSchema,
} from "#core/review-requests/index.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { filePart } from "../file-part.ts";
import { parse } from "../parse.ts";
import { csvType, fromRowSchema, tableIn, tableView } from "../table-in.ts";

/** A request as members read it: nothing of the links in its mail. */
const requestView = ({
  workspaceId: _,
  secretHashes: _secret,
  personId: _person,
  messageId: _mail,
  ...rest
}: ReviewRequest) => rest;

/** Asking customers for reviews: whom, how, and what followed. */
export const reviewRequestRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .get("/review-requests", parse("query", listRequestsSchema), async (c) => {
      const page = await listRequests(deps, c.get("actor"), c.req.valid("query"));
      if (!page.ok) return refuse(c, page.error);
      return c.json({ requests: page.value.items.map(requestView), cursor: page.value.cursor });
    })
    .post("/review-requests", parse("json", askPersonSchema), async (c) => {
      const asked = await askPerson(deps, c.get("actor"), c.req.valid("json"));
      return asked.ok ? c.json({ request: requestView(asked.value) }, 201) : refuse(c, asked.error);
    })
    .get("/review-requests/figures", async (c) => {
      const figures = await readRequestFigures(deps, c.get("actor"));
      return figures.ok ? c.json({ figures: figures.value }) : refuse(c, figures.error);
    })
    .get("/review-requests/settings", async (c) => {
      const settings = await readRequestSettings(deps, c.get("actor"));
      return settings.ok ? c.json({ settings: settings.value }) : refuse(c, settings.error);
    })
    .put("/review-requests/settings", parse("json", requestSettingsSchema), async (c) => {
      const settings = await changeRequestSettings(deps, c.get("actor"), c.req.valid("json"));
      return settings.ok ? c.json({ settings: settings.value }) : refuse(c, settings.error);
    })
    .post("/review-requests/import/check", async (c) => {
      const bytes = await tableIn(c);
      if (!bytes) return refuse(c, unsupported("csv-needed"));
      const table = await checkBuyerTable(deps, c.get("actor"), bytes);
      if (!table.ok) return refuse(c, table.error);
      return c.json(tableView(c.get("language"), table.value, buyerHeading));
    })
    .post("/review-requests/import/run", parse("query", fromRowSchema), async (c) => {
      const bytes = await tableIn(c);
      if (!bytes) return refuse(c, unsupported("csv-needed"));
      const done = await importBuyers(deps, c.get("actor"), { bytes, from: c.req.valid("query").from });
      return done.ok ? c.json(done.value) : refuse(c, done.error);
    })
    .get("/review-requests/template.csv", (c) => {
      const text = buyerTemplate(c.get("language"), dayOf(deps.clock.nowMs(), c.get("workspace").timeZone));
      return filePart(c, { name: "dopys-purchases-template.csv", contentType: csvType, text });
    })
    .post("/review-requests/:id/cancel", async (c) => {
      const done = await cancelRequest(deps, c.get("actor"), { requestId: c.req.param("id") });
      return done.ok ? c.json({ request: requestView(done.value) }) : refuse(c, done.error);
    })
    .post("/review-requests/:id/never-again", async (c) => {
      const done = await neverAskAgain(deps, c.get("actor"), { requestId: c.req.param("id") });
      return done.ok ? c.json({ request: requestView(done.value) }) : refuse(c, done.error);
    });
