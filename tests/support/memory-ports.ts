import type { Workspace } from "#core/access/index.ts";
import type { Channel, Channels } from "#core/channels/connected/index.ts";
import type { ObjectStore } from "#core/content/index.ts";

/** The workspace in which everything of a test happens. */
export const aWorkspace = (): Workspace => ({
  id: "ws_1",
  name: "Кав'ярня Листок",
  timeZone: "Europe/Kyiv",
  language: "uk",
  currency: "UAH",
  createdAt: 0,
});

/** The connected channels as what publishes sees them. */
export function memoryChannels(items: Map<string, Channel>): Pick<Channels, "get" | "list" | "markReconnect"> {
  return {
    get: async (_workspaceId, id) => items.get(id) ?? null,
    list: async () => [...items.values()],
    markReconnect: async (_workspaceId, id, reconnectCause) => {
      const channel = items.get(id);
      if (channel) items.set(id, { ...channel, state: "reconnect", reconnectCause });
    },
  };
}

/** A bucket that signs addresses and holds nothing. */
export const emptyBucket = (): ObjectStore => ({
  presignPut: async ({ key }) => `https://bucket.example/${key}?put`,
  presignGet: async (key) => `https://bucket.example/${key}`,
  read: async () => null,
  head: async () => null,
  remove: async () => {},
});
