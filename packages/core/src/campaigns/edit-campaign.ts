import { authorize, type Workspaces } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import { conflict, type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { campaignEndsBeforeStart } from "./failures.ts";
import type { Campaign, EditCampaign } from "./model.ts";
import type { Campaigns } from "./ports.ts";

export interface EditCampaignDeps {
  readonly campaigns: Pick<Campaigns, "get" | "save">;
  readonly workspaces: Pick<Workspaces, "get">;
}

/** Changes, archives or brings back a campaign. Its posts stay with it. Fails when `version` is not the newest. */
export async function editCampaign(
  deps: EditCampaignDeps,
  actor: Actor,
  input: EditCampaign,
): Promise<Result<Campaign, Failure>> {
  const allowed = authorize(actor, "manage-campaigns");
  if (!allowed.ok) return allowed;
  const [found, workspace] = await Promise.all([
    deps.campaigns.get(actor.workspaceId, input.campaignId),
    deps.workspaces.get(actor.workspaceId),
  ]);
  if (!found || !workspace) return err(notFound());
  if (found.version !== input.version) return err(conflict("changed-meanwhile"));
  const next = changed(found, input, workspace.currency);
  if (next.to < next.from) return err(campaignEndsBeforeStart());
  const saved = await deps.campaigns.save(next);
  return saved ? ok(saved) : err(conflict("changed-meanwhile"));
}

function changed(found: Campaign, input: EditCampaign, currency: string): Campaign {
  const { campaignId: _id, version: _version, budget, ...fields } = input;
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const { budget: before, ...rest } = found;
  const next = budget === undefined ? before : budget === null ? undefined : { minorUnits: budget, currency };
  return { ...rest, ...given, ...(next && { budget: next }) };
}
