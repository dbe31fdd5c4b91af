import { authorize } from "../access/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import { conflict, type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { digestOf } from "../kernel/stamped.ts";
import { type FinishDeps, finishChange, owedFrom } from "./finish-change.ts";
import type { Lead } from "./model.ts";
import { bothOwed, type Owed } from "./owed.ts";
import type { Deed } from "./transitions.ts";
import { leadFor } from "./unite-leads.ts";

export type ChangeDeps = FinishDeps;

/** A lead that is asked for, on the version that the member saw. */
export interface ChangeOf {
  readonly leadId: string;
  readonly version: number;
}

/**
 * A member changes a lead: on the version they saw, in one write, together with what has to follow it, which is done at
 * once or, when this breaks off, by the sweep. `change` says what the lead is then, or why not. Returns the person's lead.
 * Owners and managers.
 */
export async function changeLead(
  deps: ChangeDeps,
  actor: Actor,
  { leadId, version }: ChangeOf,
  change: (lead: Lead, deed: Deed) => Result<Lead, Failure>,
): Promise<Result<Lead, Failure>> {
  const allowed = authorize(actor, "respond");
  if (!allowed.ok) return allowed;
  const before = await leadFor(deps.leads, actor.workspaceId, leadId);
  if (!before) return err(notFound());
  if (before.erasedAt !== undefined) return err(conflict("lead-erased"));
  if (before.version !== version) return err(conflict("changed-meanwhile"));
  const deed = { at: deps.clock.nowMs(), by: actorName(actor) };
  const next = change(before, deed);
  if (!next.ok) return next;
  const after = { ...next.value, owed: bothOwed(before.owed, owedBy(before, next.value, deed)) };
  if (!(await deps.leads.save(after))) return err(conflict("changed-meanwhile"));
  return ok(await finishChange(deps, after));
}

/** What the rest of the product has to learn of a change. */
function owedBy(before: Lead, after: Lead, { at, by }: Deed): Owed {
  const isMoved = before.stage !== after.stage;
  const isOtherContact = digestOf([before.emails, before.phones]) !== digestOf([after.emails, after.phones]);
  const isOtherValue = digestOf(before.value) !== digestOf(after.value);
  return owedFrom(at, {
    moves: isMoved ? [{ from: before.stage, to: after.stage, at, by }] : [],
    ...(isOtherContact && { contact: goneContacts(before, after) }),
    counted: isMoved || isOtherContact || isOtherValue,
  });
}

const goneContacts = (before: Lead, after: Lead): NonNullable<Owed["contact"]> => [
  ...before.emails.filter((value) => !after.emails.includes(value)).map((value) => ({ kind: "email" as const, value })),
  ...before.phones.filter((value) => !after.phones.includes(value)).map((value) => ({ kind: "phone" as const, value })),
];
