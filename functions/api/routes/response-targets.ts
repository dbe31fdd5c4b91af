import { Hono } from "hono";
import * as v from "valibot";
import { changeResponseTargets, readResponseTargets, responseTargetsSchema } from "#core/inbox/index.ts";
import { versionSchema } from "#core/kernel/ids.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { parse } from "../parse.ts";

const versionedSchema = v.object({ targets: responseTargetsSchema, version: versionSchema });

/** How soon customers are answered, and in which hours. */
export const responseTargetRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .get("/response-targets", async (c) => c.json(await readResponseTargets(deps, c.get("actor"))))
    .put("/response-targets", parse("json", versionedSchema), async (c) => {
      const changed = await changeResponseTargets(deps, c.get("actor"), c.req.valid("json"));
      return changed.ok ? c.json(changed.value) : refuse(c, changed.error);
    });
