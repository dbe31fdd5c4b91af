import { Hono } from "hono";
import * as v from "valibot";
import { createExperiment, createExperimentSchema, removeExperiment } from "#core/content/index.ts";
import { type ExperimentResult, readBestTimes, readExperiments } from "#core/insights/index.ts";
import { scheduleExperiment, scheduleExperimentSchema } from "#core/publishing/index.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { parse } from "../parse.ts";
import { publicationView } from "../views/post.ts";

const experimentView = ({ experiment, ...result }: ExperimentResult) => {
  const { workspaceId: _, a: _a, b: _b, ...shown } = experiment;
  return { ...shown, ...result };
};

/** A/B tests with what has come of them, and the times at which a channel's posts did best. */
export const experimentRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .get("/experiments", async (c) => {
      const results = await readExperiments(deps, c.get("actor"));
      return results.ok ? c.json({ experiments: results.value.map(experimentView) }) : refuse(c, results.error);
    })
    .post("/experiments", parse("json", createExperimentSchema), async (c) => {
      const made = await createExperiment(deps, c.get("actor"), c.req.valid("json"));
      if (!made.ok) return refuse(c, made.error);
      const { workspaceId: _, ...experiment } = made.value;
      return c.json({ experiment }, 201);
    })
    .post("/experiments/:id/schedule", parse("json", v.omit(scheduleExperimentSchema, ["experimentId"])), async (c) => {
      const input = { ...c.req.valid("json"), experimentId: c.req.param("id") ?? "" };
      const scheduled = await scheduleExperiment(deps, c.get("actor"), input);
      if (!scheduled.ok) return refuse(c, scheduled.error);
      const publications = scheduled.value.map(({ publication, clockChange }) => ({
        ...publicationView(c.get("language"), publication),
        clockChange,
      }));
      return c.json({ publications });
    })
    .delete("/experiments/:id", async (c) => {
      const removed = await removeExperiment(deps, c.get("actor"), { experimentId: c.req.param("id") });
      return removed.ok ? c.body(null, 204) : refuse(c, removed.error);
    })
    .get("/channels/:id/best-times", async (c) => {
      const times = await readBestTimes(deps, c.get("actor"), { channelId: c.req.param("id") });
      return times.ok ? c.json(times.value) : refuse(c, times.error);
    });
