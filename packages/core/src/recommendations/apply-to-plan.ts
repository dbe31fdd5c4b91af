import { authorize } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Failure } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { type AnswerDeps, findStanding, noteAnswer } from "./answer.ts";
import * as failures from "./failures.ts";
import type { Advice, Recommendation, Undo } from "./model.ts";
import { applyDraft, type DraftDeps } from "./plan/draft.ts";
import { applySlots, type SlotDeps } from "./plan/slots.ts";
import { applyTarget, type TargetDeps } from "./plan/target.ts";

export interface ApplyToPlanDeps extends AnswerDeps, DraftDeps, SlotDeps, TargetDeps {
  readonly channels: DraftDeps["channels"] & SlotDeps["channels"];
}

/**
 * Does what a recommendation proposes to the plan, in whatever state that is by now, and notes who did it and what it
 * changed. Clicking twice changes it once. Answers what was changed; nothing where it was so already.
 */
export async function applyToPlan(
  deps: ApplyToPlanDeps,
  actor: Actor,
  { id }: { id: string },
): Promise<Result<Undo | undefined, Failure>> {
  const allowed = authorize(actor, "manage-tasks");
  if (!allowed.ok) return allowed;
  const found = await findStanding(deps, actor.workspaceId, id);
  if (!found.ok) return found;
  const { recommendation, advice } = found.value;
  const applied = await apply(deps, actor, recommendation, advice);
  if (!applied.ok) return applied;
  const undo = applied.value;
  const noted = await noteAnswer(deps, actor, recommendation, { what: "plan", ...(undo && { undo }) });
  return noted.ok ? ok(undo) : noted;
}

async function apply(
  deps: ApplyToPlanDeps,
  actor: Actor,
  recommendation: Recommendation,
  { foundAt }: Advice,
): Promise<Result<Undo | undefined, Failure>> {
  const { proposal } = recommendation;
  switch (proposal.kind) {
    case "task":
      return err(failures.nothingToChange());
    case "add-slot":
    case "move-slot":
      return applySlots(deps, actor, proposal);
    case "draft":
      return applyDraft(deps, actor, recommendation, proposal, foundAt);
    case "response-target":
      return applyTarget(deps, actor, proposal);
  }
}
