import type { FeedPost, LeadOnWire } from "#core/channels/platforms/facebook/wire.ts";
import { graphTime } from "../../meta/graph-answer.ts";
import { invisible } from "../../meta/graph-error.ts";
import { adOf } from "./ads.ts";
import type { Comment, Page, Post } from "./model.ts";
import { permalinkOf } from "./publishing.ts";
import type { World } from "./world.ts";

/** `GET /{page}/feed`: newest first, posts since an instant. */
export function feed(world: World, page: Page, params: Record<string, string>): FeedPost[] {
  const since = Number(params.since) * 1000 || 0;
  return world.posts
    .list((it) => it.pageId === page.id && !it.removed && it.createdAt >= since)
    .sort((a, b) => b.createdAt - a.createdAt)
    .map((post) => ({ ...onWire(world, post), ...nestedComments(world, post, params.fields ?? "") }));
}

/** `comments.filter(stream).order(reverse_chronological).limit(n){…}` among the fields asked for. */
function nestedComments(world: World, post: Post, fields: string): object {
  const asked = /\bcomments((?:\.\w+\(\w+\))*)\{/.exec(fields)?.[1];
  if (asked === undefined) return {};
  const params = Object.fromEntries([...asked.matchAll(/\.(\w+)\((\w+)\)/g)].map(([, name, value]) => [name, value]));
  const data = commentsOn(world, post.id, params).slice(0, Number(params.limit ?? 25));
  return data.length > 0 ? { comments: { data } } : {};
}

function onWire(world: World, post: Post): FeedPost {
  const attachments = attachmentsOf(post);
  return {
    id: post.id,
    created_time: graphTime(post.createdAt),
    ...(post.message ? { message: post.message } : {}),
    permalink_url: permalinkOf(world, post),
    from: { id: post.from.id, name: post.from.name },
    ...(attachments.length > 0 ? { attachments: { data: attachments } } : {}),
  };
}

/** A link's card, a photo, or an album with its photos beneath it. */
function attachmentsOf(post: Post): NonNullable<FeedPost["attachments"]>["data"] {
  if (post.videoId) return [{ target: { id: post.videoId } }];
  if (post.photoIds.length === 1) return [{ target: { id: post.photoIds[0] } }];
  if (post.photoIds.length > 1) return [{ subattachments: { data: post.photoIds.map((id) => ({ target: { id } })) } }];
  return post.link ? [{ unshimmed_url: post.link }] : [];
}

/** `GET /{post}` with the counts asked for, and the post itself. */
export function postNode(world: World, post: Post): object {
  const comments = world.comments.list((it) => it.postId === post.id && !it.removed).length;
  const reactions = world.reactions.list((it) => it.postId === post.id).length;
  const shares = world.shares.list((it) => it.postId === post.id).length;
  return {
    ...onWire(world, post),
    comments: { data: [], summary: { order: "chronological", total_count: comments, can_comment: true } },
    reactions: { data: [], summary: { total_count: reactions, viewer_reaction: "NONE" } },
    ...(shares > 0 ? { shares: { count: shares } } : {}),
  };
}

export const commentNode = (comment: Comment): object => ({
  id: comment.id,
  message: comment.message,
  created_time: graphTime(comment.createdAt),
  from: comment.from,
  is_hidden: comment.hidden,
  can_hide: comment.from.id !== comment.pageId,
  ...(comment.parentId ? { parent: { id: comment.parentId } } : {}),
});

/** A comment as its creation is answered: its id and its address below the post. */
export const describeComment = (world: World, { id, postId, pageId }: Comment) => ({
  id,
  permalink_url: `${permalinkOf(world, { id: postId, pageId })}?comment_id=${id.split("_").at(-1)}`,
});

/** `GET /{post|story|comment}/comments`: top level, or every one with `filter=stream`. */
export function commentsOn(world: World, nodeId: string, params: Record<string, string>): object[] {
  const parent = world.comments.get(nodeId);
  const holder = parent ?? world.posts.get(nodeId) ?? world.recommendations.get(nodeId);
  if (!holder || holder.removed) throw invisible(nodeId);
  const stream = params.filter === "stream";
  const list = world.comments.list((it) => {
    if (it.removed) return false;
    return parent ? it.parentId === nodeId : it.postId === nodeId && (stream || !it.parentId);
  });
  list.sort((a, b) => a.createdAt - b.createdAt);
  if (params.order === "reverse_chronological") list.reverse();
  return list.map((comment) => ({ ...commentNode(comment), ...describeComment(world, comment) }));
}

/** `GET /{page}/conversations`, with their newest messages first. */
export function conversations(world: World, page: Page, params: Record<string, string>): object[] {
  const messages = world.messages.list((it) => it.pageId === page.id && !it.removed);
  const people = [...new Set(messages.map((it) => it.person.id))].filter(
    (id) => !params.user_id || id === params.user_id,
  );
  const lastAt = (id: string) => messages.findLast((it) => it.person.id === id)?.createdAt ?? 0;
  people.sort((a, b) => lastAt(b) - lastAt(a));
  return people.map((personId) => ({
    id: `t_${personId}`,
    updated_time: graphTime(lastAt(personId)),
    participants: { data: [{ id: personId }, { id: page.id }] },
    messages: {
      data: messages
        .filter((it) => it.person.id === personId)
        .reverse()
        .map((it) => ({
          id: it.id,
          message: it.text,
          created_time: graphTime(it.createdAt),
          from: it.fromPage ? { id: page.id, name: page.name } : it.person,
        })),
    },
  }));
}

/** `private_reply_conversation` of a comment: there once the page has answered it in private. */
export function privateConversation(world: World, { pageId, from, privateReplyId }: Comment): object {
  const page = world.page(pageId);
  if (!page || privateReplyId === undefined) return {};
  return { private_reply_conversation: conversations(world, page, { user_id: from.id })[0] };
}

/** `GET /{page}/ratings`. */
export const ratings = (world: World, page: Page): object[] =>
  world.recommendations
    .list((it) => it.pageId === page.id && !it.removed)
    .toReversed()
    .map((it) => ({
      created_time: graphTime(it.createdAt),
      recommendation_type: it.recommends ? "positive" : "negative",
      review_text: it.text,
      reviewer: it.from,
      open_graph_story: { id: it.id },
    }));

/** `GET /{page}/leadgen_forms`, with the newest leads first. */
export function leadForms(world: World, page: Page): object[] {
  const byForm = Map.groupBy(world.leads.list((it) => it.pageId === page.id).toReversed(), (it) => it.formId);
  return [...byForm].map(([id, leads]) => ({
    id,
    leads: { data: leads.map((lead) => ({ id: lead.id, created_time: graphTime(lead.createdAt) })) },
  }));
}

/** `GET /{lead}`. */
export function leadNode(world: World, id: string): LeadOnWire {
  const lead = world.leads.get(id);
  if (!lead) throw invisible(id);
  return {
    id,
    created_time: graphTime(lead.createdAt),
    form_id: lead.formId,
    is_organic: lead.adCampaignId === undefined,
    ...(lead.adCampaignId && { ad_id: adOf(lead.adCampaignId), campaign_id: lead.adCampaignId }),
    platform: "fb",
    field_data: lead.fields.map(({ name, values }) => ({ name, values: [...values] })),
  };
}
