import * as v from "valibot";
import { versionSchema } from "../kernel/ids.ts";
import { moneySchema } from "../kernel/money.ts";
import { lineSchema } from "../kernel/text.ts";
import { daySchema, epochMsSchema } from "../kernel/time.ts";

/** Marks of our own palette that tell campaigns apart; none is a platform's colour. */
export const campaignColours = ["cornflower", "wheat", "poppy", "leaf", "plum", "slate"] as const;

/** What analytics know the campaign by: `utm_campaign`. */
export const campaignCodeSchema = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^[a-z0-9]+(?:[-_.][a-z0-9]+)*$/, "not a code"),
  v.maxLength(50),
);

const nameSchema = lineSchema(100);
const aimSchema = v.pipe(v.string(), v.trim(), v.maxLength(500));
const budgetSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** What a person writes of a campaign. The code may be left out: it is then made from the name. */
export const newCampaignSchema = v.object({
  name: nameSchema,
  aim: v.optional(aimSchema, ""),
  /** First and last day, in the workspace's zone. */
  from: daySchema,
  to: daySchema,
  /** Minor units of the workspace's currency. */
  budget: v.optional(budgetSchema),
  colour: v.optional(v.picklist(campaignColours), "cornflower"),
  code: v.optional(campaignCodeSchema),
});
export type NewCampaign = v.InferOutput<typeof newCampaignSchema>;

/** A change on top of `version`. What is absent stays; a budget of `null` is taken away. The code stays for ever. */
export const editCampaignSchema = v.object({
  campaignId: v.string(),
  version: versionSchema,
  name: v.optional(nameSchema),
  aim: v.optional(aimSchema),
  from: v.optional(daySchema),
  to: v.optional(daySchema),
  budget: v.optional(v.nullable(budgetSchema)),
  colour: v.optional(v.picklist(campaignColours)),
  archived: v.optional(v.boolean()),
});
export type EditCampaign = v.InferOutput<typeof editCampaignSchema>;

/** Posts with one aim, a period and a budget. */
export const campaignSchema = v.object({
  id: v.string(),
  workspaceId: v.string(),
  name: nameSchema,
  aim: aimSchema,
  from: daySchema,
  to: daySchema,
  budget: v.optional(moneySchema),
  colour: v.picklist(campaignColours),
  code: campaignCodeSchema,
  /** An archived campaign keeps its posts and takes no new ones. */
  archived: v.boolean(),
  version: v.number(),
  createdBy: v.string(),
  createdAt: epochMsSchema,
});
export type Campaign = v.InferOutput<typeof campaignSchema>;
