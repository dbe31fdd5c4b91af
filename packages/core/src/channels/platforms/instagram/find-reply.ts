import { clockSlackMs, comparable } from "../../compare.ts";
import type { ChannelCall } from "../../connector.ts";
import { toMs } from "../../meta/compare.ts";
import type { FindReplyAnswer, MessageTarget } from "../../replies.ts";
import { callGraph } from "./graph.ts";
import { commentListSchema, conversationListSchema } from "./wire.ts";

interface Said {
  readonly id: string;
  readonly text?: string | undefined;
  /** Graph time. */
  readonly at: string;
  readonly from?: { readonly id: string } | undefined;
}

/** The comment below which an answer stands: replies are not answered themselves. */
export const answeredComment = (target: MessageTarget): string => target.parentRemoteId ?? target.remoteId;

/** Looks for an answer of the account among the replies of the comment, or the newest messages of the conversation. */
export async function findReply(
  call: ChannelCall,
  target: MessageTarget,
  wanted: { text: string; armedAt: number },
): Promise<FindReplyAnswer> {
  const newest = await (target.kind === "direct" || target.privately
    ? messages(call, target)
    : repliesBelow(call, target));
  if (!newest.ok) return { kind: "unknown", cause: newest.error.cause };
  const [first] = newest.value
    .filter(({ from }) => from === undefined || from.id === call.channelRemoteId)
    .filter(({ at, text }) => toMs(at) >= wanted.armedAt - clockSlackMs && comparable(text) === comparable(wanted.text))
    .toSorted((a, b) => toMs(a.at) - toMs(b.at));
  return first ? { kind: "found", remoteId: first.id } : { kind: "absent" };
}

async function repliesBelow(call: ChannelCall, target: MessageTarget) {
  const path = `${answeredComment(target)}/replies`;
  const query = { fields: "id,text,timestamp,from{id}", limit: "50" };
  const answer = await callGraph(call, { method: "GET", path, query }, commentListSchema);
  if (!answer.ok) return answer;
  return { ok: true as const, value: answer.value.data.map(({ timestamp: at, ...it }): Said => ({ ...it, at })) };
}

async function messages(call: ChannelCall, target: MessageTarget) {
  const fields = "id,messages.limit(50){id,message,from,created_time}";
  const query = { platform: "instagram", user_id: target.authorRemoteId ?? "", fields };
  const answer = await callGraph(call, { method: "GET", path: "me/conversations", query }, conversationListSchema);
  if (!answer.ok) return answer;
  const said = answer.value.data.flatMap((conversation) => conversation.messages?.data ?? []);
  const value = said.map(
    ({ id, from, message, created_time }): Said => ({ id, from, text: message, at: created_time }),
  );
  return { ok: true as const, value };
}
