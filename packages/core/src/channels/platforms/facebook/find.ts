import { clockSlackMs, comparable } from "../../compare.ts";
import type { ChannelCall, FindAnswer, WantedPublication } from "../../connector.ts";
import { toMs } from "../../meta/compare.ts";
import { hasCard, publishedText } from "../../published-text.ts";
import { callGraph } from "./graph.ts";
import { manifest } from "./manifest.ts";
import { permalink, photoReceipt } from "./posts.ts";
import { videoPost } from "./publish-video.ts";
import { type FeedPost, feedSchema } from "./wire.ts";

const pageSize = 25;
const maxPages = 4;

/** Looks for a publication among what the page has posted since just before the visible step was armed. */
export async function findPublication(call: ChannelCall, wanted: WantedPublication): Promise<FindAnswer> {
  if (wanted.receipts.video) return findVideo(call, wanted.receipts.video);
  const since = wanted.armedAt - clockSlackMs;
  const candidates: FeedPost[] = [];
  let after: Record<string, string> = {};
  for (let page = 0; page < maxPages; page += 1) {
    const query = {
      fields: "id,created_time,message,permalink_url,from,attachments{target,unshimmed_url,subattachments}",
      limit: String(pageSize),
      since: String(Math.floor(since / 1000)),
      ...after,
    };
    const answer = await callGraph(call, { method: "GET", path: `${call.channelRemoteId}/feed`, query }, feedSchema);
    if (!answer.ok) return { kind: "unknown", cause: answer.error.cause };
    candidates.push(...answer.value.data.filter((post) => isCandidate(call, wanted, since, post)));
    const cursor = answer.value.paging?.next && answer.value.paging.cursors?.after;
    if (!cursor) return settle(candidates);
    after = { after: cursor };
  }
  const found = settle(candidates);
  if (found.kind === "found") return found;
  return { kind: "unknown", cause: { class: "unknown", code: "too-many-posts", message: "more posts than were read" } };
}

/** The earliest match: a later one with the same words is somebody else's act. */
function settle(matches: readonly FeedPost[]): FindAnswer {
  const first = [...matches].sort((a, b) => toMs(a.created_time) - toMs(b.created_time))[0];
  return first ? { kind: "found", remoteId: first.id, url: permalink(first) } : { kind: "absent" };
}

function isCandidate(call: ChannelCall, wanted: WantedPublication, since: number, post: FeedPost): boolean {
  if (wanted.knownRemoteIds.has(post.id) || toMs(post.created_time) < since) return false;
  if (post.from && post.from.id !== call.channelRemoteId) return false;
  const photos = wanted.content.media.map((_, index) => wanted.receipts[photoReceipt(index)]);
  if (photos.length > 0) return photos.some((id) => id !== undefined && photosOf(post).has(id));
  if (comparable(post.message) !== comparable(publishedText(manifest, wanted.content))) return false;
  return !hasCard(manifest, wanted.content) || !hasLinkOf(post) || sameLink(post, wanted.content.link ?? "");
}

const photosOf = (post: FeedPost): Set<string> =>
  new Set(
    (post.attachments?.data ?? []).flatMap((attachment) =>
      [attachment.target?.id, ...(attachment.subattachments?.data ?? []).map((sub) => sub.target?.id)].filter(
        (id) => id !== undefined,
      ),
    ),
  );

const hasLinkOf = (post: FeedPost): boolean => post.attachments?.data.some((it) => it.unshimmed_url) ?? false;

const sameLink = (post: FeedPost, link: string): boolean =>
  post.attachments?.data.some((it) => it.unshimmed_url && bareLink(it.unshimmed_url) === bareLink(link)) ?? false;

/** Facebook may add a slash or its click id to a link. */
function bareLink(link: string): string {
  if (!URL.canParse(link)) return link;
  const url = new URL(link);
  url.searchParams.delete("fbclid");
  return `${url.host}${url.pathname.replace(/\/$/, "")}?${url.searchParams}`;
}

async function findVideo(call: ChannelCall, video: string): Promise<FindAnswer> {
  const { known, published, post } = await videoPost(call, video);
  if (!known) return { kind: "unknown", cause: { class: "transient", code: "video", message: "not readable now" } };
  return published ? { kind: "found", ...post } : { kind: "absent" };
}
