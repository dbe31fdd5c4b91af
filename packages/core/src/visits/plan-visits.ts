import type { Workspaces } from "../access/index.ts";
import type { Channel, Channels } from "../channels/connected/index.ts";
import { isSite } from "../channels/sites.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Queue } from "../kernel/queue.ts";
import { addDays, dayOf, inZone } from "../kernel/time.ts";
import type { VisitMessage } from "./messages.ts";
import type { Sites } from "./ports.ts";

/** How long analytics go on changing a day: the visits themselves for two days, credited key events for up to twelve. */
export const restatedDays = 14;
/** Days that are still being counted, with the one that runs. */
const unsettledDays = 4;

/**
 * How many days, today included, are asked for at which hour of the workspace's day: at 6 everything that may still
 * change, at 14 and 23 what is still being counted.
 */
const daysByHour: Readonly<Record<number, number>> = { 6: restatedDays, 14: unsettledDays, 23: unsettledDays };

/** What is asked of a site that was just connected: 13 months, so that a year can be compared, in months of 31 days. */
const historySpans = 13;
const spanDays = 31;

export interface PlanVisitsDeps {
  readonly workspaces: Pick<Workspaces, "listAll">;
  readonly channels: Pick<Channels, "list">;
  readonly sites: Pick<Sites, "list">;
  readonly visitQueue: Queue<VisitMessage>;
  readonly clock: Clock;
}

/** Called once an hour: enqueues what is due now in each workspace's own time. Answers how many sites are asked. */
export async function planVisits(deps: PlanVisitsDeps): Promise<number> {
  const now = deps.clock.nowMs();
  const messages: VisitMessage[] = [];
  for (const workspace of await deps.workspaces.listAll()) {
    const days = daysByHour[inZone(now, workspace.timeZone).hour];
    if (days !== undefined) messages.push(...(await siteDays(deps, workspace, days)));
  }
  await deps.visitQueue.sendAll(messages.map((message) => ({ message })));
  return messages.length;
}

/** Has everything that may still change asked for at once. Answers how many sites are asked. */
export async function measureVisitsNow(
  deps: Omit<PlanVisitsDeps, "workspaces">,
  workspace: { readonly id: string; readonly timeZone: string },
): Promise<number> {
  const messages = await siteDays(deps, workspace, restatedDays);
  await deps.visitQueue.sendAll(messages.map((message) => ({ message })));
  return messages.length;
}

/** Has the visits of the last 13 months of newly connected sites asked for, the newest first. */
export async function measureVisitHistory(
  deps: Pick<PlanVisitsDeps, "visitQueue" | "clock">,
  workspace: { readonly id: string; readonly timeZone: string },
  channels: readonly Pick<Channel, "id" | "platform">[],
): Promise<void> {
  const today = dayOf(deps.clock.nowMs(), workspace.timeZone);
  const messages = channels.filter(isSite).flatMap(({ id }) =>
    Array.from({ length: historySpans }, (_, span) => {
      const to = addDays(today, -spanDays * span);
      return asking(workspace.id, id, addDays(to, 1 - spanDays), to);
    }),
  );
  await deps.visitQueue.sendAll(messages.map((message) => ({ message })));
}

async function siteDays(
  { channels, sites, clock }: Pick<PlanVisitsDeps, "channels" | "sites" | "clock">,
  { id, timeZone }: { readonly id: string; readonly timeZone: string },
  days: number,
): Promise<VisitMessage[]> {
  const connected = (await channels.list(id)).filter((channel) => channel.state === "connected" && isSite(channel));
  if (connected.length === 0) return [];
  const zones = new Map((await sites.list(id)).map((site) => [site.channelId, site.timeZone]));
  return connected.map((channel) => {
    const to = dayOf(clock.nowMs(), zones.get(channel.id) ?? timeZone);
    return asking(id, channel.id, addDays(to, 1 - days), to);
  });
}

const asking = (workspaceId: string, channelId: string, from: string, to: string): VisitMessage => ({
  workspaceId,
  channelId,
  visits: { from, to },
  attempt: 0,
  waits: 0,
});
