import type { Campaigns } from "../campaigns/index.ts";
import type { Channel } from "../channels/connected/index.ts";
import { type LinkPlan, type LinkSettingsStore, linkPlan } from "../links/index.ts";
import type { PostDraft } from "./model.ts";

/** What is read to know how a post's links go out. */
export interface LinkPlanDeps {
  readonly linkSettings: Pick<LinkSettingsStore, "get">;
  readonly campaigns: Pick<Campaigns, "get">;
  /** The product's own origin, where short links are. */
  readonly publicUrl: string;
}

/** As long as the id that a post gets when it is stored. */
const unknownId = `post_${"0".repeat(26)}`;

/** Where the short links of an installation begin. */
export const shortBaseOf = (publicUrl: string): string => `${publicUrl}/l/`;

/** How the links of a post, stored or not, go out on each channel. Reads the workspace's settings and the campaign once. */
export async function linkPlansFor(
  { linkSettings, campaigns, publicUrl }: LinkPlanDeps,
  workspaceId: string,
  post: Pick<PostDraft, "tagging" | "campaignId"> & { readonly id?: string },
): Promise<(channel: Pick<Channel, "platform" | "name">) => LinkPlan> {
  const { campaignId, tagging, id: postId = unknownId } = post;
  const [{ settings }, campaign] = await Promise.all([
    linkSettings.get(workspaceId),
    campaignId === undefined ? null : campaigns.get(workspaceId, campaignId),
  ]);
  return ({ platform, name: channelName }) => {
    const owner = { platform, channelName, campaignCode: campaign?.code, postId };
    return linkPlan(settings, tagging, owner, shortBaseOf(publicUrl));
  };
}
