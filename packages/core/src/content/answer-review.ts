import * as v from "valibot";
import { type Members, may } from "../access/index.ts";
import { actorName, type ExternalActor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import type { EventPublisher } from "../kernel/events.ts";
import type { Failure } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { changedMeanwhile, noteMissing, reviewAnswered, reviewOutdated } from "./errors.ts";
import { postApproved, postChangesRequested, postReviewedOutside } from "./events.ts";
import type { ReviewLinkDeps } from "./make-review-link.ts";
import { noted, type Post } from "./model.ts";
import { openReview } from "./open-review.ts";
import type { Posts } from "./ports.ts";
import { answerThrough, type ReviewLink, shownDigest } from "./review-link.ts";
import { saveOwing } from "./save-owing.ts";
import { seriesFollows } from "./series-follows.ts";
import { moved } from "./states.ts";

/** What somebody says of a post from outside; `seen` is the digest of what the page showed them. */
export const answerReviewSchema = v.object({
  seen: v.pipe(v.string(), v.maxLength(64)),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80), v.regex(/^[^\p{Cc}]+$/u, "one line")),
  verdict: v.picklist(["approve", "request-changes"]),
  note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(2000))),
});
export type AnswerReview = v.InferOutput<typeof answerReviewSchema>;

export interface AnswerReviewDeps extends ReviewLinkDeps {
  readonly posts: Posts;
  readonly members: Pick<Members, "get">;
  readonly events: EventPublisher;
  readonly clock: Clock;
}

/**
 * Records what somebody answered through a link: once per link and version, as one write of the post. Where the link's
 * maker could approve and still can, it moves the post like a member's answer; otherwise, and where the post's state does
 * not allow the move, it is kept as an opinion. Fails with `review-outdated` when the post was edited since it was seen.
 */
export async function answerReview(
  deps: AnswerReviewDeps,
  token: string,
  input: AnswerReview,
): Promise<Result<void, Failure>> {
  const opened = await openReview(deps, token);
  if (!opened.ok) return opened;
  const { link, post } = opened.value;
  if (input.verdict === "request-changes" && !input.note?.trim()) return err(noteMissing());
  if (shownDigest(post) !== input.seen) return err(reviewOutdated());
  if (answerThrough(post, link.id)?.outside?.seen === input.seen) return err(reviewAnswered());
  const actor: ExternalActor = {
    type: "external",
    workspaceId: link.workspaceId,
    name: input.name,
    language: link.language,
  };
  const next = answered(post, link, actor, input, await isBinding(deps.members, link), deps.clock.nowMs());
  const events = eventsOf(deps.clock, actor, next, link, input, post.state !== next.state);
  return (await saveOwing(deps, next, events)) ? ok(undefined) : err(changedMeanwhile());
}

/** A link counts while the member who made it could approve then and can now. */
async function isBinding(members: Pick<Members, "get">, link: ReviewLink): Promise<boolean> {
  const maker = link.binding ? await members.get(link.workspaceId, link.createdBy) : null;
  return maker !== null && may({ type: "member", memberId: maker.id, ...maker }, "approve");
}

const moveOf = { approve: "approve", "request-changes": "requestChanges" } as const;
const opinionOf = { approve: "endorsed", "request-changes": "objected" } as const;

function answered(
  post: Post,
  link: ReviewLink,
  actor: ExternalActor,
  { verdict, note, seen }: AnswerReview,
  binding: boolean,
  at: number,
): Post {
  const step = binding ? moved(post, moveOf[verdict], actor, at, note) : null;
  const next = step?.ok ? step.value : noted(post, at, actorName(actor), opinionOf[verdict], note || undefined);
  const [last, ...before] = next.history.toReversed();
  return last ? { ...next, history: [...before.reverse(), { ...last, outside: { linkId: link.id, seen } }] } : next;
}

function eventsOf(
  clock: Clock,
  actor: ExternalActor,
  post: Post,
  link: ReviewLink,
  { verdict, note = "", name }: AnswerReview,
  counts: boolean,
) {
  const of = { postId: post.id, authorId: post.authorId };
  const answer = { ...of, madeBy: link.createdBy, linkId: link.id, name, verdict, note, counts };
  const told = postReviewedOutside.make(clock, actor, answer);
  if (!counts) return [told];
  return [
    told,
    verdict === "approve"
      ? postApproved.make(clock, actor, of)
      : postChangesRequested.make(clock, actor, { ...of, note }),
    ...seriesFollows(clock, actor, post),
  ];
}
