import { clockSlackMs, comparable } from "../../compare.ts";
import type { ChannelCall, FindAnswer, WantedPublication } from "../../connector.ts";
import { publishedText } from "../../published-text.ts";
import { callGoogle } from "./google.ts";
import { manifest } from "./manifest.ts";
import { postUrl, timeOf } from "./posts.ts";
import { type LocalPost, localPostSchema, localPostsSchema } from "./wire.ts";

/**
 * Looks for a post: by its name when that is known, else among the location's newest, by time, text, button and picture.
 * One that Google has refused is not there for anybody.
 */
export async function findPost(call: ChannelCall, wanted: WantedPublication): Promise<FindAnswer> {
  const { post: name } = wanted.receipts;
  if (name) {
    const post = await callGoogle(call, { method: "GET", on: "business", path: `v4/${name}` }, localPostSchema);
    if (post.ok) return post.value.state === "REJECTED" ? { kind: "absent" } : found(post.value);
    return post.error.cause.class === "not-found" ? { kind: "absent" } : { kind: "unknown", cause: post.error.cause };
  }
  const path = `v4/${call.channelRemoteId}/localPosts`;
  const request = { method: "GET", on: "business", path, query: [["pageSize", "100"]] } as const;
  const newest = await callGoogle(call, request, localPostsSchema);
  if (!newest.ok) return { kind: "unknown", cause: newest.error.cause };
  const since = wanted.armedAt - clockSlackMs;
  const [first] = newest.value.localPosts
    .filter((post) => post.state !== "REJECTED" && timeOf(post.createTime) >= since)
    .filter((post) => !wanted.knownRemoteIds.has(post.name) && isLike(post, wanted))
    .toSorted((a, b) => timeOf(a.createTime) - timeOf(b.createTime));
  return first ? found(first) : { kind: "absent" };
}

const found = (post: LocalPost): FindAnswer => ({ kind: "found", remoteId: post.name, url: postUrl(post) });

const isLike = (post: LocalPost, { content }: WantedPublication): boolean =>
  comparable(post.summary) === comparable(publishedText(manifest, content)) &&
  (post.callToAction?.url ?? "") === (content.link ?? "") &&
  post.media.length === content.media.length;
