import { Hono } from "hono";
import * as v from "valibot";
import { type Evergreen, markEvergreen, markEvergreenSchema, stopEvergreen } from "#core/content/index.ts";
import { notFound } from "#core/kernel/failure.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { parse } from "../parse.ts";

const evergreenView = ({ minDays, maxRepeats, texts, active, repeats }: Evergreen) => ({
  ...{ minDays, maxRepeats, texts, active, repeats },
});

/** Whether and how a post is repeated in slots that stay empty. */
export const evergreenRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .get("/posts/:id/evergreen", async (c) => {
      const { workspaceId } = c.get("actor");
      const postId = c.req.param("id");
      if (!(await deps.posts.get(workspaceId, postId))) return refuse(c, notFound());
      const found = await deps.evergreens.get(workspaceId, postId);
      return c.json({ evergreen: found ? evergreenView(found) : undefined });
    })
    .put("/posts/:id/evergreen", parse("json", v.omit(markEvergreenSchema, ["postId"])), async (c) => {
      const input = { ...c.req.valid("json"), postId: c.req.param("id") ?? "" };
      const marked = await markEvergreen(deps, c.get("actor"), input);
      return marked.ok ? c.json({ evergreen: evergreenView(marked.value) }) : refuse(c, marked.error);
    })
    .delete("/posts/:id/evergreen", async (c) => {
      const stopped = await stopEvergreen(deps, c.get("actor"), { postId: c.req.param("id") });
      return stopped.ok ? c.json({ evergreen: evergreenView(stopped.value) }) : refuse(c, stopped.error);
    });
