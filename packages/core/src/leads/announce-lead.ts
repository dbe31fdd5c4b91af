import type { InboundLead } from "../channels/inbound.ts";
import type { Clock } from "../kernel/clock.ts";
import { formLeadIdOf } from "./identity.ts";
import { aNewLead, type Lead } from "./model.ts";
import type { Leads } from "./ports.ts";

/** How long after an announcement the sweep asks for details that have still not come, in ms. */
const firstWakeMs = 5 * 60_000;

/**
 * Stores that a form was filled in, before anything is asked of the platform: once, however often it is announced. From
 * then on the lead is listed with its details awaited. Returns the stored lead.
 */
export async function announceLead(
  deps: { leads: Leads; clock: Clock },
  place: { workspaceId: string; channelId: string },
  item: InboundLead,
): Promise<Lead> {
  const { workspaceId, channelId } = place;
  const id = formLeadIdOf(channelId, item.remoteId);
  const source = {
    id,
    kind: "lead-form" as const,
    at: item.occurredAt,
    channelId,
    remoteId: item.remoteId,
    formId: item.formId,
    adId: item.adId,
  };
  const lead: Lead = {
    ...aNewLead({ workspaceId, id, createdAt: item.occurredAt, sources: [source] }, "system:intake"),
    details: "awaited",
    wakeAt: deps.clock.nowMs() + firstWakeMs,
  };
  if (await deps.leads.create(lead)) return lead;
  const stored = await deps.leads.get(workspaceId, id);
  if (!stored) throw new Error(`Lead ${id} exists and cannot be read`);
  return stored;
}
