import { Hono } from "hono";
import { readNorms, readStanding } from "#core/insights/index.ts";
import {
  applyToPlan,
  dismissRecommendation,
  effectsOf,
  listRecommendations,
  recommendationWords,
  takeAsTask,
  takeBack,
} from "#core/recommendations/index.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { taskView } from "../views/task.ts";

/** What the figures advise and what becomes of it, and what is usual for each kind of content. */
export const recommendationRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .get("/recommendations", async (c) => {
      const actor = c.get("actor");
      const found = await listRecommendations(deps, actor);
      if (!found.ok) return refuse(c, found.error);
      const channels = await deps.channels.list(actor.workspaceId);
      const names = new Map(channels.map(({ id, name }) => [id, name]));
      const effects = await effectsOf(deps, actor, found.value, channels);
      const recommendations = found.value.map((one) => ({
        ...one,
        effect: effects.get(one.id) ?? null,
        words: recommendationWords(c.get("language"), one, one.channelId && names.get(one.channelId)),
      }));
      return c.json({ recommendations });
    })
    .post("/recommendations/:id/task", async (c) => {
      const task = await takeAsTask(deps, c.get("actor"), { id: c.req.param("id") });
      return task.ok ? c.json({ task: taskView(task.value) }, 201) : refuse(c, task.error);
    })
    .post("/recommendations/:id/plan", async (c) => {
      const applied = await applyToPlan(deps, c.get("actor"), { id: c.req.param("id") });
      return applied.ok ? c.json({ changed: applied.value ?? null }) : refuse(c, applied.error);
    })
    .post("/recommendations/:id/dismiss", async (c) => {
      const dismissed = await dismissRecommendation(deps, c.get("actor"), { id: c.req.param("id") });
      return dismissed.ok ? c.body(null, 204) : refuse(c, dismissed.error);
    })
    .delete("/recommendations/:id/answer", async (c) => {
      const back = await takeBack(deps, c.get("actor"), { id: c.req.param("id") });
      return back.ok ? c.body(null, 204) : refuse(c, back.error);
    })
    .get("/channels/:id/norms", async (c) => {
      const norms = await readNorms(deps, c.get("actor"), { channelId: c.req.param("id") });
      return norms.ok ? c.json(norms.value) : refuse(c, norms.error);
    })
    .get("/publications/:id/standing", async (c) => {
      const standing = await readStanding(deps, c.get("actor"), { publicationId: c.req.param("id") });
      return standing.ok ? c.json({ standing: standing.value }) : refuse(c, standing.error);
    });
