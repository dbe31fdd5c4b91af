import { authorize } from "../access/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { conflict, type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import type { Lead } from "./model.ts";
import type { Leads } from "./ports.ts";
import type { Deed } from "./transitions.ts";
import { leadFor } from "./unite-leads.ts";

export interface ChangeDeps {
  readonly leads: Leads;
  readonly clock: Clock;
}

/** A lead that is asked for, on the version that the member saw. */
export interface ChangeOf {
  readonly leadId: string;
  readonly version: number;
}

/**
 * A member changes a lead: on the version they saw, in one write, and what is to be done with it follows. `change` says
 * what the lead is then, or why not. Owners and managers.
 */
export async function changeLead(
  deps: ChangeDeps,
  actor: Actor,
  { leadId, version }: ChangeOf,
  change: (lead: Lead, deed: Deed) => Result<Lead, Failure>,
): Promise<Result<{ before: Lead; after: Lead }, Failure>> {
  const allowed = authorize(actor, "respond");
  if (!allowed.ok) return allowed;
  const before = await leadFor(deps.leads, actor.workspaceId, leadId);
  if (!before) return err(notFound());
  if (before.erasedAt !== undefined) return err(conflict("lead-erased"));
  if (before.version !== version) return err(conflict("changed-meanwhile"));
  const after = change(before, { at: deps.clock.nowMs(), by: actorName(actor) });
  if (!after.ok) return after;
  if (!(await deps.leads.save(after.value))) return err(conflict("changed-meanwhile"));
  await deps.leads.noteDuties(after.value);
  return ok({ before, after: after.value });
}
