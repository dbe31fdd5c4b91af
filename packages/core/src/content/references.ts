import type { Campaigns } from "../campaigns/index.ts";
import type { Channels } from "../channels/connected/index.ts";
import { withoutSites } from "../channels/sites.ts";
import type { Failure } from "../kernel/failure.ts";
import { campaignArchived, unknownAsset, unknownCampaign, unknownChannel } from "./errors.ts";
import { mediaIdsOf, type PostDraft } from "./model.ts";
import type { Assets } from "./ports.ts";

/** What a post may name. */
export interface ReferenceDeps {
  readonly assets: Pick<Assets, "getMany">;
  readonly channels: Pick<Channels, "list">;
  readonly campaigns: Pick<Campaigns, "get">;
}

/**
 * The failure of a post that names a channel, a file or a campaign its workspace does not have. Files may still be
 * uploading. An archived campaign takes no new posts; a post that was in it (`before`) may stay.
 */
export async function unknownParts(
  deps: ReferenceDeps,
  workspaceId: string,
  draft: PostDraft,
  before?: Pick<PostDraft, "campaignId">,
): Promise<Failure | null> {
  if (draft.campaignId !== undefined && draft.campaignId !== before?.campaignId) {
    const campaign = await deps.campaigns.get(workspaceId, draft.campaignId);
    if (!campaign) return unknownCampaign();
    if (campaign.archived) return campaignArchived(campaign.name);
  }
  const named = [...new Set([...draft.channelIds, ...Object.keys(draft.variants)])];
  if (named.length > 0) {
    const known = new Set(withoutSites(await deps.channels.list(workspaceId)).map((channel) => channel.id));
    const unknown = named.find((id) => !known.has(id));
    if (unknown !== undefined) return unknownChannel(unknown);
  }
  const mediaIds = mediaIdsOf(draft);
  if (mediaIds.length === 0) return null;
  const known = new Set((await deps.assets.getMany(workspaceId, mediaIds)).map((asset) => asset.id));
  const unknown = mediaIds.find((id) => !known.has(id));
  return unknown === undefined ? null : unknownAsset(unknown);
}
