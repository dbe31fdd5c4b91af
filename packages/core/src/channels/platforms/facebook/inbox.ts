import type * as v from "valibot";
import { err, ok } from "../../../kernel/result.ts";
import type { ChannelCall, InboxCapability } from "../../connector.ts";
import type { InboundMessage } from "../../inbound.ts";
import { toMs } from "../../meta/compare.ts";
import { authorOf } from "../../meta/inbound-context.ts";
import type { Poll, PolledEntry } from "../../reviews.ts";
import { callGraph } from "./graph.ts";
import { ratings } from "./list-ratings.ts";
import { commentedFeedSchema, type commentSchema, type NestedComment, recentConversationsSchema } from "./wire.ts";

/** Comments are looked for below posts of the last 30 days; older ones have their webhooks alone. */
const recentMs = 30 * 86_400_000;
const said = "id,message,created_time,from";
const newest = "filter(stream).order(reverse_chronological).limit(50)";

/**
 * Comments below the page's posts, 25 posts a call, the newest 50 of each. Graph offers no list of all comments, and
 * `since` speaks of the posts' time. Source: "Graph API Reference: Page Feed, Object Comments".
 */
const comments: Poll = async (call, page) => {
  const fields = `id,created_time,comments.${newest}{${said},parent{id}}`;
  const query = { fields, limit: "25", ...(page ? { after: page } : {}) };
  const path = `${call.channelRemoteId}/feed`;
  const answer = await callGraph(call, { method: "GET", path, query }, commentedFeedSchema);
  if (!answer.ok) return err(answer.error.cause);
  const { data, paging } = answer.value;
  const oldest = Math.min(...data.map((post) => toMs(post.created_time)));
  const next = paging?.next && oldest > call.nowMs - recentMs ? paging.cursors?.after : undefined;
  const entries = data.flatMap((post) =>
    (post.comments?.data ?? []).map((one) => entryOf(toComment(call, post.id, one))),
  );
  return ok({ entries, next });
};

/** Conversations, 25 a call, the newest 25 messages of each. Source: "Graph API Reference: Page Conversations". */
const conversations: Poll = async (call, page) => {
  const fields = `id,participants,messages.limit(25){${said}}`;
  const query = { fields, limit: "25", ...(page ? { after: page } : {}) };
  const path = `${call.channelRemoteId}/conversations`;
  const answer = await callGraph(call, { method: "GET", path, query }, recentConversationsSchema);
  if (!answer.ok) return err(answer.error.cause);
  const { data, paging } = answer.value;
  const entries = data.flatMap(({ participants, messages }) => {
    const person = participants?.data.find(({ id }) => id !== call.channelRemoteId)?.id;
    return person ? (messages?.data ?? []).map((one) => entryOf(toDirect(call, person, one))) : [];
  });
  const oldest = Math.min(...entries.map(({ sortedAt }) => sortedAt));
  return ok({ entries, next: paging?.next && oldest > call.nowMs - recentMs ? paging.cursors?.after : undefined });
};

/** What the page's people wrote, asked for. */
export const inbox: InboxCapability = { comments, conversations, ratings };

const entryOf = (item: InboundMessage): PolledEntry => ({
  sortedAt: item.occurredAt,
  changedAt: item.occurredAt,
  items: [item],
});

function toComment(call: ChannelCall, postId: string, comment: NestedComment): InboundMessage {
  const parent = comment.parent?.id;
  return {
    ...spoken(call, comment),
    messageKind: "comment",
    threadRemoteId: parent ?? comment.id,
    ...(parent ? { parentRemoteId: parent } : {}),
    postRemoteId: postId,
  };
}

const toDirect = (call: ChannelCall, person: string, message: v.InferOutput<typeof commentSchema>): InboundMessage => ({
  ...spoken(call, message),
  messageKind: "direct",
  threadRemoteId: person,
});

function spoken(call: ChannelCall, { id, message, created_time, from }: v.InferOutput<typeof commentSchema>) {
  const author = authorOf(from?.id, from?.name);
  return {
    kind: "message" as const,
    change: "added" as const,
    channelRemoteId: call.channelRemoteId,
    occurredAt: toMs(created_time),
    remoteId: id,
    own: from?.id === call.channelRemoteId,
    text: message ?? "",
    attachments: [],
    ...(author ? { author } : {}),
  };
}
