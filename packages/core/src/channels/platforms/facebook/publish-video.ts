import { failed } from "../../answers.ts";
import type { ChannelCall, PublishContent, PublishStep, Receipts, StepAnswer } from "../../connector.ts";
import { createdSchema, successSchema } from "../../meta/wire.ts";
import { publishedText } from "../../published-text.ts";
import { callGraph } from "./graph.ts";
import { manifest } from "./manifest.ts";
import { videoSchema } from "./wire.ts";

/** How long to wait between two looks at a video that is being processed, ms. */
const processingWaitMs = 10_000;
/** Facebook fetches the file by itself; a step must end within 25 seconds. */
const fetchingTimeoutMs = 25_000;
/** For looking at a video after it was published, within the same step. */
const lookingTimeoutMs = 8_000;

/**
 * A video: uploaded unpublished from its address, looked at until it is processed, then published by one call.
 * Source: "Graph API Reference: Page Videos (file_url, published); Video (status, published)".
 */
export function videoSteps(content: PublishContent, receipts: Receipts): PublishStep {
  const video = receipts.video;
  if (!video) return { name: "upload-video", mediaIndex: 0, visible: false, run: (call) => upload(call, content) };
  if (!receipts.videoReady)
    return { name: "check-video", mediaIndex: 0, visible: false, run: (call) => check(call, video) };
  return { name: "publish-video", visible: true, run: (call) => publishVideo(call, video) };
}

async function upload(call: ChannelCall, content: PublishContent): Promise<StepAnswer> {
  const form = {
    file_url: content.media[0]?.url ?? "",
    description: publishedText(manifest, content),
    published: "false",
  };
  const request = {
    method: "POST",
    path: `${call.channelRemoteId}/videos`,
    form,
    timeoutMs: fetchingTimeoutMs,
  } as const;
  const uploaded = await callGraph(call, request, createdSchema);
  if (!uploaded.ok) return failed(uploaded.error, false, call.nowMs);
  return { kind: "pending", receipts: { video: uploaded.value.id }, afterMs: processingWaitMs };
}

async function check(call: ChannelCall, video: string): Promise<StepAnswer> {
  const looked = await callGraph(call, { method: "GET", path: video, query: { fields: "id,status" } }, videoSchema);
  if (!looked.ok) return failed(looked.error, false, call.nowMs);
  const status = looked.value.status?.video_status;
  if (status === "ready") return { kind: "pending", receipts: { videoReady: "yes" }, afterMs: 0 };
  if (status === "error" || status === "expired") {
    const message = "the video could not be processed";
    return { kind: "rejected", cause: { class: "invalid-content", rule: "video-unreadable", code: status, message } };
  }
  return { kind: "pending", receipts: {}, afterMs: processingWaitMs };
}

async function publishVideo(call: ChannelCall, video: string): Promise<StepAnswer> {
  const request = { method: "POST", path: video, form: { published: "true" } } as const;
  const answer = await callGraph(call, request, successSchema);
  if (!answer.ok) return failed(answer.error, true, call.nowMs);
  return { kind: "published", ...(await videoPost(call, video)).post };
}

/** Where a video's post is, and whether it is published; `known` is false when Facebook could not be asked. */
export async function videoPost(
  call: ChannelCall,
  video: string,
): Promise<{ known: boolean; published: boolean; post: { remoteId: string; url: string } }> {
  const query = { fields: "id,published,post_id,permalink_url" };
  const request = { method: "GET", path: video, query, timeoutMs: lookingTimeoutMs } as const;
  const looked = await callGraph(call, request, videoSchema);
  // A page's video is also reachable as a post of the page under the video's own id, should `post_id` lag behind.
  const own = `${call.channelRemoteId}_${video}`;
  const found = looked.ok ? looked.value : undefined;
  const postId = found?.post_id;
  const remoteId = postId ? (postId.includes("_") ? postId : `${call.channelRemoteId}_${postId}`) : own;
  const url = new URL(found?.permalink_url ?? `/${remoteId}`, "https://www.facebook.com").href;
  return { known: looked.ok, published: found?.published === true, post: { remoteId, url } };
}
