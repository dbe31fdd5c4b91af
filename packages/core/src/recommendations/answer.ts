import { type Actor, actorName } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { conflict, type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import * as failures from "./failures.ts";
import { standing } from "./list-recommendations.ts";
import { type Advice, awayMs, mostAnswers, type Recommendation, type RecommendationAnswer } from "./model.ts";
import type { AdviceBooks } from "./ports.ts";

export interface AnswerDeps {
  readonly adviceBooks: AdviceBooks;
  readonly clock: Clock;
}

/** How often a lost race is run again. */
const mostTries = 4;

/** The recommendation, as it stands in the workspace's book. */
export async function findStanding(
  { adviceBooks, clock }: AnswerDeps,
  workspaceId: string,
  id: string,
): Promise<Result<{ recommendation: Recommendation; advice: Advice }, Failure>> {
  const advice = await adviceBooks.get(workspaceId);
  if (!advice) return err(notFound());
  const recommendation = standing(advice, clock.nowMs()).find((one) => one.id === id);
  if (recommendation) return ok({ recommendation, advice });
  const wasThere = [...advice.found, ...advice.answers].some((one) => one.id === id);
  return err(wasThere ? failures.recommendationGone() : notFound());
}

/**
 * Notes what was done with a recommendation, so that it stays away for four weeks. Noted twice, the one that changed
 * something is kept.
 */
export function noteAnswer(
  deps: AnswerDeps,
  actor: Actor,
  recommendation: Recommendation,
  done: Pick<RecommendationAnswer, "what" | "taskId" | "undo">,
): Promise<Result<void, Failure>> {
  const at = deps.clock.nowMs();
  const { id } = recommendation;
  const answer = { id, at, by: actorName(actor), until: at + awayMs, recommendation, ...done };
  return changeAnswers(deps, actor.workspaceId, (answers) => {
    const before = answers.find((one) => one.id === id && one.until > at && one.what === done.what);
    const others = answers.filter((one) => one.id !== id);
    return [...others, before?.undo && !done.undo ? before : answer];
  });
}

/** Changes a workspace's answers, of which the newest are kept. */
export async function changeAnswers(
  { adviceBooks }: AnswerDeps,
  workspaceId: string,
  change: (answers: Advice["answers"]) => Advice["answers"],
): Promise<Result<void, Failure>> {
  for (let tried = 0; tried < mostTries; tried += 1) {
    const advice = await adviceBooks.get(workspaceId);
    if (!advice) return err(failures.recommendationGone());
    const answers = change(advice.answers).slice(-mostAnswers);
    if (await adviceBooks.save({ ...advice, answers })) return ok(undefined);
  }
  return err(conflict("changed-meanwhile"));
}
