import { err, ok } from "../../../kernel/result.ts";
import type { ChannelCall, InboxCapability } from "../../connector.ts";
import type { InboundMessage } from "../../inbound.ts";
import { toMs } from "../../meta/compare.ts";
import { authorOf } from "../../meta/inbound-context.ts";
import { coverOf, isComplete, longestRest, recentPage } from "../../meta/lists.ts";
import type { CoveredPlace, Poll, PolledEntry } from "../../reviews.ts";
import { callGraph } from "./graph.ts";
import { mention } from "./mention.ts";
import {
  type CommentedMedia,
  type CommentOnWire,
  commentedMediaSchema,
  type MessageOnWire,
  recentConversationsSchema,
} from "./wire.ts";

const said = "id,text,timestamp,username,from{id,username}";

/**
 * Comments below the account's media of the last 30 days, 25 media a call, the newest 50 of each with up to 25 replies;
 * older media have their webhooks alone. Instagram offers no list of all comments, and media say nothing of when they were
 * commented on: every page is walked. Sources: "Instagram Platform: IG User Media, IG Media Comments, IG Comment Replies".
 */
const comments: Poll = async (call, page) => {
  const fields = `id,timestamp,username,comments.limit(50){${said},replies.limit(25){${said}}}`;
  const query = { fields, limit: "25", ...(page ? { after: page } : {}) };
  const path = `${call.channelRemoteId}/media`;
  const answer = await callGraph(call, { method: "GET", path, query }, commentedMediaSchema);
  if (!answer.ok) return err(answer.error.cause);
  const { data, paging } = answer.value;
  const oldest = Math.min(...data.map(({ timestamp }) => toMs(timestamp)));
  const entries = data.flatMap((media) =>
    (media.comments?.data ?? []).flatMap((comment) => [
      entryOf(toComment(call, media, comment)),
      ...(comment.replies?.data ?? []).map((reply) => entryOf(toComment(call, media, reply, comment.id))),
    ]),
  );
  return ok({ entries, covers: data.flatMap(coversOf), next: recentPage(paging, oldest, call.nowMs) });
};

/**
 * What of a publication's comments is told whole: replies are nested in the comment that they answer, so that those of a
 * comment which is not listed are told of only where nothing at all was cut.
 */
function coversOf({ id, timestamp, comments: list }: CommentedMedia): CoveredPlace[] {
  const whole = (list?.data ?? []).filter(({ replies }) => isComplete(replies, 25));
  const place = { remoteId: id, since: toMs(timestamp) };
  if (isComplete(list, 50) && whole.length === (list?.data.length ?? 0)) return [{ ...place, kind: "post" }];
  const conversations = whole.map(
    (comment): CoveredPlace => ({ kind: "conversation", remoteId: comment.id, since: 0 }),
  );
  // Whoever begins a conversation stands in the list of comments, not among its own replies.
  return [coverOf({ ...place, kind: "top-level" }, list, 50), ...conversations];
}

/** Conversations, 25 a call, the newest 20 messages of each. Source: "Instagram Platform: Conversations API". */
const conversations: Poll = async (call, page) => {
  const fields = "id,updated_time,participants,messages.limit(20){id,message,created_time,from}";
  const query = { platform: "instagram", fields, limit: "25", ...(page ? { after: page } : {}) };
  const answer = await callGraph(call, { method: "GET", path: "me/conversations", query }, recentConversationsSchema);
  if (!answer.ok) return err(answer.error.cause);
  const { data, paging } = answer.value;
  const entries = data.flatMap(({ participants, messages }) => {
    const person = participants?.data.find(({ id }) => id !== call.channelRemoteId)?.id;
    return person ? (messages?.data ?? []).map((one) => entryOf(toDirect(call, person, one))) : [];
  });
  const completeSince = longestRest(data);
  const covers = data.flatMap(({ participants, messages }) => {
    const person = participants?.data.find(({ id }) => id !== call.channelRemoteId)?.id;
    return person ? [coverOf({ kind: "conversation", remoteId: person, since: 0 }, messages, 20)] : [];
  });
  return ok({ entries, completeSince, covers, next: recentPage(paging, completeSince, call.nowMs) });
};

/** What people wrote to the account, asked for. */
export const inbox: InboxCapability = { comments, conversations, mention };

const entryOf = (item: InboundMessage): PolledEntry => ({
  sortedAt: item.occurredAt,
  changedAt: item.occurredAt,
  items: [item],
});

/** The author of a comment may be given by the username alone; the account's own is that of its media. */
function toComment(
  call: ChannelCall,
  media: { readonly id: string; readonly username?: string | undefined },
  { id, text, timestamp, username, from }: CommentOnWire,
  parent?: string,
): InboundMessage {
  const author = authorOf(from?.id, from?.username ?? username);
  const isNamed = username !== undefined && username === media.username;
  return {
    ...common(call, timestamp),
    messageKind: "comment",
    remoteId: id,
    threadRemoteId: parent ?? id,
    ...(parent ? { parentRemoteId: parent } : {}),
    postRemoteId: media.id,
    ...(author ? { author } : {}),
    own: from?.id === call.channelRemoteId || isNamed,
    text: text ?? "",
  };
}

function toDirect(call: ChannelCall, person: string, message: MessageOnWire): InboundMessage {
  const { id, created_time, from } = message;
  return {
    ...common(call, created_time),
    messageKind: "direct",
    remoteId: id,
    threadRemoteId: person,
    ...(from ? { author: { remoteId: from.id, ...(from.username ? { name: from.username } : {}) } } : {}),
    own: from?.id === call.channelRemoteId,
    text: message.message ?? "",
  };
}

const common = (call: ChannelCall, time: string) => ({
  kind: "message" as const,
  change: "added" as const,
  channelRemoteId: call.channelRemoteId,
  occurredAt: toMs(time),
  attachments: [],
});
