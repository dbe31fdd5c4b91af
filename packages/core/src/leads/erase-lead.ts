import { authorize } from "../access/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { conflict, type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { identitiesOf } from "./identity.ts";
import { getLeadWithNotes } from "./list-leads.ts";
import type { Lead } from "./model.ts";
import type { LeadNote, Leads } from "./ports.ts";
import { withoutPerson } from "./transitions.ts";
import { leadFor } from "./unite-leads.ts";

/** Others change one lead at the same time only so often. */
const maxAttempts = 5;

/**
 * Takes out everything that tells who a lead was: contact, what they wrote, notes, reasons. What is counted stays:
 * stages, value, where they came from. Doing it again does what was left undone. Owners and managers.
 */
export async function eraseLead(
  deps: { leads: Leads; clock: Clock },
  actor: Actor,
  { leadId }: { leadId: string },
): Promise<Result<Lead, Failure>> {
  const allowed = authorize(actor, "manage-leads");
  if (!allowed.ok) return allowed;
  const { leads, clock } = deps;
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const lead = await leadFor(leads, actor.workspaceId, leadId);
    if (!lead) return err(notFound());
    // What recognises the person goes first: while it stood, new interest would still be brought to this lead.
    const known = [...identitiesOf(lead), ...(lead.owed?.contact ?? [])];
    await Promise.all(known.map((identity) => leads.dropIdentity(lead.workspaceId, identity, lead.id)));
    const erased =
      lead.erasedAt === undefined ? withoutPerson(lead, { at: clock.nowMs(), by: actorName(actor) }) : lead;
    if (erased !== lead && !(await leads.save(erased))) continue;
    await leads.noteDuties(erased);
    await Promise.all([lead.id, ...lead.merged].map((id) => leads.removeNotes(lead.workspaceId, id)));
    return ok(erased);
  }
  return err(conflict("changed-meanwhile"));
}

/** Everything that is kept of one person's lead, for the person who asks for it. Owners and managers. */
export async function exportLead(
  deps: { leads: Leads },
  actor: Actor,
  input: { leadId: string },
): Promise<Result<{ lead: Lead; notes: readonly LeadNote[] }, Failure>> {
  const allowed = authorize(actor, "manage-leads");
  return allowed.ok ? getLeadWithNotes(deps, actor, input) : allowed;
}
