import type { Clock } from "../kernel/clock.ts";
import { identitiesOf } from "./identity.ts";
import type { Lead } from "./model.ts";
import type { Leads } from "./ports.ts";
import { pointingTo, united } from "./united.ts";

const maxAttempts = 20;

/** The lead that a person's lead has become in the end; `null` when there is none. */
export async function leadFor(leads: Pick<Leads, "get">, workspaceId: string, leadId: string): Promise<Lead | null> {
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
export async function uniteByIdentity(
  deps: { leads: Leads; clock: Clock },
  workspaceId: string,
  leadId: string,
): Promise<Lead> {
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const lead = await leadFor(deps.leads, workspaceId, leadId);
    if (!lead) throw new Error(`Lead ${leadId} is gone`);
    const other = await firstOther(deps.leads, lead);
    if (!other) return lead;
    const [winner, loser] = older(lead, other);
    await merge(deps, winner, loser);
  }
  throw new Error(`Lead ${leadId} changes faster than it can be united`);
}

const older = (a: Lead, b: Lead): readonly [Lead, Lead] =>
  a.createdAt < b.createdAt || (a.createdAt === b.createdAt && a.id < b.id) ? [a, b] : [b, a];

/** Claims the lead's identities; the first other lead that owns one of them already. */
async function firstOther(leads: Leads, lead: Lead): Promise<Lead | null> {
  for (const identity of identitiesOf(lead)) {
    const ownerId = await leads.claimIdentity(lead.workspaceId, identity, lead.id);
    if (ownerId === lead.id) continue;
    const owner = await leadFor(leads, lead.workspaceId, ownerId);
    if (owner && owner.id !== lead.id) return owner;
    await leads.moveIdentity(lead.workspaceId, identity, ownerId, lead.id);
  }
  return null;
}

/**
 * Does nothing more when the winner changed meanwhile; the caller looks again. A loser that changed is united once more,
 * so that nothing done to it in that moment is lost.
 */
async function merge({ leads, clock }: { leads: Leads; clock: Clock }, winner: Lead, loser: Lead): Promise<void> {
  const { workspaceId } = loser;
  let pair: readonly [Lead, Lead] = [winner, loser];
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const [to, from] = pair;
    const both = united(to, from, clock.nowMs());
    if (!(await leads.save(both))) return;
    await Promise.all(identitiesOf(from).map((identity) => leads.moveIdentity(workspaceId, identity, from.id, to.id)));
    const pointer = pointingTo(to, from);
    if (await leads.save(pointer)) return leads.noteDuties(pointer);
    const latest = await leads.get(workspaceId, from.id);
    if (!latest || latest.mergedInto !== undefined) return;
    pair = [both, latest];
  }
}
