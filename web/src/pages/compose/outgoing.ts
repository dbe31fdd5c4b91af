import { type BaseContent, contentFor } from "#core/content/model.ts";
import { type LinkPlan, linkPlan, withOutgoingLinks } from "#core/links/outgoing.ts";
import { useCampaigns } from "../../api/campaigns.ts";
import type { Channel, PostDraft } from "../../api/contract.ts";
import { useLinkSettings } from "../../api/links.ts";

/** What is known of a post, stored or not, that decides how its links go out. */
type LinkedPost = Pick<PostDraft, "base" | "variants" | "tagging" | "campaignId"> & { readonly postId?: string };

/** As long as the id that a post gets when it is stored. */
const unknownId = `post_${"0".repeat(26)}`;

export interface Outgoing {
  /** What a channel shows, its links as they go out. */
  readonly contentOn: (channel: Channel) => BaseContent;
  /** The same with the places that its short links lead to. */
  readonly targetsOn: (channel: Channel) => BaseContent;
}

/** The post as it goes out: the same rules as on the server, as it is typed. A short link stands as dots until it is made. */
export function useOutgoing(post: LinkedPost): Outgoing {
  const stored = useLinkSettings().data;
  const campaign = useCampaigns().data?.campaigns.find(({ id }) => id === post.campaignId);
  const shownOn = (channel: Channel, change: Partial<LinkPlan>): BaseContent => {
    const { link, ...rest } = contentFor(post, channel.id);
    const content = { ...rest, ...(link?.trim() && { link: link.trim() }) };
    if (!stored) return content;
    const { platform, name: channelName } = channel;
    const owner = { platform, channelName, campaignCode: campaign?.code, postId: post.postId ?? unknownId };
    const plan = linkPlan(stored.settings, post.tagging, owner, stored.shortBase);
    return withOutgoingLinks({ ...plan, ...change }, content);
  };
  return {
    contentOn: (channel) => shownOn(channel, {}),
    targetsOn: (channel) => shownOn(channel, { shorten: false }),
  };
}
