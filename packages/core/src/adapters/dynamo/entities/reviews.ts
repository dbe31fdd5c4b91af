import { Entity } from "electrodb";
import type { Dynamo } from "../client.ts";

const instant = { type: "number", required: true, padding: { length: 13, char: "0" } } as const;

/** Reviews; gsi1 gives a channel's in the order of time, gsi2 the workspace's by state. */
export const reviewEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "review", version: "1", service: "dopys" },
      attributes: {
        workspaceId: { type: "string", required: true },
        id: { type: "string", required: true },
        channelId: { type: "string", required: true },
        platform: { type: "string", required: true },
        remoteId: { type: "string", required: true },
        threadId: { type: "string", required: true },
        facts: { type: "any", required: true },
        revision: { type: "string", required: true },
        occurredAt: instant,
        known: { type: "boolean", required: true },
        removed: { type: "boolean", required: true },
        edited: { type: "boolean", required: true },
        rating: { type: "number" },
        recommends: { type: "boolean" },
        text: { type: "string", required: true },
        history: { type: "any" },
        author: { type: "any" },
        sentiment: { type: "string", required: true },
        language: { type: "string" },
        state: { type: "string", required: true },
        answeredAt: { type: "number" },
        imported: { type: "any" },
        announced: { type: "any" },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "id"] },
          sk: { field: "sk", composite: [] },
        },
        byTime: {
          index: "gsi1",
          pk: { field: "gsi1pk", composite: ["workspaceId", "channelId"] },
          sk: { field: "gsi1sk", composite: ["occurredAt", "id"] },
        },
        byState: {
          index: "gsi2",
          condition: ({ state }) => state !== "gone",
          pk: { field: "gsi2pk", composite: ["workspaceId", "state"] },
          sk: { field: "gsi2sk", composite: ["occurredAt", "id"] },
        },
      },
    },
    { client, table: tableName },
  );
