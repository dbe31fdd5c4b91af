import { timingSafeEqual } from "node:crypto";
import type { Failure } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { hashOfSecret } from "../kernel/secret.ts";
import { reviewLinkInvalid } from "./errors.ts";
import type { ReviewLinkDeps } from "./make-review-link.ts";
import type { Post } from "./model.ts";
import { isOpen, type ReviewLink } from "./review-link.ts";

/** Two ULIDs and 256 bits, without a dot: a path with one is taken for a file. */
const tokenForm = /^([0-9A-Z]{26})([0-9A-Z]{26})([\w-]{43})$/;

/** What the address of a link ends with. */
export const reviewToken = (link: Pick<ReviewLink, "workspaceId" | "id">, secret: string): string =>
  `${link.workspaceId.slice("ws_".length)}${link.id.slice("rvl_".length)}${secret}`;

/**
 * The link that a token belongs to, with its post as it is now. A token that is wrong, forged, expired or taken back, and
 * one whose post was canceled, all get the same answer. The hashes are compared in constant time.
 */
export async function openReview(
  deps: ReviewLinkDeps,
  token: string,
): Promise<Result<{ link: ReviewLink; post: Post }, Failure>> {
  const refused = err(reviewLinkInvalid());
  const [, workspace, id, secret] = tokenForm.exec(token) ?? [];
  if (!workspace || !id || !secret) return refused;
  const workspaceId = `ws_${workspace}`;
  const link = await deps.reviewLinks.get(workspaceId, `rvl_${id}`);
  if (!link || !isSame(hashOfSecret(secret), link.secretHash) || !isOpen(link, deps.clock.nowMs())) return refused;
  const post = await deps.posts.get(workspaceId, link.postId);
  return !post || post.state === "canceled" ? refused : ok({ link, post });
}

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
