import { Hono } from "hono";
import * as v from "valibot";
import { type ExchangeRate, keepRate, keepRateSchema, readRates, removeRate } from "#core/currencies/index.ts";
import { monthSchema } from "#core/kernel/time.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { parse } from "../parse.ts";

const monthsSchema = v.object({ from: monthSchema, to: monthSchema });
/** Which state of a rate is meant. */
const placeSchema = v.object({
  ...v.pick(keepRateSchema, ["month", "from"]).entries,
  version: v.pipe(v.string(), v.regex(/^\d{1,15}$/, "not a number"), v.transform(Number)),
});

const rateView = ({ workspaceId: _, by: __, ...shown }: ExchangeRate) => shown;

/** What other currencies are in the workspace's own, month by month. */
export const rateRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .get("/exchange-rates", parse("query", monthsSchema), async (c) => {
      const read = await readRates(deps, c.get("actor"), c.req.valid("query"));
      if (!read.ok) return refuse(c, read.error);
      return c.json({ currency: read.value.currency, rates: read.value.rates.map(rateView) });
    })
    .put("/exchange-rates", parse("json", keepRateSchema), async (c) => {
      const kept = await keepRate(deps, c.get("actor"), c.req.valid("json"));
      return kept.ok ? c.json({ rate: rateView(kept.value) }) : refuse(c, kept.error);
    })
    .delete("/exchange-rates", parse("query", placeSchema), async (c) => {
      const removed = await removeRate(deps, c.get("actor"), c.req.valid("query"));
      return removed.ok ? c.json({ removed: true }) : refuse(c, removed.error);
    });
