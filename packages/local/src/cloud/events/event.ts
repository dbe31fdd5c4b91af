import { randomUUID } from "node:crypto";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined };
export type JsonObject = { [key: string]: Json | undefined };

/** An event as EventBridge hands it to targets ("AWS service event metadata", EventBridge User Guide). */
export type BusEvent = {
  version: "0";
  id: string;
  "detail-type": string;
  source: string;
  account: string;
  /** ISO 8601 in UTC, whole seconds, as EventBridge writes it. */
  time: string;
  region: string;
  resources: string[];
  detail: Json;
};

/** Where the played cloud says it is. */
export type Place = { accountId: string; region: string };

/** What the author of an event decides; the bus adds the rest. */
export type EventFacts = {
  source: string;
  detailType: string;
  detail: Json;
  resources?: string[];
  /** Epoch milliseconds; now when absent. */
  time?: number;
};

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Writes an instant (epoch milliseconds) with whole seconds: `2026-03-01T10:00:00Z`. */
export function toEventTime(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/, "Z");
}

/** Puts the envelope of EventBridge around the facts of one event, under a new id. */
export function makeEvent(place: Place, facts: EventFacts): BusEvent {
  return {
    version: "0",
    id: randomUUID(),
    "detail-type": facts.detailType,
    source: facts.source,
    account: place.accountId,
    time: toEventTime(facts.time ?? Date.now()),
    region: place.region,
    resources: facts.resources ?? [],
    detail: facts.detail,
  };
}
