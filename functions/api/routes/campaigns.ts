import { Hono } from "hono";
import * as v from "valibot";
import {
  type Campaign,
  createCampaign,
  editCampaign,
  editCampaignSchema,
  listCampaigns,
  newCampaignSchema,
} from "#core/campaigns/index.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { parse } from "../parse.ts";

const campaignView = ({ workspaceId: _, createdBy: __, ...shown }: Campaign) => shown;

/** Campaigns, and the words that posts are filed under. */
export const campaignRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .get("/campaigns", async (c) => {
      const campaigns = await listCampaigns(deps, c.get("actor"));
      return c.json({ campaigns: campaigns.map(campaignView) });
    })
    .post("/campaigns", parse("json", newCampaignSchema), async (c) => {
      const made = await createCampaign(deps, c.get("actor"), c.req.valid("json"));
      return made.ok ? c.json({ campaign: campaignView(made.value) }, 201) : refuse(c, made.error);
    })
    .patch("/campaigns/:id", parse("json", v.omit(editCampaignSchema, ["campaignId"])), async (c) => {
      const input = { ...c.req.valid("json"), campaignId: c.req.param("id") ?? "" };
      const edited = await editCampaign(deps, c.get("actor"), input);
      return edited.ok ? c.json({ campaign: campaignView(edited.value) }) : refuse(c, edited.error);
    })
    .get("/suggestions", async (c) => {
      const { words } = await deps.wordBooks.get(c.get("actor").workspaceId);
      return c.json(words);
    });
