import type { ChannelCalls, Channels, ConnectorFor } from "../channels/connected/index.ts";
import type { ConnectorError } from "../channels/errors.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Queue } from "../kernel/queue.ts";
import { addDays, dayOf } from "../kernel/time.ts";
import type { AdMeasureMessage } from "./messages.ts";
import { type AdDay, type ChosenAdAccount, campaignsOfDay } from "./model.ts";
import type { AdAccounts, AdDays } from "./ports.ts";

export interface MeasureAdsDeps {
  readonly channels: Pick<Channels, "get">;
  readonly channelCalls: ChannelCalls;
  readonly connectorFor: ConnectorFor;
  readonly adAccounts: Pick<AdAccounts, "get" | "note">;
  readonly adDays: Pick<AdDays, "put">;
  readonly adQueue: Queue<AdMeasureMessage>;
  readonly clock: Clock;
}

/** What became of it; `later` was put back on the queue. */
export type MeasureAdsOutcome = "measured" | "not-measurable" | "refused" | "later" | "given-up";

const maxAttempts = 5;
const maxDelayMs = 900_000;
const retryMs = 60_000;

/**
 * Asks a platform what the ads of a channel's account did on some days, and stores each day whole, also one on which
 * nothing was delivered: that is known then. Asking twice is harmless. A refusal is noted at the account and disconnects
 * nothing: reading ads is another consent than the channel's.
 */
export async function handleAdMeasureMessage(
  deps: MeasureAdsDeps,
  message: AdMeasureMessage,
): Promise<MeasureAdsOutcome> {
  const { workspaceId, channelId } = message;
  const [channel, chosen] = await Promise.all([
    deps.channels.get(workspaceId, channelId),
    deps.adAccounts.get(workspaceId, channelId),
  ]);
  const ads = channel && deps.connectorFor(channel.platform)?.ads;
  if (!channel || !chosen || !ads) return "not-measurable";
  const call = await deps.channelCalls.open(channel);
  if (!call) return refused(deps, chosen, "no-permission");
  const { account } = chosen;
  const { from } = message.ads;
  const to = earlierOf(message.ads.to, dayOf(deps.clock.nowMs(), account.timeZone));
  if (to < from) return "not-measurable";
  const rows = await ads.campaignDays(call, { account, from, to });
  if (!rows.ok) return afterError(deps, chosen, message, rows.error);
  const measuredAt = deps.clock.nowMs();
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const campaigns = rows.value.filter((row) => row.day === day).map(({ day: _, ...figures }) => figures);
    const report: AdDay = {
      accountId: account.id,
      day,
      currency: account.currency,
      measuredAt,
      campaigns: campaignsOfDay(campaigns),
    };
    await deps.adDays.put(workspaceId, report);
  }
  await deps.adAccounts.note(chosen, { measuredAt });
  return "measured";
}

async function refused(
  deps: MeasureAdsDeps,
  chosen: ChosenAdAccount,
  trouble: NonNullable<ChosenAdAccount["trouble"]>,
): Promise<MeasureAdsOutcome> {
  await deps.adAccounts.note(chosen, { trouble, troubledAt: deps.clock.nowMs() });
  return "refused";
}

async function afterError(
  deps: MeasureAdsDeps,
  chosen: ChosenAdAccount,
  message: AdMeasureMessage,
  cause: ConnectorError,
): Promise<MeasureAdsOutcome> {
  if (cause.class === "auth-expired" || cause.class === "permission") return refused(deps, chosen, "no-permission");
  if (cause.class === "not-found") return refused(deps, chosen, "not-found");
  if (message.attempt >= maxAttempts) return "given-up";
  const waitMs = cause.class === "rate-limited" ? cause.resetAt - deps.clock.nowMs() : retryMs * 2 ** message.attempt;
  const delayMs = Math.min(maxDelayMs, Math.max(retryMs, waitMs));
  await deps.adQueue.send({ ...message, attempt: message.attempt + 1 }, { delayMs });
  return "later";
}

const earlierOf = (a: string, b: string): string => (a < b ? a : b);
