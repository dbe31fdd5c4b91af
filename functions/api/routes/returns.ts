import { Hono } from "hono";
import * as v from "valibot";
import { chooseAdAccount, chooseAdAccountSchema, chosenAdAccounts, listAdAccounts } from "#core/ads/index.ts";
import { channelCalls } from "#core/channels/connected/index.ts";
import { daySchema } from "#core/kernel/time.ts";
import { readReturn } from "#core/returns/index.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { parse } from "../parse.ts";
import { titlesOf } from "../views/post-titles.ts";

const periodSchema = v.object({ from: daySchema, to: daySchema });

/** What was spent and what came of it, and the ad accounts whose spending is measured. */
export function returnRoutes(deps: ApiDeps) {
  const asking = { ...deps, channelCalls: channelCalls(deps) };
  return new Hono<ApiEnv>()
    .get("/returns", parse("query", periodSchema), async (c) => {
      const read = await readReturn(deps, c.get("actor"), c.req.valid("query"));
      if (!read.ok) return refuse(c, read.error);
      const postIds = read.value.publications.flatMap(({ postId }) => postId ?? []);
      return c.json({ ...read.value, titles: await titlesOf(deps, c.get("actor").workspaceId, postIds) });
    })
    .get("/ad-accounts", async (c) => {
      const chosen = await chosenAdAccounts(deps, c.get("actor"));
      if (!chosen.ok) return refuse(c, chosen.error);
      const channels = await deps.channels.list(c.get("actor").workspaceId);
      return c.json({
        accounts: chosen.value.map(({ workspaceId: _, chosenBy: __, ...shown }) => ({
          ...shown,
          /** Until when it may be read without another consent, epoch ms. */
          accessEndsAt: channels.find(({ id }) => id === shown.channelId)?.personTokenExpiresAt,
        })),
      });
    })
    .get("/channels/:id/ad-accounts", async (c) => {
      const offered = await listAdAccounts(asking, c.get("actor"), { channelId: c.req.param("id") });
      return offered.ok ? c.json({ accounts: offered.value }) : refuse(c, offered.error);
    })
    .put("/channels/:id/ad-account", parse("json", v.pick(chooseAdAccountSchema, ["accountId"])), async (c) => {
      const input = { channelId: c.req.param("id") ?? "", ...c.req.valid("json") };
      const chosen = await chooseAdAccount(asking, c.get("actor"), input);
      return chosen.ok ? c.json({ account: chosen.value?.account ?? null }) : refuse(c, chosen.error);
    });
}
