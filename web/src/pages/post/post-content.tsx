import { contentFor } from "#core/content/model.ts";
import { useChannels } from "../../api/channels.ts";
import type { PostView } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { whenOf } from "../../wording.ts";
import { Preview } from "../compose/preview.tsx";

/** The post as each of its channels shows it, and what stays inside. */
export function PostContent({ view: { post, publications, assets } }: { readonly view: PostView }) {
  const channels = (useChannels().data?.channels ?? []).filter(({ id }) => post.channelIds.includes(id));
  const texts = t().post;
  const whenOn = (channelId: string) => {
    const found = publications.find((one) => one.channelId === channelId && one.publishedAt !== undefined);
    return found?.publishedAt === undefined ? undefined : whenOf(found.publishedAt, found.timeZone);
  };
  return (
    <aside class="post-content" aria-label={texts.content}>
      {channels.map((channel) => {
        const { text, link, mediaIds, format } = contentFor(post, channel.id);
        const media = mediaIds.flatMap((id) => assets.find((asset) => asset.id === id) ?? []);
        return (
          <Preview
            key={channel.id}
            channel={channel}
            text={text}
            link={link}
            media={media}
            format={format}
            when={whenOn(channel.id)}
          />
        );
      })}
      <dl class="facts">
        {post.topic && (
          <div>
            <dt>{texts.topic}</dt>
            <dd>{post.topic}</dd>
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
