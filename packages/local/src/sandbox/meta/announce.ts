import { createHmac } from "node:crypto";
import type { PlatformApp } from "#core/channels/connector.ts";
import type { DeliveryOnWire } from "#core/channels/meta/wire.ts";
import type { Outbox } from "../outbox.ts";
import type { Collection, Store } from "../store.ts";

/** How deliveries go out: kept until they are released, or sent late and so many times. */
export interface DeliverySettings {
  readonly held: boolean;
  /** Milliseconds. */
  readonly delayMs: number;
  readonly copies: number;
}

/** For one delivery: how often it comes, how late. */
export interface DeliverOptions {
  readonly delayMs?: number | undefined;
  readonly copies?: number | undefined;
}

/** Something that the subscribers of a page or account (`entryId`) are told. */
export type Change =
  | { readonly entryId: string; readonly at: number; readonly field: string; readonly value: unknown }
  | { readonly entryId: string; readonly at: number; readonly messaging: unknown };

type HeldChange = { readonly id: string; readonly change: Change };

export interface ReleaseOptions {
  readonly order?: "as-happened" | "reversed" | undefined;
  /** Changes in one delivery. Default 1; at most 1,000. */
  readonly batch?: number | undefined;
  readonly copies?: number | undefined;
}

export interface Announcer {
  announce(change: Change, options?: DeliverOptions): void;
  /** Sends what is held; says how many deliveries that makes. */
  release(options: ReleaseOptions): number;
  held(): number;
}

/** Webhooks as Meta sends them: JSON with escaped non-ASCII and slashes, signed over exactly these bytes. */
export function announcer(deps: {
  store: Store;
  outbox: Outbox;
  app: PlatformApp;
  callbackUrl: () => string;
  platform: string;
  /** What the deliveries are about: `page`, `instagram`. */
  object: string;
  settings: () => DeliverySettings;
}): Announcer {
  const heldChanges: Collection<HeldChange> = deps.store.collection(`${deps.platform}/held`);

  const send = (changes: readonly Change[], copies: number, delayMs: number) => {
    const body = toWireText({ object: deps.object, entry: changes.map(toEntry) });
    const sign = (algorithm: string) => createHmac(algorithm, deps.app.appSecrets[0]).update(body).digest("hex");
    const headers = {
      "content-type": "application/json",
      "user-agent": "Webhooks/1.0 (https://fb.me/webhooks)",
      "x-hub-signature": `sha1=${sign("sha1")}`,
      "x-hub-signature-256": `sha256=${sign("sha256")}`,
    };
    for (let copy = 0; copy < copies; copy += 1) {
      deps.outbox.send({ platform: deps.platform, url: deps.callbackUrl(), headers, body, delayMs });
    }
  };

  return {
    announce: (change, options = {}) => {
      const { held, delayMs, copies } = deps.settings();
      if (held) heldChanges.put({ id: String(deps.store.next(`${deps.platform}/held`)), change });
      else send([change], options.copies ?? copies, options.delayMs ?? delayMs);
    },
    release: ({ order = "as-happened", batch = 1, copies = 1 }) => {
      const waiting = heldChanges.list();
      for (const { id } of waiting) heldChanges.remove(id);
      const changes = waiting.map(({ change }) => change);
      if (order === "reversed") changes.reverse();
      let deliveries = 0;
      for (let from = 0; from < changes.length; from += batch) {
        send(changes.slice(from, from + batch), copies, 0);
        deliveries += copies;
      }
      return deliveries;
    },
    held: () => heldChanges.list().length,
  };
}

/** The time of an entry is in seconds for changes and in milliseconds for messages. */
function toEntry(change: Change): Partial<DeliveryOnWire["entry"][number]> {
  if ("messaging" in change) return { id: change.entryId, time: change.at, messaging: [change.messaging] };
  const time = Math.floor(change.at / 1000);
  return { id: change.entryId, time, changes: [{ field: change.field, value: change.value }] };
}

/** JSON as Meta writes it: `/` as `\/`, everything beyond ASCII as lower-case `\uXXXX`. */
export const toWireText = (value: unknown): string =>
  JSON.stringify(value, bareIds)
    .replaceAll("/", "\\/")
    .replace(/[\u007f-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** Lead deliveries carry their ids as bare numbers, beyond 2^53 too. */
function bareIds(key: string, value: unknown): unknown {
  const bare = key === "leadgen_id" || key === "form_id";
  return bare && typeof value === "string"
    ? (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(value)
    : value;
}
