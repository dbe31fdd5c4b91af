import { Hono } from "hono";
import {
  channelReference,
  getImport,
  importProblems,
  listImports,
  problemsQuerySchema,
  problemTable,
  requestImport,
  requestImportSchema,
  startCheck,
  startRun,
  startRunSchema,
  templateTable,
} from "#core/exchange/index.ts";
import { addDays, dayOf } from "#core/kernel/time.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { addressWith, filePart } from "../file-part.ts";
import { parse } from "../parse.ts";
import { importView, problemRowView } from "../views/import.ts";

const contentType = "text/csv";

/** Tables of posts: upload, dry run, import, and what was wrong with which row. */
export const importRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .get("/imports", async (c) => {
      const imports = await listImports(deps, c.get("actor"));
      return c.json({ imports: imports.map((item) => importView(c.get("language"), item)) });
    })
    .get("/imports/template.csv", async (c) => {
      const { id, timeZone } = c.get("workspace");
      const channels = await deps.channels.list(id);
      const [channel] = channels;
      const day = addDays(dayOf(deps.clock.nowMs(), timeZone), 7);
      const name = channel ? channelReference(channels, channel) : "";
      const text = templateTable(c.get("language"), { channel: name, day });
      return filePart(c, { name: "dopys-template.csv", contentType, text });
    })
    .post("/imports", parse("json", requestImportSchema), async (c) => {
      const asked = await requestImport(deps, c.get("actor"), c.req.valid("json"));
      if (!asked.ok) return refuse(c, asked.error);
      const { item, upload } = asked.value;
      const view = { import: importView(c.get("language"), item) };
      return c.json(upload ? { ...view, upload: { ...upload, method: "PUT" as const } } : view, 201);
    })
    .get("/imports/:id", async (c) => {
      const found = await getImport(deps, c.get("actor"), { importId: c.req.param("id") });
      return found.ok ? c.json({ import: importView(c.get("language"), found.value) }) : refuse(c, found.error);
    })
    .post("/imports/:id/check", async (c) => {
      const started = await startCheck(deps, c.get("actor"), { importId: c.req.param("id") });
      return started.ok ? c.json({ import: importView(c.get("language"), started.value) }) : refuse(c, started.error);
    })
    .post("/imports/:id/run", parse("json", startRunSchema), async (c) => {
      const input = { ...c.req.valid("json"), importId: c.req.param("id") ?? "" };
      const started = await startRun(deps, c.get("actor"), input);
      return started.ok ? c.json({ import: importView(c.get("language"), started.value) }) : refuse(c, started.error);
    })
    .get("/imports/:id/problems", parse("query", problemsQuerySchema), async (c) => {
      const input = { ...c.req.valid("query"), importId: c.req.param("id") ?? "" };
      const page = await importProblems(deps, c.get("actor"), input);
      if (!page.ok) return refuse(c, page.error);
      const rows = page.value.rows.map((row) => problemRowView(c.get("language"), row));
      return c.json({ rows, next: page.value.next });
    })
    .get("/imports/:id/problems.csv", parse("query", problemsQuerySchema), async (c) => {
      const input = { ...c.req.valid("query"), importId: c.req.param("id") ?? "" };
      const page = await importProblems(deps, c.get("actor"), input);
      if (!page.ok) return refuse(c, page.error);
      const { next } = page.value;
      const text = problemTable(c.get("language"), page.value, input.after === 0);
      const more = next === undefined ? undefined : addressWith(c, "after", String(next));
      return filePart(c, { name: "dopys-problems.csv", contentType, text, next: more });
    });
