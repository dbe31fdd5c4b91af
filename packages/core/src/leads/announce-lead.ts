import type { InboundLead } from "../channels/inbound.ts";
import type { Clock } from "../kernel/clock.ts";
import { formLeadIdOf } from "./identity.ts";
import type { Lead } from "./model.ts";
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
  const lead: Lead = {
    workspaceId,
    id,
    createdAt: item.occurredAt,
    channelId,
    emails: [],
    phones: [],
    sources: [
      {
        id,
        kind: "lead-form",
        at: item.occurredAt,
        channelId,
        remoteId: item.remoteId,
        formId: item.formId,
        adId: item.adId,
      },
    ],
    stage: "new",
    stages: [{ stage: "new", at: item.occurredAt, by: "system:intake" }],
    details: "awaited",
    fetchAttempts: 0,
    wakeAt: deps.clock.nowMs() + firstWakeMs,
    version: 1,
  };
  if (await deps.leads.create(lead)) return lead;
  const stored = await deps.leads.get(workspaceId, id);
  if (!stored) throw new Error(`Lead ${id} exists and cannot be read`);
  return stored;
}
