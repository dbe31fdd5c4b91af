import type * as v from "valibot";
import { err, ok } from "../../../kernel/result.ts";
import type { ChannelCall, InboxCapability } from "../../connector.ts";
import type { InboundMessage } from "../../inbound.ts";
import { toMs } from "../../meta/compare.ts";
import { authorOf } from "../../meta/inbound-context.ts";
import { coverOf, longestRest, recentPage } from "../../meta/lists.ts";
import type { Poll, PolledEntry } from "../../reviews.ts";
import { callGraph } from "./graph.ts";
import { ratings } from "./list-ratings.ts";
import { commentedFeedSchema, type commentSchema, type NestedComment, recentConversationsSchema } from "./wire.ts";

const said = "id,message,created_time,from";
const newest = "filter(stream).order(reverse_chronological).limit(50)";

/**
 * Comments below the page's posts of the last 30 days, 25 posts a call, the newest 50 of each; older posts have their
 * webhooks alone. Graph offers no list of all comments, `since` speaks of the posts' time, and a post says nothing of when
 * it was commented on: every page is walked. Source: "Graph API Reference: Page Feed, Object Comments".
 */
const comments: Poll = async (call, page) => {
  const fields = `id,created_time,comments.${newest}{${said},parent{id}}`;
  const query = { fields, limit: "25", ...(page ? { after: page } : {}) };
  const path = `${call.channelRemoteId}/feed`;
  const answer = await callGraph(call, { method: "GET", path, query }, commentedFeedSchema);
  if (!answer.ok) return err(answer.error.cause);
  const { data, paging } = answer.value;
  const oldest = Math.min(...data.map((post) => toMs(post.created_time)));
  const entries = data.flatMap((post) =>
    (post.comments?.data ?? []).map((one) => entryOf(toComment(call, post.id, one))),
  );
  const covers = data.map((post) =>
    coverOf({ kind: "post", remoteId: post.id, since: toMs(post.created_time) }, post.comments, 50),
  );
  return ok({ entries, covers, next: recentPage(paging, oldest, call.nowMs) });
};

/** Conversations, 25 a call, the newest 25 messages of each. Source: "Graph API Reference: Page Conversations". */
const conversations: Poll = async (call, page) => {
  const fields = `id,updated_time,participants,messages.limit(25){${said}}`;
  const query = { fields, limit: "25", ...(page ? { after: page } : {}) };
  const path = `${call.channelRemoteId}/conversations`;
  const answer = await callGraph(call, { method: "GET", path, query }, recentConversationsSchema);
  if (!answer.ok) return err(answer.error.cause);
  const { data, paging } = answer.value;
  const entries = data.flatMap(({ participants, messages }) => {
    const person = participants?.data.find(({ id }) => id !== call.channelRemoteId)?.id;
    return person ? (messages?.data ?? []).map((one) => entryOf(toDirect(call, person, one))) : [];
  });
  const completeSince = longestRest(data);
  const covers = data.flatMap(({ participants, messages }) => {
    const person = participants?.data.find(({ id }) => id !== call.channelRemoteId)?.id;
    return person ? [coverOf({ kind: "conversation", remoteId: person, since: 0 }, messages, 25)] : [];
  });
  return ok({ entries, completeSince, covers, next: recentPage(paging, completeSince, call.nowMs) });
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
