import { Link } from "wouter-preact";
import { useCampaigns } from "../../api/campaigns.ts";
import { useChannels } from "../../api/channels.ts";
import type { Channel, PostView } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { whenOf } from "../../wording.ts";
import { CampaignDot } from "../campaigns/campaign-dot.tsx";
import { useOutgoing } from "../compose/outgoing.ts";
import { Preview } from "../compose/preview.tsx";

/** The post as each of its channels shows it, and what stays inside. */
export function PostContent({ view: { post, publications, assets } }: { readonly view: PostView }) {
  const channels = (useChannels().data?.channels ?? []).filter(({ id }) => post.channelIds.includes(id));
  const campaign = useCampaigns().data?.campaigns.find(({ id }) => id === post.campaignId);
  const { contentOn } = useOutgoing({ ...post, postId: post.id });
  const texts = t().post;
  const whenOn = (channelId: string) => {
    const found = publications.find((one) => one.channelId === channelId && one.publishedAt !== undefined);
    return found?.publishedAt === undefined ? undefined : whenOf(found.publishedAt, found.timeZone);
  };
  /** What was made for the channel already; else what would be made now. */
  const shownOn = (channel: Channel) => {
    const made = publications.find(({ channelId, state }) => channelId === channel.id && state !== "canceled");
    return { ...contentOn(channel), ...(made && { text: made.text, link: made.link }) };
  };
  return (
    <aside class="post-content" aria-label={texts.content}>
      {channels.map((channel) => {
        const { text, link, mediaIds, format, firstComment, thread } = shownOn(channel);
        const filesOf = (ids: readonly string[]) => ids.flatMap((id) => assets.find((asset) => asset.id === id) ?? []);
        return (
          <Preview
            key={channel.id}
            channel={channel}
            text={text}
            link={link}
            media={filesOf(mediaIds)}
            format={format}
            firstComment={firstComment}
            thread={thread?.map((part) => ({ text: part.text, media: filesOf(part.mediaIds) }))}
            when={whenOn(channel.id)}
          />
        );
      })}
      <dl class="facts">
        {campaign && (
          <div>
            <dt>{texts.campaign}</dt>
            <dd>
              <Link href="/campaigns" class="row">
                <CampaignDot colour={campaign.colour} />
                {campaign.name}
              </Link>
            </dd>
          </div>
        )}
        {post.topic && (
          <div>
            <dt>{texts.topic}</dt>
            <dd>{post.topic}</dd>
          </div>
        )}
        {post.targetCustomer && (
          <div>
            <dt>{texts.targetCustomer}</dt>
            <dd>{post.targetCustomer}</dd>
          </div>
        )}
        {post.labels && post.labels.length > 0 && (
          <div>
            <dt>{texts.labels}</dt>
            <dd class="row row-wrap">
              {post.labels.map((label) => (
                <span key={label} class="pill">
                  {label}
                </span>
              ))}
            </dd>
          </div>
        )}
        {post.notes && (
          <div>
            <dt>{texts.notes}</dt>
            <dd>{post.notes}</dd>
          </div>
        )}
      </dl>
    </aside>
  );
}
