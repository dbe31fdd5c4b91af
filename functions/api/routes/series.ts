import { type Context, Hono } from "hono";
import * as v from "valibot";
import {
  changeSeries,
  changeSeriesSchema,
  createSeries,
  createSeriesSchema,
  getSeries,
  listSeries,
  type Series,
  splitSeries,
  splitSeriesSchema,
} from "#core/content/index.ts";
import type { Failure } from "#core/kernel/failure.ts";
import { ok, type Result } from "#core/kernel/result.ts";
import { previewSeries, previewSeriesSchema } from "#core/publishing/index.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { parse } from "../parse.ts";
import { seriesView } from "../views/series.ts";

const datesInList = 3;
const datesInFull = 20;

/** Recurring posts: what is repeated, when, and where it has been left out. */
export const seriesRoutes = (deps: ApiDeps) => {
  const view = async (c: Context<ApiEnv>, done: Result<Series, Failure>) => {
    if (!done.ok) return done;
    const found = await getSeries(deps, c.get("actor"), { seriesId: done.value.id });
    return found.ok ? ok(seriesView(c.get("language"), found.value, deps.clock.nowMs(), datesInFull)) : found;
  };
  return new Hono<ApiEnv>()
    .get("/series", async (c) => {
      const all = await listSeries(deps, c.get("actor"));
      const now = deps.clock.nowMs();
      return c.json({ series: all.map((one) => seriesView(c.get("language"), one, now, datesInList)) });
    })
    .post("/series", parse("json", createSeriesSchema), async (c) => {
      const made = await view(c, await createSeries(deps, c.get("actor"), c.req.valid("json")));
      return made.ok ? c.json({ series: made.value }, 201) : refuse(c, made.error);
    })
    .post("/series/preview", parse("json", previewSeriesSchema), async (c) => {
      const preview = await previewSeries(deps, c.get("actor"), c.req.valid("json"));
      return preview.ok ? c.json(preview.value) : refuse(c, preview.error);
    })
    .get("/series/:id", async (c) => {
      const found = await getSeries(deps, c.get("actor"), { seriesId: c.req.param("id") });
      if (!found.ok) return refuse(c, found.error);
      return c.json({ series: seriesView(c.get("language"), found.value, deps.clock.nowMs(), datesInFull) });
    })
    .patch("/series/:id", parse("json", v.omit(changeSeriesSchema, ["seriesId"])), async (c) => {
      const input = { ...c.req.valid("json"), seriesId: c.req.param("id") ?? "" };
      const done = await view(c, await changeSeries(deps, c.get("actor"), input));
      return done.ok ? c.json({ series: done.value }) : refuse(c, done.error);
    })
    .post("/series/:id/split", parse("json", v.omit(splitSeriesSchema, ["seriesId"])), async (c) => {
      const input = { ...c.req.valid("json"), seriesId: c.req.param("id") ?? "" };
      const done = await view(c, await splitSeries(deps, c.get("actor"), input));
      return done.ok ? c.json({ series: done.value }, 201) : refuse(c, done.error);
    });
};
