import { type Actor, actorName } from "../kernel/actor.ts";
import type { Failure } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { channelIsScheduled, noteMissing, postStateRefuses, postTooLarge, scheduledNeedsApprover } from "./errors.ts";
import { noted, optionalFields, type Post, type PostDraft, type PostState, postLimits, textsOf } from "./model.ts";
import { isApprovedFromOutside, shownDigest } from "./review-link.ts";

/**
 * What an edit does to a post's approval.
 *
 * - draft, in review, changes requested: nothing; the reviewer approves a named version, so never one unseen.
 * - approved: an approver's edit leaves it approved (who may approve vouches by editing); an author's sends it back to
 *   review. An approval that came from outside is of what was seen there: a change of that asks again, whoever makes it.
 * - scheduled: an approver's edit leaves it scheduled and reaches every publication that is not yet claimed; an author's
 *   is refused, because sending it back to review would silently take it out of the calendar.
 * - canceled: becomes a draft again.
 */
const afterEdit: Record<PostState, { approver: PostState; author: PostState | null }> = {
  draft: { approver: "draft", author: "draft" },
  "in-review": { approver: "in-review", author: "in-review" },
  "changes-requested": { approver: "changes-requested", author: "changes-requested" },
  approved: { approver: "approved", author: "in-review" },
  scheduled: { approver: "scheduled", author: null },
  canceled: { approver: "draft", author: "draft" },
};

/** The post after an edit by someone who may (`approver`) or may not approve. Fails by the rules of `afterEdit`. */
export function edited(
  post: Post,
  draft: PostDraft,
  actor: Actor,
  approver: boolean,
  at: number,
): Result<Post, Failure> {
  const allowed = afterEdit[post.state][approver ? "approver" : "author"];
  const asksAgain = allowed === "approved" && isApprovedFromOutside(post) && shownDigest(post) !== shownDigest(draft);
  const state = asksAgain ? "in-review" : allowed;
  if (state === null) return err(scheduledNeedsApprover());
  if (post.state === "scheduled") {
    const gone = post.channelIds.find((id) => !draft.channelIds.includes(id));
    if (gone !== undefined) return err(channelIsScheduled(gone));
  }
  const tooLong = textTooLong(draft);
  if (tooLong) return err(tooLong);
  const next: Post = { ...rewritten(post, draft), state, ...ownWords(post) };
  return ok(noted(next, at, actorName(actor), "edited"));
}

/** The post with other words: all that a person writes is replaced, also by nothing. */
export function rewritten(post: Post, draft: PostDraft): Post {
  const emptied = Object.fromEntries(optionalFields.map((field) => [field, undefined]));
  return { ...post, ...emptied, ...draft, revision: post.revision + 1 };
}

/** A date of a series that a person edits has words of its own from then on. */
const ownWords = ({ origin }: Post): Pick<Post, "origin"> =>
  origin?.kind === "series" ? { origin: { ...origin, own: true } } : {};

/** The failure of a post whose texts together are more than it may hold. */
export function textTooLong(draft: PostDraft): Failure | null {
  const length = [...textsOf(draft), draft.notes ?? ""].reduce((sum, text) => sum + text.length, 0);
  return length > postLimits.totalTextLength ? postTooLarge(length) : null;
}

type Move = { from: readonly PostState[]; to: PostState; what: Parameters<typeof noted>[3] };

const moves = {
  submit: { from: ["draft", "changes-requested"], to: "in-review", what: "submitted" },
  approve: { from: ["draft", "in-review", "changes-requested"], to: "approved", what: "approved" },
  requestChanges: { from: ["in-review", "approved"], to: "changes-requested", what: "changes-requested" },
  schedule: { from: ["approved", "scheduled"], to: "scheduled", what: "scheduled" },
  release: { from: ["scheduled"], to: "approved", what: "released" },
  cancel: { from: ["draft", "in-review", "changes-requested", "approved"], to: "canceled", what: "canceled" },
} as const satisfies Record<string, Move>;

export type PostMove = keyof typeof moves;

/**
 * The post after a move, with its line of history. `submit` asks for approval, `approve` also takes what was never
 * submitted, `schedule` is kept by its publications, `release` brings a post back whose publications were all canceled.
 */
export function moved(post: Post, move: PostMove, actor: Actor, at: number, note?: string): Result<Post, Failure> {
  const { from, to, what }: Move = moves[move];
  if (!from.includes(post.state)) return err(postStateRefuses(post.state));
  if (move === "requestChanges" && !note?.trim()) return err(noteMissing());
  return ok(noted({ ...post, state: to }, at, actorName(actor), what, note?.trim() || undefined));
}
