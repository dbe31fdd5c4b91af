import { Hono } from "hono";
import * as v from "valibot";
import {
  addFolder,
  altTextSchema,
  changeAsset,
  changeAssetSchema,
  completeUpload,
  folderSchema,
  getAsset,
  listMedia,
  listMediaSchema,
  previewS,
  removeFolder,
  requestUpload,
  requestUploadSchema,
} from "#core/content/index.ts";
import { notFound } from "#core/kernel/failure.ts";
import { removeAsset, whereUsed } from "#core/publishing/index.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { parse } from "../parse.ts";
import { assetView } from "../views/asset.ts";
import { publicationView } from "../views/post.ts";

/** Files: room for an upload straight to the bucket, its completion, the library with its folders. */
export const mediaRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .get("/media", parse("query", listMediaSchema), async (c) => {
      const page = await listMedia(deps, c.get("actor"), c.req.valid("query"));
      if (!page.ok) return refuse(c, page.error);
      return c.json({ assets: page.value.items.map(assetView), cursor: page.value.cursor });
    })
    .post("/media", parse("json", requestUploadSchema), async (c) => {
      const upload = await requestUpload(deps, c.get("actor"), c.req.valid("json"));
      if (!upload.ok) return refuse(c, upload.error);
      const { asset, url, headers, thumbnail, expiresAt } = upload.value;
      const target = (to: { url: string; headers: Readonly<Record<string, string>> }) => ({
        url: to.url,
        method: "PUT" as const,
        headers: to.headers,
        expiresAt,
      });
      return c.json(
        { asset: assetView(asset), upload: target({ url, headers }), thumbnail: thumbnail && target(thumbnail) },
        201,
      );
    })
    .get("/media/folders", async (c) => c.json({ folders: await deps.folders.list(c.get("actor").workspaceId) }))
    .post("/media/folders", parse("json", folderSchema), async (c) => {
      const added = await addFolder(deps, c.get("actor"), c.req.valid("json"));
      return added.ok ? c.json({ name: c.req.valid("json").name }, 201) : refuse(c, added.error);
    })
    .delete("/media/folders", parse("query", folderSchema), async (c) => {
      const removed = await removeFolder(deps, c.get("actor"), c.req.valid("query"));
      return removed.ok ? c.json({ removed: true }) : refuse(c, removed.error);
    })
    .post("/media/:id/complete", parse("json", v.object({ altText: v.optional(altTextSchema) })), async (c) => {
      const assetId = c.req.param("id") ?? "";
      const { altText } = c.req.valid("json");
      const completed = await completeUpload(deps, c.get("actor"), { assetId });
      if (!completed.ok) return refuse(c, completed.error);
      if (altText === undefined || altText === completed.value.altText) {
        return c.json({ asset: assetView(completed.value) });
      }
      const described = await changeAsset(deps, c.get("actor"), { assetId, altText });
      return described.ok ? c.json({ asset: assetView(described.value) }) : refuse(c, described.error);
    })
    .get("/media/:id", async (c) => {
      const found = await getAsset(deps, c.get("actor"), { assetId: c.req.param("id") });
      if (!found.ok) return refuse(c, found.error);
      return found.value.url ? c.redirect(found.value.url) : refuse(c, notFound());
    })
    .get("/media/:id/thumbnail", async (c) => {
      const found = await getAsset(deps, c.get("actor"), { assetId: c.req.param("id"), small: true });
      if (!found.ok) return refuse(c, found.error);
      if (!found.value.url) return refuse(c, notFound());
      // The browser asks again before the address ends.
      c.header("cache-control", `private, max-age=${previewS / 2}`);
      return c.redirect(found.value.url);
    })
    .patch("/media/:id", parse("json", v.omit(changeAssetSchema, ["assetId"])), async (c) => {
      const input = { ...c.req.valid("json"), assetId: c.req.param("id") ?? "" };
      const changed = await changeAsset(deps, c.get("actor"), input);
      return changed.ok ? c.json({ asset: assetView(changed.value) }) : refuse(c, changed.error);
    })
    .delete("/media/:id", async (c) => {
      const removed = await removeAsset(deps, c.get("actor"), { assetId: c.req.param("id") });
      return removed.ok ? c.json({ removed: true }) : refuse(c, removed.error);
    })
    .get("/media/:id/uses", async (c) => {
      const uses = await whereUsed(deps, c.get("actor"), { assetId: c.req.param("id") });
      if (!uses.ok) return refuse(c, uses.error);
      const posts = uses.value.map(({ post, publications }) => ({
        id: post.id,
        state: post.state,
        text: post.base.text.slice(0, 200),
        publications: publications.map((publication) => publicationView(c.get("language"), publication)),
      }));
      return c.json({ posts });
    });
