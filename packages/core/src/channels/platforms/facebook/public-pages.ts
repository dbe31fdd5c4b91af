import { err, ok, type Result } from "../../../kernel/result.ts";
import { excerpt } from "../../../kernel/text.ts";
import type { ChannelCall } from "../../connector.ts";
import type { ConnectorError } from "../../errors.ts";
import { type Figure, figure, notAvailable } from "../../measurement.ts";
import { toMs } from "../../meta/compare.ts";
import { proofOf } from "../../meta/login.ts";
import {
  openingLength,
  type PublicPagesCapability,
  type PublicPost,
  type PublicPostKind,
  type PublicPosts,
} from "../../public-pages.ts";
import { callGraph } from "./graph.ts";
import { handleOf } from "./handle.ts";
import { type PublicPostOnWire, publicPageSchema, publicPostListSchema } from "./wire.ts";

const pageFields = "id,name,link,followers_count";
const postFields = [
  "id,created_time,message,permalink_url,shares,attachments{media_type}",
  "reactions.summary(total_count).limit(0),comments.summary(total_count).limit(0)",
].join();
const postsAPage = 50;
/** It bounds the walk: what is older than so many pages is not known. */
const mostPages = 4;

/**
 * A page that is not ours, as "Page Public Content Access" lets an app see it; with "Page Public Metadata Access" alone
 * its followers are told and its posts are refused (code 10). Such calls carry `appsecret_proof`. Sources: "Page Public
 * Content Access", "Page Public Metadata Access", "Graph API Reference: Page, Page Feed".
 */
export const publicPages: PublicPagesCapability = {
  shows: "public-pages",
  needs: "Page Public Content Access",
  handleOf,
  async read(call, { app, handle, since }) {
    let usage = 0;
    const caller: Caller = {
      ...call,
      proof: proofOf(app, call.accessToken),
      onUsage: (share) => {
        usage = Math.max(usage, share);
      },
    };
    const path = handle ?? call.channelRemoteId;
    const query = { fields: pageFields, appsecret_proof: caller.proof };
    const page = await callGraph(caller, { method: "GET", path, query }, publicPageSchema);
    if (!page.ok) return err(page.error.cause);
    const posts = await postsSince(caller, page.value.id, since);
    if (!posts.ok) return posts;
    const { id, name, link, followers_count } = page.value;
    return ok({
      remoteId: id,
      handle: id,
      name,
      url: link ?? `https://www.facebook.com/${id}`,
      followers: figureOf(followers_count),
      posts: posts.value,
      usage,
    });
  },
};

type Caller = ChannelCall & { readonly proof: string; readonly onUsage: (share: number) => void };

async function postsSince(caller: Caller, id: string, since: number): Promise<Result<PublicPosts, ConnectorError>> {
  const posts: PublicPost[] = [];
  let after: Record<string, string> = {};
  for (let page = 0; page < mostPages; page += 1) {
    const bounds = { since: String(Math.floor(since / 1000)), limit: String(postsAPage) };
    const query = { fields: postFields, appsecret_proof: caller.proof, ...bounds, ...after };
    const answer = await callGraph(caller, { method: "GET", path: `${id}/posts`, query }, publicPostListSchema);
    if (!answer.ok) {
      const { cause } = answer.error;
      return cause.class === "permission" ? ok({ available: false, reason: "no-permission" }) : err(cause);
    }
    posts.push(...answer.value.data.map(toPost));
    const cursor = answer.value.paging?.next && answer.value.paging.cursors?.after;
    if (!cursor) return ok(known(posts, since));
    after = { after: cursor };
  }
  return ok(known(posts, posts.at(-1)?.publishedAt ?? since));
}

const known = (posts: readonly PublicPost[], completeFrom: number): PublicPosts => ({
  available: true,
  posts: posts.filter(({ publishedAt }) => publishedAt >= completeFrom),
  completeFrom,
});

const kinds: Readonly<Record<string, PublicPostKind>> = {
  photo: "image",
  album: "carousel",
  video: "video",
  link: "link",
};

function toPost(post: PublicPostOnWire): PublicPost {
  const [attachment] = post.attachments?.data ?? [];
  return {
    remoteId: post.id,
    url: post.permalink_url ?? null,
    publishedAt: toMs(post.created_time),
    kind: attachment ? (kinds[attachment.media_type ?? ""] ?? null) : "text",
    opening: excerpt(post.message ?? "", openingLength),
    reactions: figureOf(post.reactions?.summary?.total_count),
    comments: figureOf(post.comments?.summary?.total_count),
    // Facebook leaves the field out when nobody has shared.
    shares: figure(post.shares?.count ?? 0),
  };
}

const figureOf = (count: number | null | undefined): Figure =>
  typeof count === "number" ? figure(count) : notAvailable("not-given-by-platform");
