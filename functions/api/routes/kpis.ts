import { Hono } from "hono";
import * as v from "valibot";
import { measureAdsNow } from "#core/ads/index.ts";
import { measurePublicPagesNow } from "#core/competitors/index.ts";
import { measureNow, readKpiDay, readKpis, readKpisSchema, wholeWorkspace } from "#core/insights/index.ts";
import { idSchema } from "#core/kernel/ids.ts";
import { daySchema } from "#core/kernel/time.ts";
import { measureVisitsNow } from "#core/visits/index.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { parse } from "../parse.ts";

const daySchemaOfKpis = v.object({ day: daySchema, channelId: v.optional(idSchema, wholeWorkspace) });

/** The eight KPIs: of a period with change and series, of a day, and asking the platforms for them now. */
export const kpiRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .get("/kpis", parse("query", readKpisSchema), async (c) => {
      const report = await readKpis(deps, c.get("actor"), c.req.valid("query"));
      return report.ok ? c.json(report.value) : refuse(c, report.error);
    })
    .get("/kpis/day", parse("query", daySchemaOfKpis), async (c) => {
      const day = await readKpiDay(deps, c.get("actor"), c.req.valid("query"));
      return day.ok ? c.json(day.value) : refuse(c, day.error);
    })
    .post("/kpis/measure", async (c) => {
      const asked = await measureNow(deps, c.get("actor"));
      if (!asked.ok) return refuse(c, asked.error);
      await measureAdsNow(deps, c.get("actor").workspaceId);
      await measurePublicPagesNow(deps, c.get("actor").workspaceId);
      await measureVisitsNow(deps, c.get("workspace"));
      return c.json({ asked: asked.value }, 202);
    });
