import { connectorFor } from "#core/channels/catalog.ts";
import { listOwingPosts } from "#core/content/index.ts";
import { planPolls, tellOverdue, wakeStuckReplies } from "#core/inbox/index.ts";
import { systemClock } from "#core/kernel/clock.ts";
import { listDueLeads } from "#core/leads/index.ts";
import { log } from "../log.ts";
import {
  channels,
  events,
  leads,
  outgoings,
  posts,
  reconcileQueue,
  respondQueue,
  threads,
  workspaces,
} from "../runtime.ts";

/**
 * Every five minutes: wakes replies that nobody took on, asks again for leads whose details are awaited, has it told
 * where a first response was missed, has finished what had to follow a change of a lead or a post and did not, has the
 * lists of channels compared whose turn it is, and tells of threads whose response target has passed.
 */
export async function handler(): Promise<void> {
  const replies = await wakeStuckReplies({
    outgoings: outgoings(),
    respondQueue: respondQueue(),
    clock: systemClock,
  });
  const { awaited, missed, unfinished } = await listDueLeads({ leads: leads(), clock: systemClock });
  const owing = await listOwingPosts({ posts: posts(), clock: systemClock });
  await reconcileQueue().sendAll([
    ...awaited.map((lead) => ({ message: { kind: "fetch-lead" as const, ...lead } })),
    ...missed.map((lead) => ({ message: { kind: "tell-missed-response" as const, ...lead } })),
    ...unfinished.map((lead) => ({ message: { kind: "finish-lead-change" as const, ...lead } })),
    ...owing.map((post) => ({ message: { kind: "tell-owing-post" as const, ...post } })),
  ]);
  const polls = await planPolls({
    workspaces: workspaces(),
    channels: channels(),
    connectorFor,
    pollQueue: reconcileQueue(),
    clock: systemClock,
  });
  const overdue = await tellOverdue({
    workspaces: workspaces(),
    threads: threads(),
    events: events(),
    clock: systemClock,
  });
  log.info("reconcile", {
    replies,
    leads: awaited.length,
    missed: missed.length,
    unfinished: unfinished.length,
    owing: owing.length,
    polls,
    overdue,
  });
}
