import { failed } from "../../answers.ts";
import type { ChannelCall } from "../../connector.ts";
import type { GraphRequest } from "../../meta/graph.ts";
import { createdSchema, sentMessageSchema, successSchema } from "../../meta/wire.ts";
import type { MessageTarget, RepliesCapability, ReplyAnswer } from "../../replies.ts";
import { answeredComment, findReply } from "./find-reply.ts";
import { callGraph } from "./graph.ts";

/**
 * Answering and moderating. Comments have two levels, so an answer to a reply goes below the comment that the reply
 * answers. A direct message must follow the person's last one within 24 hours, or within seven days when a person writes
 * it, which Instagram checks; the author of a comment may be sent one message within seven days of it. Instagram offers no call that likes a comment. Sources: "Instagram Platform: IG Comment, IG
 * Comment Replies", "Messenger Platform: Send API".
 */
export const replies: RepliesCapability = {
  async reply(call, target, text) {
    if (target.privately) return send(call, { recipient: JSON.stringify({ comment_id: target.remoteId }) }, text);
    if (target.kind === "direct") return sendDirect(call, target, text);
    if (target.kind !== "comment") return impossible(`answering a ${target.kind} is not possible`);
    const path = `${answeredComment(target)}/replies`;
    const created = await callGraph(call, { method: "POST", path, form: { message: text } }, createdSchema);
    return created.ok ? { kind: "done", remoteId: created.value.id } : failed(created.error, true, call.nowMs);
  },
  findReply,
  setHidden: (call, target, hidden) =>
    onComment(call, target, { method: "POST", path: target.remoteId, form: { hide: String(hidden) } }),
  setLiked: async () => impossible("Instagram offers no call that likes a comment"),
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
  const sent = await callGraph(call, { method: "POST", path: "me/messages", form }, sentMessageSchema);
  return sent.ok ? { kind: "done", remoteId: sent.value.message_id } : failed(sent.error, true, call.nowMs);
}

/** Sets a state of a comment; each may be repeated. Nothing else has such a state. */
async function onComment(call: ChannelCall, target: MessageTarget, request: GraphRequest): Promise<ReplyAnswer> {
  if (target.kind !== "comment") return impossible(`not possible for a ${target.kind}`);
  const answer = await callGraph(call, request, successSchema);
  return answer.ok ? { kind: "done" } : failed(answer.error, false, call.nowMs);
}

const impossible = (message: string): ReplyAnswer => ({
  kind: "rejected",
  cause: { class: "invalid-content", rule: "not-possible-here", code: "not-possible-here", message },
});
