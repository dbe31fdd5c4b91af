import { authorize } from "../../access/index.ts";
import type { Actor } from "../../kernel/actor.ts";
import type { Failure } from "../../kernel/failure.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { answerRuleChanged } from "../errors.ts";
import type { AnswerRule, AnswerRules, ProposedAnswer, ProposedAnswers } from "./model.ts";

/** So many are shown; who has more decides these first. */
const mostShown = 50;

/** The answers of the actor's workspace that wait for approval, the one that waits longest first. */
export async function listWaitingAnswers(
  deps: { proposedAnswers: Pick<ProposedAnswers, "listWaiting"> },
  actor: Actor,
): Promise<Result<readonly ProposedAnswer[], Failure>> {
  const allowed = authorize(actor, "read");
  return allowed.ok ? ok(await deps.proposedAnswers.listWaiting(actor.workspaceId, mostShown)) : allowed;
}

/** Who answers reviews in the actor's workspace. */
export async function readAnswerRule(
  deps: { answerRules: Pick<AnswerRules, "get"> },
  actor: Actor,
): Promise<Result<AnswerRule, Failure>> {
  const allowed = authorize(actor, "read");
  return allowed.ok ? ok(await deps.answerRules.get(actor.workspaceId)) : allowed;
}

/** Changes it, on the version that was read; what waits already is decided all the same. Owners and managers. */
export async function changeAnswerRule(
  deps: { answerRules: AnswerRules },
  actor: Actor,
  rule: AnswerRule,
): Promise<Result<AnswerRule, Failure>> {
  const allowed = authorize(actor, "respond");
  if (!allowed.ok) return allowed;
  const saved = await deps.answerRules.save(actor.workspaceId, rule);
  return saved ? ok({ ...rule, version: rule.version + 1 }) : err(answerRuleChanged());
}
