import * as v from "valibot";
import type { InboundItem, InboundMessage } from "../../inbound.ts";
import { authorOf, type ChangeContext, changeOf, ignored, occurredAt, unreadable } from "../../meta/inbound-context.ts";
import { type FeedChange, feedChangeSchema } from "./wire.ts";

/** Posts in the words of the feed: the page's own, or a visitor's on the page. */
const postItems: ReadonlySet<string> = new Set(["status", "post", "photo", "video", "share", "link", "album", "note"]);

/** A change of the `feed` field, which mixes comments, reactions and posts. Source: "Webhooks Reference: Page, feed". */
export function parseFeed(context: ChangeContext, value: unknown): InboundItem {
  const parsed = v.safeParse(feedChangeSchema, value);
  if (!parsed.success) return unreadable(context, "feed change");
  const change = parsed.output;
  if (change.item === "comment") return parseComment(context, change);
  const author = authorOfFeed(change);
  if (!postItems.has(change.item)) return ignored(context, change.item);
  if (!author || author.remoteId === context.channelRemoteId || !change.post_id)
    return ignored(context, `own ${change.item}`);
  return toMessage(context, change, { messageKind: "mention", remoteId: change.post_id });
}

/** A change of the `mention` field: somebody named the page in a post or comment; the sender is often not given. */
export function parseMention(context: ChangeContext, value: unknown): InboundItem {
  const parsed = v.safeParse(feedChangeSchema, value);
  const remoteId = parsed.success && (parsed.output.comment_id ?? parsed.output.post_id);
  if (!parsed.success || !remoteId) return unreadable(context, "mention");
  return toMessage(context, parsed.output, { messageKind: "mention", remoteId });
}

function parseComment(context: ChangeContext, change: FeedChange): InboundItem {
  if (!change.comment_id) return unreadable(context, "comment");
  return toMessage(context, change, { messageKind: "comment", remoteId: change.comment_id });
}

function toMessage(
  context: ChangeContext,
  value: FeedChange,
  is: Pick<InboundMessage, "messageKind" | "remoteId">,
): InboundItem {
  const change = changeOf(value.verb);
  if (!change) return ignored(context, `${value.item} ${value.verb}`);
  const author = authorOfFeed(value);
  // The parent of a top-level comment is the post; only a comment answered is a parent.
  const parent = value.parent_id && value.parent_id !== value.post_id ? value.parent_id : undefined;
  const isReply = parent !== undefined && parent !== is.remoteId && is.messageKind === "comment";
  return {
    kind: "message",
    channelRemoteId: context.channelRemoteId,
    occurredAt: occurredAt(context, change, value.created_time),
    change,
    ...is,
    threadRemoteId: isReply ? parent : is.remoteId,
    ...(isReply ? { parentRemoteId: parent } : {}),
    ...(value.post_id ? { postRemoteId: value.post_id } : {}),
    ...(author ? { author } : {}),
    own: author?.remoteId === context.channelRemoteId,
    ...(change === "added" || change === "edited" ? { text: value.message ?? "" } : {}),
    attachments: [
      ...(value.photo ? [{ type: "image", url: value.photo }] : []),
      ...(value.video ? [{ type: "video", url: value.video }] : []),
    ],
  };
}

const authorOfFeed = (value: FeedChange) =>
  authorOf(value.from?.id, value.from?.name) ?? authorOf(value.sender_id, value.sender_name);
