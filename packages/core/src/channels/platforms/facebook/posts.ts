import type { MessageTarget } from "../../replies.ts";

/** The receipt under which the id of an uploaded photo is kept. */
export const photoReceipt = (index: number): string => `photo${index}`;

/** The address of a post; every post also answers under its id. */
export const permalink = (post: { id: string; permalink_url?: string | undefined }): string =>
  post.permalink_url ?? `https://www.facebook.com/${post.id}`;

/** The node whose comments an answer joins. Comments have two levels: an answer to a reply goes on the reply's parent. */
export const answeredNode = (target: MessageTarget): string => target.parentRemoteId ?? target.remoteId;
