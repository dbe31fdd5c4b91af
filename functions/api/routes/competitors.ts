import { Hono } from "hono";
import * as v from "valibot";
import { channelCalls } from "#core/channels/connected/index.ts";
import { addCompetitor, addCompetitorSchema, readComparison, removeCompetitor } from "#core/competitors/index.ts";
import { daySchema } from "#core/kernel/time.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { parse } from "../parse.ts";

const periodSchema = v.object({ from: daySchema, to: daySchema });

/** Competitors' public pages: beside the workspace's own, added, removed. */
export function competitorRoutes(deps: ApiDeps) {
  const asking = { ...deps, channelCalls: channelCalls(deps) };
  return new Hono<ApiEnv>()
    .get("/competitors", parse("query", periodSchema), async (c) => {
      const read = await readComparison(deps, c.get("actor"), c.req.valid("query"));
      return read.ok ? c.json({ platforms: read.value }) : refuse(c, read.error);
    })
    .post("/competitors", parse("json", addCompetitorSchema), async (c) => {
      const added = await addCompetitor(asking, c.get("actor"), c.req.valid("json"));
      if (!added.ok) return refuse(c, added.error);
      const { id, platform, name, pageName, url } = added.value.competitor;
      return c.json({ competitor: { id, platform, name, pageName, url }, page: added.value.page }, 201);
    })
    .delete("/competitors/:id", async (c) => {
      const removed = await removeCompetitor(deps, c.get("actor"), { id: c.req.param("id") });
      return removed.ok ? c.json({ removed: true }) : refuse(c, removed.error);
    });
}
