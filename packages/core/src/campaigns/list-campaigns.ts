import type { Actor } from "../kernel/actor.ts";
import type { Campaign } from "./model.ts";
import type { Campaigns } from "./ports.ts";

/** The campaigns of the actor's workspace: the running and coming ones before the archived, the newest period first. */
export async function listCampaigns(
  deps: { campaigns: Pick<Campaigns, "list"> },
  actor: Actor,
): Promise<readonly Campaign[]> {
  const all = await deps.campaigns.list(actor.workspaceId);
  return all.toSorted(
    (a, b) =>
      Number(a.archived) - Number(b.archived) || b.from.localeCompare(a.from) || a.name.localeCompare(b.name, "uk"),
  );
}
