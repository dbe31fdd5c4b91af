import { Hono } from "hono";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { todayView } from "../views/today.ts";

/** The first page: what needs a person now. */
export const todayRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>().get("/today", async (c) =>
    c.json(await todayView(deps, c.get("actor"), c.get("language"), c.get("workspace").timeZone)),
  );
