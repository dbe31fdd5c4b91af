import { wakeStuckReplies } from "#core/inbox/index.ts";
import { systemClock } from "#core/kernel/clock.ts";
import { listAwaitedLeads } from "#core/leads/index.ts";
import { log } from "../log.ts";
import { leads, outgoings, reconcileQueue, respondQueue } from "../runtime.ts";

/** Every five minutes: wakes replies that nobody took on, and asks again for leads whose details are awaited. */
export async function handler(): Promise<void> {
  const replies = await wakeStuckReplies({
    outgoings: outgoings(),
    respondQueue: respondQueue(),
    clock: systemClock,
  });
  const awaited = await listAwaitedLeads({ leads: leads(), clock: systemClock });
  await reconcileQueue().sendAll(awaited.map((lead) => ({ message: { kind: "fetch-lead", ...lead } })));
  log.info("reconcile", { replies, leads: awaited.length });
}
