import type { DeliverOptions } from "../../meta/announce.ts";
import { graphTime } from "../../meta/graph-answer.ts";
import { badParameter, GraphError } from "../../meta/graph-error.ts";
import type { Comment, Media, Person } from "./model.ts";
import type { World } from "./world.ts";

/** Writes a comment under a publication, or a reply to a comment (`on.parent`); `at` is now unless given (epoch ms). */
export function addComment(
  world: World,
  on: { readonly media: Media; readonly parent?: Comment | undefined },
  said: { readonly from: Person; readonly text: string; readonly at?: number | undefined },
  options?: DeliverOptions,
): Comment {
  const { media, parent } = on;
  if (parent?.hidden) throw new GraphError(100, "A hidden comment cannot be replied to.");
  if (parent?.parentId) throw badParameter("Replies to replies are not supported.");
  const { from, text, at = world.clock.nowMs() } = said;
  const comment = world.comments.put({
    id: world.newId(),
    mediaId: media.id,
    ...(parent && { parentId: parent.id }),
    from,
    text,
    createdAt: at,
  });
  const value = {
    id: comment.id,
    ...(parent && { parent_id: parent.id }),
    text,
    from,
    media: { id: media.id, media_product_type: media.product },
  };
  world.announce({ entryId: media.accountId, at, field: "comments", value }, options);
  return comment;
}

/** The publication and, for a reply, the comment that a node is; none for a node that is gone. */
export function placeOf(world: World, node: string): { media: Media; parent?: Comment } | undefined {
  const comment = world.comments.get(node);
  const media = world.media.get(comment?.mediaId ?? node);
  if (!media || comment?.removed) return undefined;
  return comment ? { media, parent: comment } : { media };
}

/** Comments on a publication that are no replies, the newest first. */
export const commentsOn = (world: World, media: Media): Comment[] =>
  world.comments.list((it) => it.mediaId === media.id && !it.parentId && !it.removed).toReversed();

/** Replies to a comment, the oldest first. */
export const repliesTo = (world: World, comment: Comment): Comment[] =>
  world.comments.list((it) => it.parentId === comment.id && !it.removed);

/** A comment as Graph gives it. */
export const commentNode = ({ id, text, from, createdAt, parentId, hidden = false }: Comment): object => ({
  id,
  text,
  timestamp: graphTime(createdAt),
  username: from.username,
  from,
  hidden,
  ...(parentId && { parent_id: parentId }),
});

/** The comments of a publication with their replies, as they nest in the list of media. */
export const nestedComments = (world: World, media: Media): object => {
  const data = commentsOn(world, media).map((comment) => {
    const replies = repliesTo(world, comment).map(commentNode);
    return { ...commentNode(comment), ...(replies.length > 0 && { replies: { data: replies } }) };
  });
  return data.length > 0 ? { comments: { data } } : {};
};

/** A person of the audience by name: Instagram shows names in lower case without spaces. */
export const personOf = (name: string): Person => {
  const username = name.trim().toLowerCase().replaceAll(/\s+/g, ".");
  return {
    id: `6600${[...username].reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) % 1e11, 7)}`,
    username,
  };
};
