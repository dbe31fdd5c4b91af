import { failed } from "../../answers.ts";
import { clockSlackMs, comparable } from "../../compare.ts";
import type { ChannelCall } from "../../connector.ts";
import type { FindReplyAnswer, RepliesCapability, ReplyAnswer } from "../../replies.ts";
import { callGoogle } from "./google.ts";
import { replyIdOf } from "./map.ts";
import { timeOf } from "./posts.ts";
import { emptySchema, replySchema, reviewSchema } from "./wire.ts";

const maxReplyBytes = 4096;

/**
 * Answering reviews. A review has one answer: writing another replaces it, and it can be taken away. Nothing else can be
 * done to a review. Source: "Business Profile APIs: reviews.updateReply, reviews.deleteReply".
 */
export const replies: RepliesCapability = {
  async reply(call, target, text) {
    if (target.kind !== "review") return impossible("only reviews can be answered");
    if (new TextEncoder().encode(text).length > maxReplyBytes) return impossible("an answer is 4,096 bytes at most");
    const path = `v4/${replyIdOf(target.remoteId)}`;
    const request = { method: "PUT", on: "business", path, json: { comment: text } } as const;
    const written = await callGoogle(call, request, replySchema);
    if (!written.ok) return failed(written.error, true, call.nowMs);
    return { kind: "done", remoteId: replyIdOf(target.remoteId) };
  },

  async findReply(call, target, { text, armedAt }): Promise<FindReplyAnswer> {
    const request = { method: "GET", on: "business", path: `v4/${target.remoteId}` } as const;
    const review = await callGoogle(call, request, reviewSchema);
    if (!review.ok) return { kind: "unknown", cause: review.error.cause };
    const { reviewReply: reply } = review.value;
    const isOurs =
      reply !== undefined &&
      comparable(reply.comment) === comparable(text) &&
      timeOf(reply.updateTime) >= armedAt - clockSlackMs;
    return isOurs ? { kind: "found", remoteId: replyIdOf(target.remoteId) } : { kind: "absent" };
  },

  async remove(call, target) {
    if (!target.remoteId.endsWith(replyIdOf(""))) return impossible("only our own answer can be removed");
    return removeReply(call, target.remoteId);
  },
  setHidden: async () => impossible("reviews cannot be hidden"),
  setLiked: async () => impossible("reviews cannot be liked"),
};

async function removeReply(call: ChannelCall, replyId: string): Promise<ReplyAnswer> {
  const removed = await callGoogle(call, { method: "DELETE", on: "business", path: `v4/${replyId}` }, emptySchema);
  if (removed.ok || removed.error.cause.class === "not-found") return { kind: "done" };
  return failed(removed.error, false, call.nowMs);
}

const impossible = (message: string): ReplyAnswer => ({
  kind: "rejected",
  cause: { class: "invalid-content", rule: "not-possible-here", code: "not-possible-here", message },
});
