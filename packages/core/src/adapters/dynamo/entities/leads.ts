import { Entity } from "electrodb";
import type { Dynamo } from "../client.ts";

const service = "dopys";
const instant = { type: "number", required: true, padding: { length: 13, char: "0" } } as const;

/** How many partitions share the leads that wait for their details. */
export const leadWakeShards = 8;

/** Leads; gsi1 gives those of a stage in the order of time, without merged ones; gsi2 holds those that wait; gsi3 those that were won, by when. */
export const leadEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "lead", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        id: { type: "string", required: true },
        createdAt: instant,
        channelId: { type: "string" },
        /** The channel's id, or `none`. */
        channelKey: { type: "string", required: true },
        name: { type: "string" },
        emails: { type: "any", required: true },
        phones: { type: "any", required: true },
        profiles: { type: "any" },
        sources: { type: "any", required: true },
        stage: { type: "string", required: true },
        stages: { type: "any", required: true },
        value: { type: "any" },
        lostReason: { type: "string" },
        ownerId: { type: "string" },
        nextStep: { type: "any" },
        waiting: { type: "any" },
        firstResponse: { type: "any" },
        lastResponseAt: { type: "number" },
        history: { type: "any" },
        details: { type: "string", required: true },
        detailsCause: { type: "string" },
        fetchAttempts: { type: "number", required: true },
        wakeShard: { type: "string", required: true },
        wakeAt: { type: "number" },
        owed: { type: "any" },
        /** When it must be looked at, as a part of a key; 0 for never. */
        wakeKey: instant,
        /** When it was won, as a part of a key; 0 while it is not. */
        wonKey: instant,
        mergedInto: { type: "string" },
        merged: { type: "any" },
        erasedAt: { type: "number" },
        /** Whether it is listed, that is, was not merged into another. */
        listed: { type: "boolean", required: true },
        version: { type: "number", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "id"] },
          sk: { field: "sk", composite: [] },
        },
        byTime: {
          index: "gsi1",
          condition: ({ listed }) => listed === true,
          pk: { field: "gsi1pk", composite: ["workspaceId", "stage"] },
          sk: { field: "gsi1sk", composite: ["createdAt", "id"] },
        },
        byWake: {
          index: "gsi2",
          condition: ({ wakeKey }) => wakeKey !== 0,
          pk: { field: "gsi2pk", composite: ["wakeShard"] },
          sk: { field: "gsi2sk", composite: ["wakeKey", "id"] },
        },
        byWon: {
          index: "gsi3",
          condition: ({ wonKey, listed }) => wonKey !== 0 && listed === true,
          pk: { field: "gsi3pk", composite: ["workspaceId"] },
          sk: { field: "gsi3sk", composite: ["wonKey", "id"] },
        },
      },
    },
    { client, table: tableName },
  );

/** Which lead a person's e-mail address, telephone number or profile belongs to. */
export const leadIdentityEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "leadidentity", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        kind: { type: "string", required: true },
        value: { type: "string", required: true },
        leadId: { type: "string", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "kind", "value"] },
          sk: { field: "sk", composite: [] },
        },
      },
    },
    { client, table: tableName },
  );
