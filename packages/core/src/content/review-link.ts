import * as v from "valibot";
import { languageSchema } from "../kernel/language.ts";
import { digestOf } from "../kernel/stamped.ts";
import { epochMsSchema } from "../kernel/time.ts";
import type { Post, PostHistoryEntry } from "./model.ts";

/** How long a link works, in days. */
export const reviewLinkDays = { usual: 7, most: 30 } as const;

/** A link by which somebody without an account looks at one post and answers. The link carries a secret, the table its hash. */
export const reviewLinkSchema = v.object({
  id: v.string(),
  workspaceId: v.string(),
  postId: v.string(),
  secretHash: v.string(),
  /** The language of its page. */
  language: languageSchema,
  /** Whom it is for; shown to members, and offered as the name on the page. */
  label: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(80))),
  createdBy: v.string(),
  /** Whether its maker could approve: only then does an approval through it count as one. */
  binding: v.boolean(),
  createdAt: epochMsSchema,
  expiresAt: epochMsSchema,
  revokedAt: v.optional(epochMsSchema),
});
export type ReviewLink = v.InferOutput<typeof reviewLinkSchema>;

export interface ReviewLinks {
  create(link: ReviewLink): Promise<void>;
  /** Strongly consistent, so that a link that was taken back is closed at once. */
  get(workspaceId: string, linkId: string): Promise<ReviewLink | null>;
  /** The newest first. */
  ofPost(workspaceId: string, postId: string): Promise<readonly ReviewLink[]>;
  /** Marks a link as taken back; one that is stays as it was. */
  revoke(workspaceId: string, linkId: string, at: number): Promise<void>;
  /** Which mails about answers through a link have gone out, strongly consistent; none for a link that is gone. */
  told(workspaceId: string, linkId: string): Promise<readonly string[]>;
  /** Notes that a mail has gone out, once however often. */
  noteTold(workspaceId: string, linkId: string, mail: string): Promise<void>;
}

/** Whether a link opens its page at an instant. */
export const isOpen = (link: ReviewLink, nowMs: number): boolean =>
  link.revokedAt === undefined && link.expiresAt > nowMs;

/**
 * What identifies the content that a reviewer sees: it changes with text, links, files and channels, not with labels or
 * notes for colleagues.
 */
export const shownDigest = ({ base, variants, channelIds }: Pick<Post, "base" | "variants" | "channelIds">): string =>
  digestOf({ base, variants, channelIds });

/** The newest answer that came through a link, if any. */
export const answerThrough = (post: Post, linkId: string): PostHistoryEntry | undefined =>
  post.history.findLast((entry) => entry.outside?.linkId === linkId);

/** Whether the approval that a post stands on came from outside. */
export const isApprovedFromOutside = (post: Post): boolean =>
  post.history.findLast(({ what }) => what === "approved")?.outside !== undefined;
