import { Hono } from "hono";
import * as v from "valibot";
import {
  altTextSchema,
  completeUpload,
  describeAsset,
  getAsset,
  requestUpload,
  requestUploadSchema,
} from "#core/content/index.ts";
import { notFound } from "#core/kernel/failure.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { parse } from "../parse.ts";
import { assetView } from "../views/asset.ts";

/** Files: room for an upload straight to the bucket, its completion, and looking at what is there. */
export const mediaRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .post("/media", parse("json", requestUploadSchema), async (c) => {
      const upload = await requestUpload(deps, c.get("actor"), c.req.valid("json"));
      if (!upload.ok) return refuse(c, upload.error);
      const { asset, url, headers, expiresAt } = upload.value;
      return c.json({ asset: assetView(asset), upload: { url, method: "PUT" as const, headers, expiresAt } }, 201);
    })
    .post("/media/:id/complete", parse("json", v.object({ altText: v.optional(altTextSchema) })), async (c) => {
      const assetId = c.req.param("id") ?? "";
      const { altText } = c.req.valid("json");
      const completed = await completeUpload(deps, c.get("actor"), { assetId });
      if (!completed.ok) return refuse(c, completed.error);
      if (altText === undefined || altText === completed.value.altText) {
        return c.json({ asset: assetView(completed.value) });
      }
      const described = await describeAsset(deps, c.get("actor"), { assetId, altText });
      return described.ok ? c.json({ asset: assetView(described.value) }) : refuse(c, described.error);
    })
    .get("/media/:id", async (c) => {
      const found = await getAsset(deps, c.get("actor"), { assetId: c.req.param("id") });
      if (!found.ok) return refuse(c, found.error);
      return found.value.url ? c.redirect(found.value.url) : refuse(c, notFound());
    });
