import type * as v from "valibot";
import type { messageReceived, reviewReceived } from "../inbox/index.ts";
import { systemActor } from "../kernel/actor.ts";
import { outdated, untilCurrent } from "../kernel/until-current.ts";
import { isNegative, worsenedAt } from "../reviews/index.ts";
import { type Case, type CaseOpinion, caseIdOf, noted } from "./model.ts";
import { type OpenCaseDeps, openCase } from "./open-case.ts";
import type { Cases } from "./ports.ts";
import { takeUpAgain } from "./take-up-again.ts";

export interface WatchUnhappyDeps extends OpenCaseDeps {
  readonly cases: Cases;
}

type ReviewEvent = Pick<v.InferOutput<(typeof reviewReceived)["schema"]>, "workspaceId" | "data">;
type MessageEvent = Pick<v.InferOutput<(typeof messageReceived)["schema"]>, "workspaceId" | "data">;

/** What a channel's history brings when it is connected is nobody's work any more. */
const newsMs = 30 * 86_400_000;
const actor = (workspaceId: string) => systemActor(workspaceId, "cases");

/**
 * A negative review opens its case, once; a case that there is learns how the person thinks now, whichever way they changed
 * their mind, and is open again when that was for the worse after it was closed. The same event again changes nothing.
 */
export async function watchUnhappyReview(deps: WatchUnhappyDeps, { workspaceId, data }: ReviewEvent): Promise<void> {
  const review = await deps.reviews.get(workspaceId, data.reviewId);
  if (!review || review.removed) return;
  const { rating, recommends, threadId } = review;
  if (await noteOpinion(deps, workspaceId, threadId, { rating, recommends })) {
    const worse = isNegative(review) ? worsenedAt(review) : undefined;
    const id = caseIdOf(workspaceId, threadId);
    return worse === undefined ? undefined : takeUpAgain(deps, { workspaceId, id }, worse);
  }
  if (!isNegative(review) || deps.clock.nowMs() - (data.changedAt ?? data.postedAt) > newsMs) return;
  await openCase(deps, actor(workspaceId), { threadId });
}

/**
 * A complaint, also one that a message was changed into, opens the case of its conversation, once; one that comes after the
 * case was closed opens it again.
 */
export async function watchComplaint(deps: WatchUnhappyDeps, { workspaceId, data }: MessageEvent): Promise<void> {
  const { own, removed, classification, postedAt, changedAt = postedAt, threadId } = data;
  if (own || removed || classification?.intent !== "complaint") return;
  if (deps.clock.nowMs() - changedAt > newsMs) return;
  const opened = await openCase(deps, actor(workspaceId), { threadId });
  if (opened.ok) await takeUpAgain(deps, opened.value, changedAt);
}

/** Whether there is a case of the thread; it has what the person thinks now. */
async function noteOpinion(
  deps: Pick<WatchUnhappyDeps, "cases" | "clock">,
  workspaceId: string,
  threadId: string,
  opinion: CaseOpinion,
): Promise<boolean> {
  return untilCurrent(`The case of ${threadId}`, async () => {
    const stored = await deps.cases.get(workspaceId, caseIdOf(workspaceId, threadId));
    if (!stored) return false;
    if (isSame(stored.opinionNow ?? stored.opinion, opinion)) return true;
    const changed: Case = { ...stored, opinionNow: opinion, version: stored.version + 1 };
    const entry = { at: deps.clock.nowMs(), by: "system:cases", what: "rating-changed", opinion } as const;
    return (await deps.cases.save(noted(changed, entry))) ? true : outdated;
  });
}

const isSame = (a: CaseOpinion | undefined, b: CaseOpinion): boolean =>
  a?.rating === b.rating && a?.recommends === b.recommends;
