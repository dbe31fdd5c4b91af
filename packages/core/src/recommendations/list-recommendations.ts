import { authorize, type Workspace, type Workspaces } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { type CollectFactsDeps, collectFacts } from "./collect-facts.ts";
import { findRecommendations } from "./find.ts";
import { type Advice, freshMs, type Recommendation } from "./model.ts";
import type { AdviceBooks } from "./ports.ts";

export interface FindAdviceDeps extends CollectFactsDeps {
  readonly adviceBooks: Pick<AdviceBooks, "get">;
}

export interface ListRecommendationsDeps extends CollectFactsDeps {
  readonly workspaces: Pick<Workspaces, "get">;
  readonly adviceBooks: AdviceBooks;
  readonly clock: Clock;
}

/**
 * What the figures advise now, without what was answered and stays away. They are looked at anew every half hour at most,
 * by whoever asks then; else this is one read.
 */
export async function listRecommendations(
  deps: ListRecommendationsDeps,
  actor: Actor,
): Promise<Result<readonly Recommendation[], Failure>> {
  const allowed = authorize(actor, "read");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const workspace = await deps.workspaces.get(workspaceId);
  if (!workspace) return err(notFound());
  const now = deps.clock.nowMs();
  const { advice, isAnew } = await adviceNow(deps, workspace, now);
  // Whoever was faster has found the same.
  if (isAnew) await deps.adviceBooks.save(advice);
  return ok(standing(advice, now));
}

/** The same for who only reads: what was found anew is not kept. */
export async function readRecommendations(
  deps: FindAdviceDeps & Pick<ListRecommendationsDeps, "clock">,
  workspace: Workspace,
): Promise<readonly Recommendation[]> {
  const now = deps.clock.nowMs();
  return standing((await adviceNow(deps, workspace, now)).advice, now);
}

async function adviceNow(
  deps: FindAdviceDeps,
  workspace: Workspace,
  now: number,
): Promise<{ readonly advice: Advice; readonly isAnew: boolean }> {
  const kept = await deps.adviceBooks.get(workspace.id);
  if (kept && now - kept.foundAt < freshMs) return { advice: kept, isAnew: false };
  const found = findRecommendations(await collectFacts(deps, workspace, now));
  const blank = { workspaceId: workspace.id, answers: [], version: 0 };
  return { advice: { ...(kept ?? blank), foundAt: now, found: [...found] }, isAnew: true };
}

/** What was found and has not been answered, or was long ago. */
export const standing = ({ found, answers }: Advice, now: number): readonly Recommendation[] =>
  found.filter(({ id }) => !answers.some((answer) => answer.id === id && answer.until > now));
