import type { AdAccounts } from "../../ads/index.ts";
import type { Channels } from "../../channels/connected/index.ts";
import type { Clock } from "../../kernel/clock.ts";
import { adsNeed, channelNeed, consentedAt } from "../consent.ts";
import type { Alert } from "../model.ts";
import type { Ending } from "./ending.ts";

export interface ChannelEndingDeps {
  readonly channels: Pick<Channels, "get">;
  readonly adAccounts: Pick<AdAccounts, "get">;
  readonly clock: Clock;
}

/** A channel, or its ads, needed consent: there is one, by a person or by a renewal, or nobody needs it any more. */
export async function endingOfConsent(deps: ChannelEndingDeps, alert: Alert): Promise<Ending | undefined> {
  const { workspaceId, channelId = "", openedAt } = alert;
  const now = deps.clock.nowMs();
  const channel = await deps.channels.get(workspaceId, channelId);
  if (!channel) return "channel-removed";
  if (alert.params.of === "ads") {
    const chosen = await deps.adAccounts.get(workspaceId, channelId);
    if (!chosen) return "account-released";
    if (adsNeed(channel, chosen, now)) return undefined;
  } else if (channelNeed(channel, now)) return undefined;
  return consentedAt(channel) >= openedAt ? "connected" : "renewed";
}
