import { systemActor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { derivedId } from "../kernel/derived-id.ts";
import type { DirtyBuckets } from "../kernel/dirty-buckets.ts";
import type { DomainEvent, EventPublisher } from "../kernel/events.ts";
import { digestOf } from "../kernel/stamped.ts";
import type { DueLead } from "./due-leads.ts";
import { leadMoved } from "./events.ts";
import { identitiesOf } from "./identity.ts";
import { changed, type Lead, noChannel } from "./model.ts";
import type { Owed } from "./owed.ts";
import type { Leads } from "./ports.ts";
import { uniteByIdentity } from "./unite-leads.ts";

export interface FinishDeps {
  readonly leads: Leads;
  readonly dirtyBuckets: DirtyBuckets;
  readonly events: EventPublisher;
  readonly clock: Clock;
}

/** The sweep sees to what a change owes, ms after it was stored, unless it was done at once. */
const sweepAfterMs = 5 * 60_000;

/** What a change owes from now on; `contact` are the addresses and numbers that are no longer the person's. */
export const owedFrom = (now: number, owed: Pick<Owed, "moves" | "contact" | "counted">): Owed => ({
  ...owed,
  at: now + sweepAfterMs,
});

/**
 * Does what the changes of a lead owe: who it is, who is told, what is counted, what is to be done with it; then notes that
 * it is done. Every step may be repeated, and the same move is told under the same event id. Returns the person's lead.
 */
export async function finishChange(deps: FinishDeps, lead: Lead): Promise<Lead> {
  const { owed, workspaceId } = lead;
  if (!owed) return lead;
  if (owed.contact) await letGo(deps.leads, lead, owed.contact);
  const person = owed.contact ? await uniteByIdentity(deps, workspaceId, lead.id) : lead;
  if (owed.moves.length > 0) await deps.events.publish(owed.moves.map((move) => movedEvent(deps.clock, person, move)));
  if (owed.counted) {
    for (const one of person.id === lead.id ? [lead] : [lead, person]) {
      await deps.dirtyBuckets.mark(workspaceId, one.channelId ?? noChannel, one.createdAt);
    }
  }
  await deps.leads.noteDuties(person);
  return settled(deps.leads, person, owed);
}

/** Finishes what the sweep found: somebody stored a change and came no further. */
export async function finishLeadChange(deps: FinishDeps, { workspaceId, leadId }: DueLead): Promise<void> {
  const lead = await deps.leads.get(workspaceId, leadId);
  if (lead && lead.mergedInto === undefined) await finishChange(deps, lead);
}

function movedEvent(clock: Clock, { workspaceId, id: leadId }: Lead, move: Owed["moves"][number]): DomainEvent {
  const { from, to, at, by } = move;
  const event = leadMoved.make(clock, systemActor(workspaceId, "leads"), { leadId, from, to });
  return { ...event, id: derivedId("evt", leadId, event.type, to, String(at)), actor: by, occurredAt: at };
}

/** What is no longer written of a lead does not recognise it any more. */
async function letGo(leads: Leads, lead: Lead, gone: NonNullable<Owed["contact"]>): Promise<void> {
  const present = new Set(identitiesOf(lead).map(({ kind, value }) => `${kind} ${value}`));
  const away = gone.filter(({ kind, value }) => !present.has(`${kind} ${value}`));
  const owners = [lead.id, ...lead.merged];
  await Promise.all(
    away.flatMap((identity) => owners.map((owner) => leads.dropIdentity(lead.workspaceId, identity, owner))),
  );
}

/** The lead that owes nothing more. Where somebody changed it meanwhile, the sweep does once more what may be repeated. */
async function settled(leads: Leads, person: Lead, owed: Owed): Promise<Lead> {
  const latest = (await leads.get(person.workspaceId, person.id)) ?? person;
  if (digestOf(latest.owed) !== digestOf(owed)) return latest;
  const free = changed(latest, { owed: undefined });
  return (await leads.save(free)) ? free : latest;
}
