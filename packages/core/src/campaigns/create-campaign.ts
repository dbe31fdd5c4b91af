import { authorize, type Workspaces } from "../access/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { derivedId } from "../kernel/derived-id.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { slugOf } from "../kernel/slug.ts";
import * as failures from "./failures.ts";
import type { Campaign, NewCampaign } from "./model.ts";
import type { Campaigns } from "./ports.ts";

export interface CreateCampaignDeps {
  readonly campaigns: Pick<Campaigns, "create">;
  readonly workspaces: Pick<Workspaces, "get">;
  readonly clock: Clock;
}

const longestCode = 50;

/**
 * Begins a campaign. Its id is made of its code, so that a workspace has each code once: links that are out carry it,
 * and figures of two campaigns would run together.
 */
export async function createCampaign(
  deps: CreateCampaignDeps,
  actor: Actor,
  input: NewCampaign,
): Promise<Result<Campaign, Failure>> {
  const allowed = authorize(actor, "manage-campaigns");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const workspace = await deps.workspaces.get(workspaceId);
  if (!workspace) return err(notFound());
  if (input.to < input.from) return err(failures.campaignEndsBeforeStart());
  const code = input.code ?? slugOf(input.name, longestCode);
  if (code === "") return err(failures.campaignCodeNeeded());
  const { budget, ...rest } = input;
  const campaign: Campaign = {
    ...rest,
    ...(budget !== undefined && { budget: { minorUnits: budget, currency: workspace.currency } }),
    id: campaignIdOf(workspaceId, code),
    workspaceId,
    code,
    archived: false,
    version: 1,
    createdBy: actorName(actor),
    createdAt: deps.clock.nowMs(),
  };
  return (await deps.campaigns.create(campaign)) ? ok(campaign) : err(failures.campaignCodeTaken(code));
}

/** The id of the campaign with this code, the same each time. */
export const campaignIdOf = (workspaceId: string, code: string): string => derivedId("camp", workspaceId, code);
