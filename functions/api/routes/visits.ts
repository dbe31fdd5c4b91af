import { Hono } from "hono";
import * as v from "valibot";
import { daySchema } from "#core/kernel/time.ts";
import { readVisits } from "#core/visits/index.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { parse } from "../parse.ts";

const periodSchema = v.object({ from: daySchema, to: daySchema });

/** Visits of the site from social, as its analytics tell them. */
export const visitRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>().get("/visits", parse("query", periodSchema), async (c) => {
    const read = await readVisits(deps, c.get("actor"), c.req.valid("query"));
    return read.ok ? c.json(read.value) : refuse(c, read.error);
  });
