import { systemActor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import type { EventPublisher } from "../kernel/events.ts";
import { leadResponseMissed } from "./events.ts";
import { changed, responseAlarmAt } from "./model.ts";
import type { Leads } from "./ports.ts";

const limit = 100;

export interface DueLead {
  readonly workspaceId: string;
  readonly leadId: string;
}

/**
 * Leads that must be looked at by now: their details are asked for again, a first response was missed, or what had to
 * follow a change was not done.
 */
export async function listDueLeads(deps: {
  leads: Pick<Leads, "listDue">;
  clock: Clock;
}): Promise<Readonly<Record<"awaited" | "missed" | "unfinished", readonly DueLead[]>>> {
  const now = deps.clock.nowMs();
  const due = await deps.leads.listDue(now, limit);
  const hasCome = (at: number | undefined) => at !== undefined && at <= now;
  const named = (some: typeof due) => some.map(({ workspaceId, id }) => ({ workspaceId, leadId: id }));
  return {
    awaited: named(due.filter(({ wakeAt }) => hasCome(wakeAt))),
    missed: named(due.filter((lead) => hasCome(responseAlarmAt(lead)))),
    unfinished: named(due.filter(({ owed }) => hasCome(owed?.at))),
  };
}

/**
 * Tells that a person has had no first response in the agreed time: once, or twice when it breaks off between telling
 * and noting it. Does nothing when the person was answered meanwhile.
 */
export async function tellMissedResponse(
  deps: { leads: Leads; events: EventPublisher; clock: Clock },
  { workspaceId, leadId }: DueLead,
): Promise<void> {
  const lead = await deps.leads.get(workspaceId, leadId);
  const now = deps.clock.nowMs();
  if (!lead?.waiting || (responseAlarmAt(lead) ?? Number.POSITIVE_INFINITY) > now) return;
  const { since, dueAt } = lead.waiting;
  const data = { leadId, ownerId: lead.ownerId, since, dueAt };
  await deps.events.publish([leadResponseMissed.make(deps.clock, systemActor(workspaceId, "leads"), data)]);
  // Whoever changed it meanwhile has it looked at again by the next sweep.
  await deps.leads.save(changed(lead, { waiting: { since, dueAt, missedAt: now } }));
}
