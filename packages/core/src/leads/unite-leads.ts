import { identitiesOf, type LeadIdentity } from "./identity.ts";
import { changed, type Lead, united } from "./model.ts";
import type { Leads } from "./ports.ts";

const maxAttempts = 20;

/** The lead that a person's lead has become in the end; `null` when there is none. */
export async function leadFor(leads: Leads, workspaceId: string, leadId: string): Promise<Lead | null> {
  let lead = await leads.get(workspaceId, leadId);
  for (let hops = 0; lead?.mergedInto !== undefined && hops < maxAttempts; hops++) {
    lead = await leads.get(workspaceId, lead.mergedInto);
  }
  return lead;
}

/**
 * Makes one lead of all that share an identity with this one: the oldest stays and gets every source, the others point
 * to it. Every step may be repeated, so that a crash between two of them is healed by doing it again. Returns the
 * person's lead.
 */
export async function uniteByIdentity(leads: Leads, workspaceId: string, leadId: string): Promise<Lead> {
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const lead = await leadFor(leads, workspaceId, leadId);
    if (!lead) throw new Error(`Lead ${leadId} is gone`);
    const other = await firstOther(leads, lead);
    if (!other) return lead;
    const [winner, loser] = older(lead, other);
    if (await merge(leads, winner, loser)) continue;
  }
  throw new Error(`Lead ${leadId} changes faster than it can be united`);
}

const older = (a: Lead, b: Lead): readonly [Lead, Lead] =>
  a.createdAt < b.createdAt || (a.createdAt === b.createdAt && a.id < b.id) ? [a, b] : [b, a];

/** Claims the lead's identities; the first other lead that owns one of them already. */
async function firstOther(leads: Leads, lead: Lead): Promise<Lead | null> {
  for (const identity of identitiesOf(lead.emails, lead.phones)) {
    const ownerId = await leads.claimIdentity(lead.workspaceId, identity, lead.id);
    if (ownerId === lead.id) continue;
    const owner = await leadFor(leads, lead.workspaceId, ownerId);
    if (owner && owner.id !== lead.id) return owner;
    await leads.moveIdentity(lead.workspaceId, identity, ownerId, lead.id);
  }
  return null;
}

/** False when one of the two changed meanwhile. */
async function merge(leads: Leads, winner: Lead, loser: Lead): Promise<boolean> {
  if (!(await leads.save(united(winner, loser)))) return false;
  const identities: LeadIdentity[] = identitiesOf(loser.emails, loser.phones);
  await Promise.all(identities.map((identity) => leads.moveIdentity(loser.workspaceId, identity, loser.id, winner.id)));
  return leads.save(changed(loser, { mergedInto: winner.id, wakeAt: undefined }));
}
