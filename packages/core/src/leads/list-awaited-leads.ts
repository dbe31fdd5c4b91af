import type { Clock } from "../kernel/clock.ts";
import type { Leads } from "./ports.ts";

/** Leads, of all workspaces, whose details should be asked for again; give each to `fetchLeadDetails`. */
export async function listAwaitedLeads(
  deps: { leads: Leads; clock: Clock },
  limit = 100,
): Promise<readonly { workspaceId: string; leadId: string }[]> {
  const due = await deps.leads.listDue(deps.clock.nowMs(), limit);
  return due.map(({ workspaceId, id }) => ({ workspaceId, leadId: id }));
}
