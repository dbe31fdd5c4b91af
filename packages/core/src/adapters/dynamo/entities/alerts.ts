import { Entity } from "electrodb";
import type { Dynamo } from "../client.ts";

const service = "dopys";
const instant = { type: "number", required: true, padding: { length: 13, char: "0" } } as const;

/** How many partitions share the alerts whose next mail is due by itself. */
export const alertWakeShards = 4;

/** The register; gsi1 lists a workspace's by state, in the order of `rankOf`; gsi2 holds those that somebody must be mailed about, or that owe an event. */
export const alertEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "alert", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        id: { type: "string", required: true },
        kind: { type: "string", required: true },
        side: { type: "string", required: true },
        severity: { type: "string", required: true },
        state: { type: "string", required: true },
        channelId: { type: "string" },
        params: { type: "any", required: true },
        evidence: { type: "any", required: true },
        unshown: { type: "any" },
        seen: { type: "any", required: true },
        count: { type: "number", required: true },
        countBefore: { type: "number" },
        firstSeenAt: { type: "number", required: true },
        lastSeenAt: { type: "number", required: true },
        sinceAt: { type: "number" },
        rank: { type: "string", required: true },
        round: { type: "number", required: true },
        openedAt: { type: "number", required: true },
        level: { type: "number", required: true },
        mailedAt: { type: "number" },
        answerBy: { type: "number" },
        wakeShard: { type: "string", required: true },
        wakeAt: { type: "number" },
        owed: { type: "any" },
        /** The earlier of `wakeAt` and when what is owed is told, as a part of a key; 0 when nothing is due by itself. */
        wakeKey: instant,
        acknowledged: { type: "any" },
        ownerId: { type: "string" },
        outcome: { type: "any" },
        history: { type: "any", required: true },
        version: { type: "number", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "id"] },
          sk: { field: "sk", composite: [] },
        },
        byState: {
          index: "gsi1",
          pk: { field: "gsi1pk", composite: ["workspaceId", "state"] },
          sk: { field: "gsi1sk", composite: ["rank", "id"] },
        },
        byWake: {
          index: "gsi2",
          condition: ({ wakeKey }) => wakeKey !== 0,
          pk: { field: "gsi2pk", composite: ["wakeShard"] },
          sk: { field: "gsi2sk", composite: ["wakeKey", "id"] },
        },
      },
    },
    { client, table: tableName },
  );

/** The mail of one alert, round and level to one reader; gsi1 lists an alert's. */
export const alertMailEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "alertMail", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        id: { type: "string", required: true },
        alertId: { type: "string", required: true },
        round: { type: "number", required: true },
        level: { type: "number", required: true },
        reader: { type: "any", required: true },
        memberId: { type: "string" },
        secretHashes: { type: "any", required: true },
        linkEndsAt: { type: "number", required: true },
        createdAt: instant,
        withheldAt: { type: "number" },
        state: { type: "string", required: true },
        armedAt: { type: "number" },
        attempts: { type: "number", required: true },
        messageId: { type: "string" },
        cause: { type: "string" },
        changedAt: { type: "number", required: true },
        version: { type: "number", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "id"] },
          sk: { field: "sk", composite: [] },
        },
        ofAlert: {
          index: "gsi1",
          pk: { field: "gsi1pk", composite: ["workspaceId", "alertId"] },
          sk: { field: "gsi1sk", composite: ["createdAt", "id"] },
        },
      },
    },
    { client, table: tableName },
  );

/** Which negative messages an hour of a channel has had; it goes by itself after two days. */
export const negativeHourEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "negativeHour", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        channelId: { type: "string", required: true },
        hour: { type: "number", required: true, padding: { length: 8, char: "0" } },
        marks: { type: "set", items: "string" },
        expiresAt: { type: "number" },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "channelId"] },
          sk: { field: "sk", composite: ["hour"] },
        },
      },
    },
    { client, table: tableName },
  );

/** What a channel's hours usually have. */
export const hourlyNormEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "hourlyNorm", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        channelId: { type: "string", required: true },
        norm: { type: "any", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "channelId"] },
          sk: { field: "sk", composite: [] },
        },
      },
    },
    { client, table: tableName },
  );
