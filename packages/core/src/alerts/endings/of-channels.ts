import type { Channels } from "../../channels/connected/index.ts";
import type { Clock } from "../../kernel/clock.ts";
import { needsConsent } from "../consent.ts";
import type { Alert } from "../model.ts";
import type { Ending } from "./ending.ts";

export interface ChannelEndingDeps {
  readonly channels: Pick<Channels, "get">;
  readonly clock: Clock;
}

/** A channel that needed consent: it has it, by a person or by a renewal, or is here no more. */
export async function endingOfConsent(deps: ChannelEndingDeps, alert: Alert): Promise<Ending | undefined> {
  const channel = await deps.channels.get(alert.workspaceId, alert.channelId ?? "");
  if (!channel) return "channel-removed";
  if (needsConsent(channel, deps.clock.nowMs())) return undefined;
  return channel.connectedAt >= alert.openedAt ? "connected" : "renewed";
}
