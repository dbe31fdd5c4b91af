import * as v from "valibot";
import { authorize, type Members } from "../access/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import type { EventPublisher } from "../kernel/events.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { idSchema, versionSchema } from "../kernel/ids.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { caseChangedMeanwhile, caseUnfinished, unknownCaseCause, unknownCaseOwner } from "./errors.ts";
import { caseClosed } from "./events.ts";
import { type Case, caseCauseSchema, caseStateSchema, noted } from "./model.ts";
import type { CaseCausesStore, Cases } from "./ports.ts";

const wordsSchema = v.pipe(v.string(), v.trim(), v.maxLength(2000));

/** What a member changes of a case; what is not given stays. */
export const changeCaseSchema = v.object({
  version: versionSchema,
  state: v.optional(caseStateSchema),
  /** `null` takes the owner away. */
  ownerId: v.optional(v.nullable(idSchema)),
  cause: v.optional(caseCauseSchema),
  done: v.optional(wordsSchema),
  outcome: v.optional(wordsSchema),
});
type CaseChange = v.InferOutput<typeof changeCaseSchema>;

export interface ChangeCaseDeps {
  readonly cases: Pick<Cases, "get" | "save">;
  readonly members: Pick<Members, "get">;
  readonly caseCauses: Pick<CaseCausesStore, "get">;
  readonly events: EventPublisher;
  readonly clock: Clock;
}

/**
 * Changes a case on the version that was seen. It is closed only with a cause and an outcome; a closed one may be taken up
 * again. Who takes an owner for an open case has it in work.
 */
export async function changeCase(
  deps: ChangeCaseDeps,
  actor: Actor,
  { caseId, ...change }: CaseChange & { readonly caseId: string },
): Promise<Result<Case, Failure>> {
  const allowed = authorize(actor, "manage-cases");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const stored = await deps.cases.get(workspaceId, caseId);
  if (!stored) return err(notFound());
  if (stored.version !== change.version) return err(caseChangedMeanwhile());
  if (change.ownerId && !(await deps.members.get(workspaceId, change.ownerId))) return err(unknownCaseOwner());
  if (!(await isKnownCause(deps, stored, change.cause))) return err(unknownCaseCause());
  const next = changed(stored, change, actorName(actor), deps.clock.nowMs());
  if (next.state === "closed" && !next.cause) return err(caseUnfinished("cause"));
  if (next.state === "closed" && !next.outcome) return err(caseUnfinished("outcome"));
  const saved = { ...next, version: stored.version + 1 };
  if (!(await deps.cases.save(saved))) return err(caseChangedMeanwhile());
  if (saved.state === "closed" && stored.state !== "closed") {
    const { id, reviewId } = saved;
    await deps.events.publish([caseClosed.make(deps.clock, actor, { caseId: id, reviewId })]);
  }
  return ok(saved);
}

/** Whether a cause may be chosen: one of the workspace's, or the one that the case has already. */
async function isKnownCause(deps: ChangeCaseDeps, stored: Case, cause: string | undefined): Promise<boolean> {
  if (cause === undefined || cause === stored.cause) return true;
  const { causes } = await deps.caseCauses.get(stored.workspaceId);
  return causes.includes(cause);
}

function changed(stored: Case, change: CaseChange, by: string, at: number): Case {
  const { ownerId, cause = stored.cause, done = stored.done, outcome = stored.outcome } = change;
  const takenUp = ownerId && stored.state === "open" ? "in-work" : stored.state;
  const state = change.state ?? takenUp;
  const owner = ownerId === undefined ? stored.ownerId : (ownerId ?? undefined);
  let next: Case = { ...stored, state, ownerId: owner, cause, done, outcome };
  if (owner !== stored.ownerId) next = noted(next, { at, by, what: "assigned", ownerId: owner });
  if (cause !== stored.cause || done !== stored.done || outcome !== stored.outcome) {
    next = noted(next, { at, by, what: "edited" });
  }
  if (state === stored.state) return next;
  return { ...noted(next, { at, by, what: "moved", state }), closedAt: state === "closed" ? at : undefined };
}
