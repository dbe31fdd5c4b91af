import { failed } from "../../answers.ts";
import type { ChannelCall, PublishCapability, PublishContent, PublishStep, StepAnswer } from "../../connector.ts";
import { createdSchema } from "../../meta/wire.ts";
import { hasCard, publishedText } from "../../published-text.ts";
import { findPublication } from "./find.ts";
import { firstComment } from "./first-comment.ts";
import { callGraph } from "./graph.ts";
import { manifest } from "./manifest.ts";
import { permalink, photoReceipt } from "./posts.ts";
import { videoSteps } from "./publish-video.ts";

/** Facebook fetches the media itself while the call is open; a step must end within 25 seconds. */
const fetchingTimeoutMs = 25_000;

/**
 * Publishing on a page. Photos are uploaded unpublished, one step each, and attached to one post; a video is uploaded
 * unpublished, waited for, then published. So exactly one call, the last, makes something visible. Source: "Pages API:
 * Posts"; "Graph API Reference: Page Photos, Page Feed".
 */
export const publish: PublishCapability = {
  nextStep(content, receipts) {
    if (content.media.some((media) => media.kind === "video")) return videoSteps(content, receipts);
    const missing = content.media.findIndex((_, index) => !receipts[photoReceipt(index)]);
    if (missing >= 0) return uploadPhoto(content, missing);
    const photos = content.media.map((_, index) => receipts[photoReceipt(index)] ?? "");
    return { name: "post", visible: true, run: (call) => post(call, content, photos) };
  },
  find: findPublication,
  followUps: firstComment,
};

function uploadPhoto(content: PublishContent, index: number): PublishStep {
  return {
    name: `upload-photo-${index + 1}`,
    mediaIndex: index,
    visible: false,
    run: async (call): Promise<StepAnswer> => {
      const media = content.media[index];
      const form = {
        url: media?.url ?? "",
        published: "false",
        ...(media?.altText ? { alt_text_custom: media.altText } : {}),
      };
      const request = {
        method: "POST",
        path: `${call.channelRemoteId}/photos`,
        form,
        timeoutMs: fetchingTimeoutMs,
      } as const;
      const uploaded = await callGraph(call, request, createdSchema);
      return uploaded.ok
        ? { kind: "pending", receipts: { [photoReceipt(index)]: uploaded.value.id }, afterMs: 0 }
        : failed(uploaded.error, false, call.nowMs);
    },
  };
}

async function post(call: ChannelCall, content: PublishContent, photos: readonly string[]): Promise<StepAnswer> {
  const text = publishedText(manifest, content);
  const form = {
    ...(text ? { message: text } : {}),
    ...(hasCard(manifest, content) && content.link ? { link: content.link } : {}),
    ...(photos.length > 0 ? { attached_media: JSON.stringify(photos.map((id) => ({ media_fbid: id }))) } : {}),
  };
  const created = await callGraph(
    call,
    { method: "POST", path: `${call.channelRemoteId}/feed`, query: { fields: "id,permalink_url" }, form },
    createdSchema,
  );
  if (!created.ok) return failed(created.error, true, call.nowMs);
  return { kind: "published", remoteId: created.value.id, url: permalink(created.value) };
}
