import type * as v from "valibot";
import { clockSlackMs, comparable } from "../../compare.ts";
import type { ChannelCall } from "../../connector.ts";
import { toMs } from "../../meta/compare.ts";
import type { FindReplyAnswer, MessageTarget } from "../../replies.ts";
import { callGraph } from "./graph.ts";
import { answeredNode } from "./posts.ts";
import { type commentSchema, commentsSchema, conversationsSchema, privateConversationSchema } from "./wire.ts";

const fields = "id,message,from,created_time";

/** Looks for an answer of the page among the newest comments, or the newest messages of the conversation. */
export async function findReply(
  call: ChannelCall,
  target: MessageTarget,
  wanted: { text: string; armedAt: number },
): Promise<FindReplyAnswer> {
  if (target.privately) return findPrivate(call, target, wanted);
  const newest = await (target.kind === "direct" ? messages(call, target) : comments(call, answeredNode(target)));
  if (!newest.ok) return { kind: "unknown", cause: newest.error.cause };
  const first = earliestMatch(call, newest.value, wanted);
  return first ? { kind: "found", remoteId: first.id } : { kind: "absent" };
}

/** The conversation that a private answer began stands at its comment. Source: "Graph API Reference: Comment". */
async function findPrivate(
  call: ChannelCall,
  target: MessageTarget,
  wanted: { text: string; armedAt: number },
): Promise<FindReplyAnswer> {
  const query = { fields: `private_reply_conversation{messages.limit(50){${fields}}}` };
  const answer = await callGraph(call, { method: "GET", path: target.remoteId, query }, privateConversationSchema);
  if (!answer.ok) return { kind: "unknown", cause: answer.error.cause };
  const said = answer.value.private_reply_conversation?.messages?.data ?? [];
  const first = earliestMatch(call, said, wanted);
  return first ? { kind: "found", remoteId: first.id } : { kind: "absent" };
}

/** Looks for a comment of the page below a post, other than those that are known. */
export async function matchingComment(
  call: ChannelCall,
  node: string,
  wanted: { text: string; armedAt: number; knownRemoteIds: ReadonlySet<string> },
) {
  const newest = await comments(call, node);
  if (!newest.ok) return newest;
  const others = newest.value.filter(({ id }) => !wanted.knownRemoteIds.has(id));
  return { ok: true as const, value: earliestMatch(call, others, wanted) };
}

function earliestMatch<Said extends v.InferOutput<typeof commentSchema>>(
  call: ChannelCall,
  newest: readonly Said[],
  wanted: { text: string; armedAt: number },
): Said | undefined {
  const since = wanted.armedAt - clockSlackMs;
  const matches = newest
    .filter((it) => it.from === undefined || it.from.id === call.channelRemoteId)
    .filter((it) => toMs(it.created_time) >= since && comparable(it.message) === comparable(wanted.text))
    .sort((a, b) => toMs(a.created_time) - toMs(b.created_time));
  return matches[0];
}

async function comments(call: ChannelCall, node: string) {
  const path = `${node}/comments`;
  const query = { fields: `${fields},permalink_url`, filter: "stream", order: "reverse_chronological", limit: "100" };
  const answer = await callGraph(call, { method: "GET", path, query }, commentsSchema);
  return answer.ok ? { ok: true as const, value: answer.value.data } : answer;
}

async function messages(call: ChannelCall, target: MessageTarget) {
  const query = { user_id: target.authorRemoteId ?? "", fields: `id,messages.limit(50){${fields}}` };
  const request = { method: "GET", path: `${call.channelRemoteId}/conversations`, query } as const;
  const answer = await callGraph(call, request, conversationsSchema);
  return answer.ok
    ? { ok: true as const, value: answer.value.data.flatMap((conversation) => conversation.messages?.data ?? []) }
    : answer;
}
