import * as v from "valibot";
import { type AnswerCaseDeps, openCaseOfAnswer } from "../cases/index.ts";
import { systemActor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { changeRequest } from "./change-request.ts";
import { isUnhappy, type ReviewRequest, verdictSchema } from "./model.ts";
import { refuseRequests } from "./people.ts";
import type { AskedPeople, ReviewRequests } from "./ports.ts";

type Requests = { readonly requests: Pick<ReviewRequests, "get" | "replace">; readonly clock: Clock };

/** Notes the first time that a person opened the page. */
export const noteOpened = async (deps: Requests, request: ReviewRequest): Promise<void> => {
  if (request.openedAt !== undefined) return;
  const openedAt = deps.clock.nowMs();
  await changeRequest(deps, request, (stored) => (stored.openedAt === undefined ? { ...stored, openedAt } : null));
};

/** Notes the first time that a person went on to a place where reviews are left. */
export async function noteWent(deps: Requests, request: ReviewRequest, channelId: string): Promise<void> {
  const at = deps.clock.nowMs();
  await changeRequest(deps, request, (stored) =>
    stored.went.some((place) => place.channelId === channelId)
      ? null
      : { ...stored, openedAt: stored.openedAt ?? at, went: [...stored.went, { channelId, at }] },
  );
}

export const answerRequestSchema = v.object({
  verdict: verdictSchema,
  words: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(4000),
      v.transform((text) => text.trim() || undefined),
    ),
  ),
});

/**
 * Keeps what a person told us; the last answer counts. One who is unhappy gets a case, once, before the answer is kept: an
 * answer that broke off is sent again. What they are shown afterwards is the same for everybody.
 */
export async function answerRequest(
  deps: Requests & { readonly cases: AnswerCaseDeps["cases"] },
  request: ReviewRequest,
  { verdict, words }: v.InferOutput<typeof answerRequestSchema>,
): Promise<ReviewRequest | null> {
  const at = deps.clock.nowMs();
  const answer = { verdict, words, at };
  const actor = systemActor(request.workspaceId, "review-requests");
  const { id, name } = request;
  const opened = isUnhappy(answer)
    ? await openCaseOfAnswer(deps, actor, { requestId: id, person: name, words })
    : undefined;
  return changeRequest(deps, request, (stored) => ({
    ...stored,
    openedAt: stored.openedAt ?? at,
    answer,
    caseId: opened?.id ?? stored.caseId,
  }));
}

/** The person of a request is never asked again; a request of theirs that waits is not sent either. */
export async function unsubscribe(
  deps: Requests & { readonly people: AskedPeople },
  request: ReviewRequest,
): Promise<void> {
  const { workspaceId, personId } = request;
  await refuseRequests(deps, { workspaceId, personId, because: "unsubscribed" });
  const unsubscribedAt = deps.clock.nowMs();
  await changeRequest(deps, request, (stored) =>
    stored.unsubscribedAt === undefined ? { ...stored, unsubscribedAt } : null,
  );
}
