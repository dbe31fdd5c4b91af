import type { Change } from "../../meta/announce.ts";
import { adOf } from "./ads.ts";
import type { Comment, DirectMessage, Lead, Person, Post, Reaction, Recommendation } from "./model.ts";

/* What Facebook's webhooks say of each thing that happens. */

const seconds = (ms: number): number => Math.floor(ms / 1000);
const feed = (pageId: string, at: number, value: unknown): Change => ({ entryId: pageId, at, field: "feed", value });

export function commentChange(
  comment: Comment,
  verb: "add" | "edited" | "remove" | "hide" | "unhide",
  at: number,
): Change {
  const facts = {
    item: "comment",
    verb,
    comment_id: comment.id,
    post_id: comment.postId,
    parent_id: comment.parentId ?? comment.postId,
    from: comment.from,
    created_time: seconds(comment.createdAt),
  };
  return feed(comment.pageId, at, verb === "remove" ? facts : { ...facts, message: comment.message });
}

/** A comment on a recommendation comes in the `ratings` field. */
export const storyCommentChange = (comment: Comment, verb: string, at: number): Change => ({
  entryId: comment.pageId,
  at,
  field: "ratings",
  value: {
    item: "comment",
    verb,
    open_graph_story_id: comment.postId,
    comment_id: comment.id,
    sender_id: comment.from.id,
    sender_name: comment.from.name,
    message: comment.message,
    created_time: seconds(comment.createdAt),
  },
});

export function postChange(post: Post, verb: "add" | "remove", at: number): Change {
  const item = post.videoId ? "video" : post.photoIds.length > 0 ? "photo" : post.link ? "share" : "status";
  return feed(post.pageId, at, {
    item,
    verb,
    post_id: post.id,
    from: post.from,
    message: post.message,
    published: 1,
    created_time: seconds(post.createdAt),
    ...(post.link ? { link: post.link } : {}),
  });
}

export const reactionChange = (pageId: string, reaction: Reaction, from: Person): Change =>
  feed(pageId, reaction.createdAt, {
    item: "reaction",
    verb: "add",
    reaction_type: reaction.type,
    post_id: reaction.postId,
    parent_id: reaction.postId,
    from,
    created_time: seconds(reaction.createdAt),
  });

/** The sender of a mention is not given. */
export const mentionChange = (pageId: string, mention: { postId: string; message: string; at: number }): Change => ({
  entryId: pageId,
  at: mention.at,
  field: "mention",
  value: {
    item: "post",
    verb: "add",
    post_id: mention.postId,
    message: mention.message,
    created_time: seconds(mention.at),
  },
});

export const ratingChange = (rating: Recommendation, verb: "add" | "edit" | "remove", at: number): Change => ({
  entryId: rating.pageId,
  at,
  field: "ratings",
  value: {
    item: "rating",
    verb,
    open_graph_story_id: rating.id,
    reviewer_id: rating.from.id,
    reviewer_name: rating.from.name,
    rating: null,
    recommendation_type: rating.recommends ? "POSITIVE" : "NEGATIVE",
    ...(verb === "remove" ? {} : { review_text: rating.text }),
    comment_id: null,
    created_time: seconds(rating.createdAt),
  },
});

export const leadChange = (lead: Lead): Change => ({
  entryId: lead.pageId,
  at: lead.createdAt,
  field: "leadgen",
  value: {
    leadgen_id: lead.id,
    page_id: lead.pageId,
    form_id: lead.formId,
    ad_id: lead.adCampaignId ? adOf(lead.adCampaignId) : 0,
    adgroup_id: lead.adCampaignId ? adOf(lead.adCampaignId) : 0,
    created_time: seconds(lead.createdAt),
  },
});

export function messageChange(message: DirectMessage, what: "sent" | "edited" | "deleted", at: number): Change {
  const [sender, recipient] = message.fromPage
    ? [message.pageId, message.person.id]
    : [message.person.id, message.pageId];
  const is = {
    sent: { message: { mid: message.id, text: message.text, ...(message.fromPage ? { is_echo: true } : {}) } },
    edited: { message_edit: { mid: message.id, text: message.text, num_edit: 1 } },
    deleted: { message: { mid: message.id, is_deleted: true } },
  };
  return {
    entryId: message.pageId,
    at,
    messaging: { sender: { id: sender }, recipient: { id: recipient }, timestamp: at, ...is[what] },
  };
}
