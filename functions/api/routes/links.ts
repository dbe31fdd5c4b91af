import { Hono } from "hono";
import * as v from "valibot";
import { getPost, shortBaseOf } from "#core/content/index.ts";
import { versionSchema } from "#core/kernel/ids.ts";
import { linkSettingsSchema } from "#core/links/index.ts";
import { publicationsOf } from "#core/publishing/index.ts";
import { changeLinkSettings } from "#core/short-links/index.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { parse } from "../parse.ts";

const versionedSchema = v.object({
  settings: linkSettingsSchema,
  version: versionSchema,
});

/** How links go out, and how often they were followed. */
export const linkRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .get("/link-settings", async (c) => {
      const found = await deps.linkSettings.get(c.get("actor").workspaceId);
      return c.json({ ...found, shortBase: shortBaseOf(deps.publicUrl) });
    })
    .put("/link-settings", parse("json", versionedSchema), async (c) => {
      const changed = await changeLinkSettings(deps, c.get("actor"), c.req.valid("json"));
      return changed.ok
        ? c.json({ ...changed.value, shortBase: shortBaseOf(deps.publicUrl) })
        : refuse(c, changed.error);
    })
    .get("/posts/:id/clicks", async (c) => {
      const actor = c.get("actor");
      const post = await getPost(deps, actor, { postId: c.req.param("id") });
      if (!post.ok) return refuse(c, post.error);
      const publications = await publicationsOf(deps.publications, post.value);
      const clicks = publications.map(async ({ id, channelId }) => {
        const days = await deps.clicks.ofPublication(actor.workspaceId, id);
        return { publicationId: id, channelId, total: days.reduce((sum, { clicks: more }) => sum + more, 0), days };
      });
      return c.json({ publications: await Promise.all(clicks) });
    });
