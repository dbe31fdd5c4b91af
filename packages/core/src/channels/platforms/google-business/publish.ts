import { failed } from "../../answers.ts";
import type { ChannelCall, PublishCapability, PublishContent, PublishStep, StepAnswer } from "../../connector.ts";
import { publishedText } from "../../published-text.ts";
import { findPost } from "./find.ts";
import { callGoogle } from "./google.ts";
import { manifest } from "./manifest.ts";
import { postUrl } from "./posts.ts";
import { type LocalPost, localPostSchema } from "./wire.ts";

/** Google fetches the picture itself while the call is open; a step must end within 25 seconds. */
const fetchingTimeoutMs = 25_000;
const firstLookMs = 5_000;
const nextLookMs = 30_000;

/**
 * Publishing on a location: one call makes the post, with its picture and its button. Google may still examine it then;
 * it is looked at until it is live or refused. Source: "Business Profile APIs: localPosts".
 */
export const publish: PublishCapability = {
  nextStep(content, receipts) {
    const { post } = receipts;
    if (post) return { name: "look", visible: false, run: (call) => look(call, post) };
    return create(content);
  },
  find: findPost,
};

const create = (content: PublishContent): PublishStep => ({
  name: "post",
  visible: true,
  ...(content.media.length > 0 ? { mediaIndex: 0 } : {}),
  run: async (call) => {
    const text = publishedText(manifest, content);
    const json = {
      topicType: "STANDARD",
      ...(text && { summary: text }),
      ...(content.link && { callToAction: { actionType: "LEARN_MORE", url: content.link } }),
      ...(content.media.length > 0 && {
        media: content.media.map(({ url }) => ({ mediaFormat: "PHOTO", sourceUrl: url })),
      }),
    };
    const path = `v4/${call.channelRemoteId}/localPosts`;
    const request = { method: "POST", on: "business", path, json, timeoutMs: fetchingTimeoutMs } as const;
    const made = await callGoogle(call, request, localPostSchema);
    return made.ok ? standing(made.value, firstLookMs) : failed(made.error, true, call.nowMs);
  },
});

async function look(call: ChannelCall, name: string): Promise<StepAnswer> {
  const post = await callGoogle(call, { method: "GET", on: "business", path: `v4/${name}` }, localPostSchema);
  return post.ok ? standing(post.value, nextLookMs) : failed(post.error, false, call.nowMs);
}

/** What a post's state means. */
function standing(post: LocalPost, afterMs: number): StepAnswer {
  if (post.state === "LIVE") return { kind: "published", remoteId: post.name, url: postUrl(post) };
  if (post.state !== "REJECTED") return { kind: "pending", receipts: { post: post.name }, afterMs };
  const message = "Google refused the post after examining it";
  return {
    kind: "rejected",
    cause: { class: "invalid-content", rule: "community-standards", code: "REJECTED", message },
  };
}
