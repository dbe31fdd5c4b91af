import { type Actor, systemActor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import type { DirtyBuckets } from "../kernel/dirty-buckets.ts";
import type { EventPublisher } from "../kernel/events.ts";
import { leadReceived } from "./events.ts";
import { changed, type Lead, noChannel } from "./model.ts";
import type { Leads, TouchedBy } from "./ports.ts";
import type { LeadSource } from "./source.ts";
import { uniteByIdentity } from "./unite-leads.ts";

export interface AnnounceDeps {
  readonly leads: Leads;
  readonly dirtyBuckets: DirtyBuckets;
  readonly events: EventPublisher;
  readonly clock: Clock;
}

/** The sweep looks again at a lead whose arrival was not told to its end, ms after it was stored. */
export const arrivalWakeMs = 5 * 60_000;
/** Others change one lead at the same time only so often. */
const maxAttempts = 10;

/**
 * Stores a lead that is known, and tells of it: once, however often the same one arrives. It waits for the sweep until
 * everything that follows has been done, so that nothing is lost when this breaks off. Returns the person's lead.
 */
export async function receiveLead(deps: AnnounceDeps, actor: Actor, lead: Lead): Promise<Lead> {
  const arriving: Lead = { ...lead, wakeAt: deps.clock.nowMs() + arrivalWakeMs };
  if (await deps.leads.create(arriving)) return announceKnown(deps, arriving, actor);
  const stored = await deps.leads.get(lead.workspaceId, lead.id);
  if (!stored) throw new Error(`Lead ${lead.id} exists and cannot be read`);
  return stored.wakeAt === undefined
    ? uniteByIdentity(deps, stored.workspaceId, stored.id)
    : announceKnown(deps, stored, actor);
}

/**
 * Unites a lead with the person's other leads, tells of it, and has it counted; every step may be repeated. Does nothing
 * for a lead that does not wait for it. Returns the person's lead.
 */
export async function announceKnown(
  deps: AnnounceDeps,
  lead: Lead,
  actor: Actor = systemActor(lead.workspaceId, "leads"),
): Promise<Lead> {
  if (lead.wakeAt === undefined) return lead;
  const { workspaceId } = lead;
  const person = await uniteByIdentity(deps, workspaceId, lead.id);
  const data = { leadId: person.id, channelId: lead.channelId, newPerson: person.sources.length === 1 };
  await deps.events.publish([leadReceived.make(deps.clock, actor, data)]);
  for (const { channelId, at } of person.sources) {
    await deps.dirtyBuckets.mark(workspaceId, channelId ?? noChannel, at);
  }
  for (const source of lead.sources) {
    const touch = { leadId: person.id, at: source.at };
    await Promise.all(touchedBy(source).map((by) => deps.leads.addTouch(workspaceId, by, touch)));
  }
  return stopWaiting(deps.leads, person);
}

const touchedBy = ({ publicationId, campaignId }: LeadSource): TouchedBy[] => [
  ...(publicationId === undefined ? [] : [{ kind: "publication" as const, id: publicationId }]),
  ...(campaignId === undefined ? [] : [{ kind: "campaign" as const, id: campaignId }]),
];

/** Takes a lead out of the list of those that wait, unless something new has begun to. */
async function stopWaiting(leads: Leads, person: Lead): Promise<Lead> {
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const latest = await leads.get(person.workspaceId, person.id);
    if (!latest || latest.mergedInto !== undefined) return person;
    const isNew = latest.sources.some(({ id }) => !person.sources.some((source) => source.id === id));
    const told = latest.wakeAt === undefined || isNew ? latest : changed(latest, { wakeAt: undefined });
    if (told !== latest && !(await leads.save(told))) continue;
    await leads.noteDuties(told);
    return told;
  }
  throw new LeadDetailsAwaited(`Lead ${person.id} changes faster than it can be noted`);
}

/** What a lead waits for was not done this time; the queue or the sweep tries again. */
export class LeadDetailsAwaited extends Error {
  override readonly name = "LeadDetailsAwaited";
}
