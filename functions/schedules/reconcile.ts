import { connectorFor } from "#core/channels/catalog.ts";
import { planPolls, wakeStuckReplies } from "#core/inbox/index.ts";
import { systemClock } from "#core/kernel/clock.ts";
import { listDueLeads } from "#core/leads/index.ts";
import { log } from "../log.ts";
import { channels, leads, outgoings, reconcileQueue, respondQueue, workspaces } from "../runtime.ts";

/**
 * Every five minutes: wakes replies that nobody took on, asks again for leads whose details are awaited, has it told
 * where a first response was missed, and has the lists of channels compared whose turn it is.
 */
export async function handler(): Promise<void> {
  const replies = await wakeStuckReplies({
    outgoings: outgoings(),
    respondQueue: respondQueue(),
    clock: systemClock,
  });
  const { awaited, missed } = await listDueLeads({ leads: leads(), clock: systemClock });
  await reconcileQueue().sendAll([
    ...awaited.map((lead) => ({ message: { kind: "fetch-lead" as const, ...lead } })),
    ...missed.map((lead) => ({ message: { kind: "tell-missed-response" as const, ...lead } })),
  ]);
  const polls = await planPolls({
    workspaces: workspaces(),
    channels: channels(),
    connectorFor,
    pollQueue: reconcileQueue(),
    clock: systemClock,
  });
  log.info("reconcile", { replies, leads: awaited.length, missed: missed.length, polls });
}
