import { Hono } from "hono";
import {
  addSource,
  changeSource,
  changeSourceSchema,
  listSources,
  removeSource,
  sourceDraftSchema,
} from "#core/sources/index.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { parse } from "../parse.ts";
import { sourceView } from "../views/source.ts";

/** Feeds and WordPress sites whose new entries become drafts. */
export const sourceRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .get("/sources", async (c) => {
      const sources = await listSources(deps, c.get("actor"));
      return c.json({ sources: sources.map((source) => sourceView(c.get("language"), source)) });
    })
    .post("/sources", parse("json", sourceDraftSchema), async (c) => {
      const added = await addSource(deps, c.get("actor"), c.req.valid("json"));
      return added.ok ? c.json({ source: sourceView(c.get("language"), added.value) }, 201) : refuse(c, added.error);
    })
    .put("/sources/:id", parse("json", changeSourceSchema), async (c) => {
      const input = { ...c.req.valid("json"), sourceId: c.req.param("id") ?? "" };
      const changed = await changeSource(deps, c.get("actor"), input);
      return changed.ok ? c.json({ source: sourceView(c.get("language"), changed.value) }) : refuse(c, changed.error);
    })
    .delete("/sources/:id", async (c) => {
      const removed = await removeSource(deps, c.get("actor"), { sourceId: c.req.param("id") });
      return removed.ok ? c.body(null, 204) : refuse(c, removed.error);
    });
