import type { Workspace } from "../access/index.ts";
import type { Campaigns } from "../campaigns/index.ts";
import type { Channel, Channels } from "../channels/connected/index.ts";
import { withoutSites } from "../channels/sites.ts";
import {
  daysToAnswer,
  type KpiDays,
  mergeDurations,
  mostCompared,
  noDurations,
  normHistoryMs,
  type PublicationResults,
} from "../insights/index.ts";
import { addDays, dayOf, startOfDay } from "../kernel/time.ts";
import { type Publications, slotTimes } from "../publishing/index.ts";
import type { ChannelFacts, Facts } from "./facts.ts";

export interface CollectFactsDeps {
  readonly channels: Pick<Channels, "list">;
  readonly campaigns: Pick<Campaigns, "list">;
  readonly publications: Pick<Publications, "list">;
  readonly results: Pick<PublicationResults, "since">;
  readonly kpiDays: KpiDays;
}

const responseDays = 28;
const daysAhead = 7;
/** So many of the coming week's publications are looked at. */
const mostComing = 500;

/**
 * What the rules look at. Reads, of each channel, at most 200 small results and 28 days of figures; of the workspace its
 * channels, campaigns and at most 500 publications of the coming week.
 */
export async function collectFacts(
  deps: CollectFactsDeps,
  { id: workspaceId, timeZone }: Workspace,
  now: number,
): Promise<Facts> {
  const today = dayOf(now, timeZone);
  const ahead = { from: now, to: startOfDay(addDays(today, daysAhead), timeZone) };
  const [channels, campaigns, coming] = await Promise.all([
    deps.channels.list(workspaceId),
    deps.campaigns.list(workspaceId),
    deps.publications.list(workspaceId, { ...ahead, limit: mostComing }),
  ]);
  const waiting = coming.filter(({ state }) => state !== "canceled" && state !== "failed");
  const factsOf = async (channel: Channel): Promise<ChannelFacts> => ({
    channel,
    results: await deps.results.since(workspaceId, channel.id, now - normHistoryMs, mostCompared),
    response: await responseOf(deps.kpiDays, workspaceId, channel.id, today),
    coming: waiting.filter(({ channelId }) => channelId === channel.id).map(({ dueAt }) => dueAt),
    slotTimes: slotTimes(channel.slots, timeZone, today, addDays(today, daysAhead)).map(({ dueAt }) => dueAt),
  });
  const facts: ChannelFacts[] = [];
  for (const channel of withoutSites(channels)) facts.push(await factsOf(channel));
  return {
    workspaceId,
    now,
    timeZone,
    channels: facts,
    campaigns: new Map(campaigns.map(({ id, name }) => [id, name])),
  };
}

/** How the questions of 28 days were answered, the newest days left out: theirs may still be answered in time. */
async function responseOf(kpiDays: KpiDays, workspaceId: string, channelId: string, today: string) {
  const last = addDays(today, -1 - daysToAnswer);
  const rows = await kpiDays.between(workspaceId, channelId, "day", addDays(last, 1 - responseDays), last);
  const responses = [...rows.values()].map(({ response }) => response);
  return {
    targeted: responses.reduce((sum, { targeted }) => sum + targeted, 0),
    within: responses.reduce((sum, { within }) => sum + within, 0),
    durations: responses.reduce((all, { durations }) => mergeDurations(all, durations), noDurations),
  };
}
