import type { Workspaces } from "../access/index.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Queue } from "../kernel/queue.ts";
import { addDays, dayOf, inZone } from "../kernel/time.ts";
import type { AdMeasureMessage } from "./messages.ts";
import type { ChosenAdAccount } from "./model.ts";
import type { AdAccounts } from "./ports.ts";

/** How long a platform goes on correcting what ads did on a day, days: what comes late is credited to the day of the ad. */
export const restatedDays = 28;
/** How many such spans are asked for when an account is chosen. */
const historySpans = 3;

/**
 * How many days, today included, are asked for at which hour of the workspace's day: at 6 everything that may still have
 * been corrected, at 14 and 23 the day that runs and the one before.
 */
const daysByHour: Readonly<Record<number, number>> = { 6: restatedDays, 14: 2, 23: 2 };

export interface PlanAdMeasurementsDeps {
  readonly workspaces: Pick<Workspaces, "listAll">;
  readonly adAccounts: Pick<AdAccounts, "list">;
  readonly adQueue: Queue<AdMeasureMessage>;
  readonly clock: Clock;
}

/**
 * Called once an hour: enqueues what is due now in each workspace's own time, each account once, also where several
 * channels have it. Answers how many accounts are asked.
 */
export async function planAdMeasurements(deps: PlanAdMeasurementsDeps): Promise<number> {
  const now = deps.clock.nowMs();
  const messages: AdMeasureMessage[] = [];
  for (const { id, timeZone } of await deps.workspaces.listAll()) {
    const days = daysByHour[inZone(now, timeZone).hour];
    if (days !== undefined) messages.push(...(await accountDays(deps, id, days, now)));
  }
  await deps.adQueue.sendAll(messages.map((message) => ({ message })));
  return messages.length;
}

/** Has everything that may still have been corrected asked for at once. Answers how many accounts are asked. */
export async function measureAdsNow(
  deps: Omit<PlanAdMeasurementsDeps, "workspaces">,
  workspaceId: string,
): Promise<number> {
  const messages = await accountDays(deps, workspaceId, restatedDays, deps.clock.nowMs());
  await deps.adQueue.sendAll(messages.map((message) => ({ message })));
  return messages.length;
}

async function accountDays(
  { adAccounts }: Pick<PlanAdMeasurementsDeps, "adAccounts">,
  workspaceId: string,
  days: number,
  nowMs: number,
): Promise<AdMeasureMessage[]> {
  const chosen = await adAccounts.list(workspaceId);
  // Of the channels that have the same account, one through which it can be read.
  const isReadable = (one: ChosenAdAccount): number => (one.trouble === undefined ? 1 : 0);
  const accounts = new Map(
    chosen.toSorted((a, b) => isReadable(a) - isReadable(b)).map((one) => [one.account.id, one]),
  );
  return [...accounts.values()].map(({ channelId, account }) => {
    const to = dayOf(nowMs, account.timeZone);
    return { workspaceId, channelId, ads: { from: addDays(to, 1 - days), to }, attempt: 0 };
  });
}

/** The spans of days that are asked for of an account that was just chosen, the newest first. */
export const historyWindows = (today: string): { from: string; to: string }[] =>
  Array.from({ length: historySpans }, (_, span) => ({
    from: addDays(today, 1 - restatedDays * (span + 1)),
    to: addDays(today, -restatedDays * span),
  }));
