import { connectorFor } from "#core/channels/catalog.ts";
import type { InboundItem, InboundMessage } from "#core/channels/inbound.ts";
import type { Intake } from "./intake.ts";
import type { SeenMessage, View } from "./oracle.ts";

type Draft = { -readonly [K in keyof SeenMessage]: SeenMessage[K] };

/** What is often written instead of the product's intake; each breaks on something that platforms and queues do. */
export type Naivety =
  | "last arrival wins"
  | "stores every arrival"
  | "forgets what failed"
  | "drops edits of the unknown";

export const naiveties: readonly Naivety[] = [
  "last arrival wins",
  "stores every arrival",
  "forgets what failed",
  "drops edits of the unknown",
];

/** An intake of messages in memory that has this one weakness. */
export function naiveIntake(naivety: Naivety): Intake {
  const stored = new Map<string, Draft>();
  const changedAt = new Map<string, number>();
  let arrivals = 0;

  const apply = (item: InboundMessage) => {
    arrivals += 1;
    const isNew = !stored.has(item.remoteId);
    if (naivety === "drops edits of the unknown" && isNew && item.change !== "added") return;
    const key =
      naivety === "stores every arrival" && item.change === "added" && !isNew
        ? `${item.remoteId}#${arrivals}`
        : item.remoteId;
    const message = stored.get(key) ?? {
      ...{ thread: item.threadRemoteId, at: item.occurredAt, own: item.own, text: "", removed: false, hidden: false },
    };
    stored.set(key, message);
    if (item.change === "added") message.at = item.occurredAt;
    if (naivety !== "last arrival wins" && (changedAt.get(key) ?? 0) > item.occurredAt) return;
    changedAt.set(key, item.occurredAt);
    if (item.change === "added" || item.change === "edited") message.text = item.text ?? "";
    if (item.change === "removed") Object.assign(message, { removed: true, text: "" });
    if (item.change === "hidden" || item.change === "unhidden") message.hidden = item.change === "hidden";
  };

  return {
    take: async (rawBody, fault) => {
      const read = connectorFor("facebook")?.webhook?.parse(rawBody);
      const items: readonly InboundItem[] = read?.ok ? read.value : [];
      const messages = items.filter((item): item is InboundMessage => item.kind === "message");
      for (const [index, item] of messages.entries()) {
        if (fault && index + 1 >= fault.call) {
          if (naivety === "forgets what failed") return;
          throw new Error("failed in the middle");
        }
        apply(item);
      }
    },
    content: async () => [...stored].sort(([a], [b]) => (a < b ? -1 : 1)),
    view: async (): Promise<View> => ({ messages: Object.fromEntries(stored), reviews: {}, threads: {}, leads: [] }),
    stop: async () => {},
  };
}
