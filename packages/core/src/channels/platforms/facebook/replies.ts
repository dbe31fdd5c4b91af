import * as v from "valibot";
import { failed } from "../../answers.ts";
import type { ChannelCall } from "../../connector.ts";
import type { GraphRequest } from "../../meta/graph.ts";
import { createdSchema, sentMessageSchema, successSchema } from "../../meta/wire.ts";
import type { MessageTarget, RepliesCapability, ReplyAnswer } from "../../replies.ts";
import { findReply } from "./find-reply.ts";
import { callGraph } from "./graph.ts";
import { answeredNode } from "./posts.ts";

/**
 * Answering and moderating. Comments have two levels, so an answer to a reply goes on the comment that the reply answers;
 * a recommendation is answered by a comment on its story; a direct message must follow the person's last one within 24
 * hours, or within seven days when a person writes it, which Facebook checks. The author of a comment may be sent one message
 * within seven days of it. Sources: "Graph API Reference: Comment", "Messenger Platform: Send API", "Messenger Platform:
 * Private Replies".
 */
export const replies: RepliesCapability = {
  async reply(call, target, text) {
    if (target.privately) return send(call, { recipient: JSON.stringify({ comment_id: target.remoteId }) }, text);
    if (target.kind === "direct") return sendDirect(call, target, text);
    const path = `${answeredNode(target)}/comments`;
    const created = await callGraph(call, { method: "POST", path, form: { message: text } }, createdSchema);
    return created.ok ? { kind: "done", remoteId: created.value.id } : failed(created.error, true, call.nowMs);
  },
  findReply,
  setHidden: (call, target, hidden) =>
    onComment(call, target, { method: "POST", path: target.remoteId, form: { is_hidden: String(hidden) } }),
  setLiked: (call, target, liked) =>
    onComment(call, target, { method: liked ? "POST" : "DELETE", path: `${target.remoteId}/likes` }),
  async remove(call, target) {
    const removed = await onComment(call, target, { method: "DELETE", path: target.remoteId });
    return removed.kind === "rejected" && removed.cause.class === "not-found" ? { kind: "done" } : removed;
  },
};

async function sendDirect(call: ChannelCall, target: MessageTarget, text: string): Promise<ReplyAnswer> {
  if (!target.authorRemoteId) return impossible("a direct message without its person");
  const to = {
    recipient: JSON.stringify({ id: target.authorRemoteId }),
    ...(target.byHumanAgent ? { messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT" } : { messaging_type: "RESPONSE" }),
  };
  return send(call, to, text);
}

async function send(call: ChannelCall, to: Record<string, string>, text: string): Promise<ReplyAnswer> {
  const form = { ...to, message: JSON.stringify({ text }) };
  const request = { method: "POST", path: `${call.channelRemoteId}/messages`, form } as const;
  const sent = await callGraph(call, request, sentMessageSchema);
  return sent.ok ? { kind: "done", remoteId: sent.value.message_id } : failed(sent.error, true, call.nowMs);
}

/** Sets a state of a comment; each may be repeated. Direct messages have no such state. */
async function onComment(call: ChannelCall, target: MessageTarget, request: GraphRequest): Promise<ReplyAnswer> {
  if (target.kind === "direct" || target.kind === "review") return impossible(`not possible for a ${target.kind}`);
  const answer = await callGraph(call, request, v.union([successSchema, v.literal(true)]));
  return answer.ok ? { kind: "done" } : failed(answer.error, false, call.nowMs);
}

const impossible = (message: string): ReplyAnswer => ({
  kind: "rejected",
  cause: { class: "invalid-content", rule: "not-possible-here", code: "not-possible-here", message },
});
