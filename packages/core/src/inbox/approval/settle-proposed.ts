import { outdated, untilCurrent } from "../../kernel/until-current.ts";
import type { Reviews } from "../../reviews/index.ts";
import { type OwnAnswer, ownAnswers } from "../answers.ts";
import type { Messages, Threads } from "../ports.ts";
import { outgoingIdOf } from "../request-outgoing.ts";
import { clientKeyOf, type ProposedAnswer, type ProposedAnswers } from "./model.ts";

export interface SettleProposedDeps {
  readonly proposedAnswers: Pick<ProposedAnswers, "get" | "save">;
  readonly messages: Pick<Messages, "listByThread">;
  readonly reviews: Pick<Reviews, "get">;
}

/** Settles what was proposed in a thread in which an answer of ours stands now; see `settleProposed`. */
export async function settleAnswered(
  deps: SettleProposedDeps & { readonly threads: Pick<Threads, "get"> },
  { workspaceId, threadId }: { readonly workspaceId: string; readonly threadId: string },
): Promise<void> {
  const thread = await deps.threads.get(workspaceId, threadId);
  if (thread?.review) await settleProposed(deps, { workspaceId, reviewId: thread.review.id });
}

/**
 * An answer stands at a review now, or the review is gone: what was proposed and waits is sent when it is that very answer,
 * and overtaken when it is another, wherever that was given. One that was proposed after it goes on waiting. Doing it
 * again changes nothing. Returns the proposed answer; `null` where there is none.
 */
export async function settleProposed(
  deps: SettleProposedDeps,
  { workspaceId, reviewId }: { readonly workspaceId: string; readonly reviewId: string },
): Promise<ProposedAnswer | null> {
  return untilCurrent(`The answer proposed for ${reviewId}`, async () => {
    const proposed = await deps.proposedAnswers.get(workspaceId, reviewId);
    if (proposed?.state !== "waiting" && proposed?.state !== "approved") return proposed;
    const review = await deps.reviews.get(workspaceId, reviewId);
    const state = !review || review.removed ? "overtaken" : await stateBy(deps, review.threadId, proposed);
    if (state === proposed.state) return proposed;
    const settled = { ...proposed, state, version: proposed.version + 1 };
    return (await deps.proposedAnswers.save(settled)) ? settled : outdated;
  });
}

async function stateBy(
  deps: SettleProposedDeps,
  threadId: string,
  proposed: ProposedAnswer,
): Promise<ProposedAnswer["state"]> {
  const newest = await newestAnswer(deps, proposed.workspaceId, threadId);
  if (!newest || newest.key === proposed.seenAnswer) return proposed.state;
  if (newest.key === outgoingIdOf(threadId, clientKeyOf(proposed))) return "sent";
  // What was approved is being sent by whoever approved it.
  return proposed.state === "approved" ? "approved" : "overtaken";
}

/** The newest answer of ours that stands in a thread. */
export async function newestAnswer(
  { messages }: Pick<SettleProposedDeps, "messages">,
  workspaceId: string,
  threadId: string,
): Promise<OwnAnswer | undefined> {
  const all = await messages.listByThread(workspaceId, threadId);
  return ownAnswers(
    all.filter(({ removed }) => !removed),
    [],
  ).at(-1);
}
