import * as v from "valibot";
import { authorize, may } from "../access/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { newId } from "../kernel/ids.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { hashOfSecret, newSecret } from "../kernel/secret.ts";
import { postStateRefuses, tooManyReviewLinks } from "./errors.ts";
import { reviewToken } from "./open-review.ts";
import type { Posts } from "./ports.ts";
import { isOpen, type ReviewLink, type ReviewLinks, reviewLinkDays, reviewLinkSchema } from "./review-link.ts";

export const makeReviewLinkSchema = v.object({
  postId: v.string(),
  language: reviewLinkSchema.entries.language,
  label: reviewLinkSchema.entries.label,
  days: v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(reviewLinkDays.most)),
    reviewLinkDays.usual,
  ),
});
export type MakeReviewLink = v.InferOutput<typeof makeReviewLinkSchema>;

export interface ReviewLinkDeps {
  readonly posts: Pick<Posts, "get">;
  readonly reviewLinks: ReviewLinks;
  readonly clock: Clock;
}

/** The most links of one post that are open at a time. */
const maxOpen = 20;

/**
 * Makes a link by which somebody without an account sees a post, in whatever version it is then, and answers. Its address
 * is told this once: only the hash of its secret of 256 bits is stored.
 */
export async function makeReviewLink(
  deps: ReviewLinkDeps & { publicUrl: string },
  actor: Actor,
  input: MakeReviewLink,
): Promise<Result<{ link: ReviewLink; url: string }, Failure>> {
  const allowed = authorize(actor, "write");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const post = await deps.posts.get(workspaceId, input.postId);
  if (!post) return err(notFound());
  if (post.state === "canceled") return err(postStateRefuses(post.state));
  const now = deps.clock.nowMs();
  const open = (await deps.reviewLinks.ofPost(workspaceId, post.id)).filter((link) => isOpen(link, now));
  if (open.length >= maxOpen) return err(tooManyReviewLinks(maxOpen));
  const secret = newSecret();
  const link: ReviewLink = {
    id: newId("rvl", now),
    workspaceId,
    postId: post.id,
    secretHash: hashOfSecret(secret),
    language: input.language,
    ...(input.label && { label: input.label }),
    createdBy: actorName(actor),
    binding: may(actor, "approve"),
    createdAt: now,
    expiresAt: now + input.days * 86_400_000,
  };
  await deps.reviewLinks.create(link);
  return ok({ link, url: `${deps.publicUrl}/review/${reviewToken(link, secret)}` });
}

/** The links of a post, the newest first. */
export async function listReviewLinks(
  deps: Pick<ReviewLinkDeps, "posts" | "reviewLinks">,
  actor: Actor,
  input: { postId: string },
): Promise<Result<readonly ReviewLink[], Failure>> {
  const allowed = authorize(actor, "write");
  if (!allowed.ok) return allowed;
  const post = await deps.posts.get(actor.workspaceId, input.postId);
  return post ? ok(await deps.reviewLinks.ofPost(actor.workspaceId, post.id)) : err(notFound());
}

/** Takes a link back: from then on its page is the same nothing as that of a link that never was. */
export async function revokeReviewLink(
  deps: Pick<ReviewLinkDeps, "reviewLinks" | "clock">,
  actor: Actor,
  input: { postId: string; linkId: string },
): Promise<Result<void, Failure>> {
  const allowed = authorize(actor, "write");
  if (!allowed.ok) return allowed;
  const link = await deps.reviewLinks.get(actor.workspaceId, input.linkId);
  if (link?.postId !== input.postId) return err(notFound());
  return ok(await deps.reviewLinks.revoke(actor.workspaceId, link.id, deps.clock.nowMs()));
}
