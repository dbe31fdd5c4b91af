import type { Change, DeliverOptions } from "../../meta/announce.ts";
import { badParameter, GraphError, invisible } from "../../meta/graph-error.ts";
import * as changes from "./changes.ts";
import type { Comment, Page, Person } from "./model.ts";
import { nextObjectId } from "./publishing.ts";
import type { World } from "./world.ts";

const maxCommentCharacters = 8000;

/** A comment by the audience or the page, on a post, on a comment, or on a recommendation's story. */
export function addComment(
  world: World,
  on: { nodeId: string; from: Person; message: string; at?: number | undefined },
  options?: DeliverOptions,
): Comment {
  const message = on.message.trim();
  if (message === "") throw badParameter("The comment is empty.");
  if ([...message].length > maxCommentCharacters) throw badParameter("The comment is too long.");
  const { pageId, postId, parentId } = placeOf(world, on.nodeId);
  const id = `${postId.split("_").at(-1)}_${nextObjectId(world)}`;
  const at = on.at ?? world.clock.nowMs();
  const blank = { hidden: false, likedByPage: false, removed: false };
  const comment = world.comments.put({ id, pageId, postId, parentId, from: on.from, message, createdAt: at, ...blank });
  tell(world, comment, "add", at, options);
  return comment;
}

/** Where a comment on a node stands. Two levels: a comment on a reply joins the reply's parent. */
function placeOf(world: World, nodeId: string): Pick<Comment, "pageId" | "postId" | "parentId"> {
  const parent = world.comments.get(nodeId);
  if (parent && !parent.removed) {
    if (parent.parentId) throw badParameter("Replies to replies are not supported.");
    return { pageId: parent.pageId, postId: parent.postId, parentId: parent.id };
  }
  const holder = world.posts.get(nodeId) ?? world.recommendations.get(nodeId);
  if (!holder || holder.removed) throw invisible(nodeId);
  return { pageId: holder.pageId, postId: holder.id, parentId: undefined };
}

export function editComment(world: World, comment: Comment, message: string, options?: DeliverOptions): Comment {
  const edited = world.comments.put({ ...comment, message });
  tell(world, edited, "edited", world.clock.nowMs(), options);
  return edited;
}

export function removeComment(world: World, comment: Comment, options?: DeliverOptions): void {
  const removed = world.comments.put({ ...comment, removed: true });
  tell(world, removed, "remove", world.clock.nowMs(), options);
}

/** Hides or shows a comment. The page's own cannot be hidden. */
export function setHidden(world: World, comment: Comment, hidden: boolean): void {
  if (comment.from.id === comment.pageId) throw new GraphError(200, "Cannot hide this comment", { status: 403 });
  if (comment.hidden === hidden) return;
  const changed = world.comments.put({ ...comment, hidden });
  tell(world, changed, hidden ? "hide" : "unhide", world.clock.nowMs());
}

function tell(
  world: World,
  comment: Comment,
  verb: Parameters<typeof changes.commentChange>[1],
  at: number,
  options?: DeliverOptions,
): void {
  if (verb === "remove" && world.currentSettings().loseRemovals) return;
  const onStory = world.recommendations.get(comment.postId) !== undefined;
  const change: Change = onStory
    ? changes.storyCommentChange(comment, verb, at)
    : changes.commentChange(comment, verb, at);
  world.announce(change, options);
}

/** A person's reaction; one of each person on each post, the latest counts. */
export function react(world: World, page: Page, on: { postId: string; from: Person; type: string; at?: number }): void {
  const post = world.posts.get(on.postId);
  if (!post || post.removed) throw invisible(on.postId);
  const reaction = world.reactions.put({
    id: `${post.id}:${on.from.id}`,
    postId: post.id,
    personId: on.from.id,
    type: on.type,
    createdAt: on.at ?? world.clock.nowMs(),
  });
  world.announce(changes.reactionChange(page.id, reaction, on.from));
}

export function share(world: World, on: { postId: string; from: Person; at?: number }): void {
  const post = world.posts.get(on.postId);
  if (!post || post.removed) throw invisible(on.postId);
  const id = `${post.id}:${on.from.id}`;
  world.shares.put({ id, postId: post.id, personId: on.from.id, createdAt: on.at ?? world.clock.nowMs() });
}
