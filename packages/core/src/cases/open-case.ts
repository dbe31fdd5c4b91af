import * as v from "valibot";
import { authorize } from "../access/index.ts";
import type { Messages, Threads } from "../inbox/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { idSchema } from "../kernel/ids.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { excerpt } from "../kernel/text.ts";
import type { Reviews } from "../reviews/index.ts";
import { answerCaseIdOf, type Case, caseIdOf } from "./model.ts";
import type { Cases } from "./ports.ts";
import { takeUpAgain } from "./take-up-again.ts";

/** What a case is about: a conversation, or a review, which may have none. */
export const openCaseSchema = v.union([v.object({ threadId: idSchema }), v.object({ reviewId: idSchema })]);
type About = v.InferOutput<typeof openCaseSchema>;

export interface OpenCaseDeps {
  readonly cases: Pick<Cases, "get" | "create">;
  readonly threads: Pick<Threads, "get">;
  readonly messages: Pick<Messages, "listByThread">;
  readonly reviews: Pick<Reviews, "get">;
  readonly clock: Clock;
}

export interface AnswerCaseDeps {
  readonly cases: Pick<Cases, "get" | "create" | "save">;
  readonly clock: Clock;
}

const excerptLength = 200;
/** An answer is nowhere else to be read in full. */
const answerLength = 2000;

/** Opens the case of a conversation or review; where there is one already, that is the answer. */
export async function openCase(deps: OpenCaseDeps, actor: Actor, about: About): Promise<Result<Case, Failure>> {
  const allowed = authorize(actor, "manage-cases");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const named = "reviewId" in about ? await deps.reviews.get(workspaceId, about.reviewId) : undefined;
  const threadId = "threadId" in about ? about.threadId : named?.threadId;
  if (threadId === undefined) return err(notFound());
  const id = caseIdOf(workspaceId, threadId);
  const present = await deps.cases.get(workspaceId, id);
  if (present) return ok(present);
  const thread = named?.imported ? undefined : await deps.threads.get(workspaceId, threadId);
  if (!named?.imported && (!thread || thread.state === "empty")) return err(notFound());
  const review = named ?? (thread?.review && (await deps.reviews.get(workspaceId, thread.review.id)));
  const messages = review ? [] : await deps.messages.listByThread(workspaceId, threadId);
  const theirs = messages.filter((message) => message.known && !message.own && !message.removed);
  const said = review ?? theirs.toSorted((a, b) => a.occurredAt - b.occurredAt).at(-1);
  const now = deps.clock.nowMs();
  const opened: Case = {
    workspaceId,
    id,
    threadId: thread?.id,
    channelId: thread?.channelId,
    reviewId: review?.id,
    person: said?.author?.name,
    excerpt: said?.text ? excerpt(said.text, excerptLength) : undefined,
    opinion: review ? { rating: review.rating, recommends: review.recommends } : undefined,
    state: "open",
    openedAt: now,
    history: [{ at: now, by: actorName(actor), what: "opened" }],
    version: 1,
  };
  if (await deps.cases.create(opened)) return ok(opened);
  const other = await deps.cases.get(workspaceId, id);
  return other ? ok(other) : err(notFound());
}

/**
 * Opens the case of somebody who answered, when asked, that they were not content; once, whatever they answer later. Who
 * says so again after it was closed has it opened again.
 */
export async function openCaseOfAnswer(
  deps: AnswerCaseDeps,
  actor: Actor,
  answer: { readonly requestId: string; readonly person: string | undefined; readonly words: string | undefined },
): Promise<Case> {
  const { workspaceId } = actor;
  const { requestId, person, words } = answer;
  const now = deps.clock.nowMs();
  const opened: Case = {
    ...{ workspaceId, id: answerCaseIdOf(workspaceId, requestId), requestId, person },
    excerpt: words ? excerpt(words, answerLength) : undefined,
    state: "open",
    openedAt: now,
    history: [{ at: now, by: actorName(actor), what: "opened" }],
    version: 1,
  };
  if (!(await deps.cases.create(opened))) await takeUpAgain(deps, opened, now);
  return opened;
}
