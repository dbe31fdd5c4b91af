import type { Channel, ChannelCalls, Channels, ConnectorFor, PlatformApps } from "../channels/connected/index.ts";
import type { ChannelCall, PlatformApp } from "../channels/connector.ts";
import type { PublicPagesCapability } from "../channels/public-pages.ts";

export interface ReadingDeps {
  readonly channels: Pick<Channels, "list">;
  readonly channelCalls: ChannelCalls;
  readonly connectorFor: ConnectorFor;
  readonly apps: PlatformApps;
}

/** How pages of a platform are read: through a channel of the workspace there. */
export interface Reader {
  readonly publicPages: PublicPagesCapability;
  readonly app: PlatformApp;
  readonly call: ChannelCall;
}

/** Finds a way to read public pages of a platform: through the given channel, or any that is connected there. */
export async function readerOf(
  deps: ReadingDeps,
  workspaceId: string,
  platform: string,
  channelId?: string,
): Promise<Reader | null> {
  const publicPages = deps.connectorFor(platform)?.publicPages;
  const app = await deps.apps.get(platform);
  if (!publicPages || !app) return null;
  for (const channel of connectedTo(await deps.channels.list(workspaceId), platform)) {
    if (channelId !== undefined && channel.id !== channelId) continue;
    const call = await deps.channelCalls.open(channel);
    if (call) return { publicPages, app, call };
  }
  return null;
}

/** The channels of a platform through which it can be asked now. */
export const connectedTo = (channels: readonly Channel[], platform: string): readonly Channel[] =>
  channels.filter((channel) => channel.platform === platform && channel.state === "connected");
