import { Entity } from "electrodb";
import { postStates } from "../../../content/index.ts";
import type { Dynamo } from "../client.ts";

const service = "dopys";
/** Epoch ms as 13 digits, so that keys sort by time. */
const padding = { length: 13, char: "0" };

/** How many partitions share the posts that owe events. */
export const postOwedShards = 4;

/** Posts; each is a partition of its own, gsi1 lists a workspace's by time of creation, gsi2 holds those that owe events. */
export const postEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "post", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        id: { type: "string", required: true },
        state: { type: postStates, required: true },
        version: { type: "number", required: true },
        revision: { type: "number", required: true },
        authorId: { type: "string", required: true },
        base: { type: "any", required: true },
        channelIds: { type: "any", required: true },
        variants: { type: "any", required: true },
        campaignId: { type: "string" },
        topic: { type: "string" },
        targetCustomer: { type: "string" },
        labels: { type: "any", required: true },
        tagging: { type: "any" },
        notes: { type: "string" },
        createdAt: { type: "number", required: true, padding },
        updatedAt: { type: "number", required: true },
        history: { type: "any", required: true },
        origin: { type: "any" },
        owed: { type: "any" },
        owedShard: { type: "string" },
        /** When the sweep sees to what is owed, as a part of a key; 0 where nothing is. */
        owedAt: { type: "number", padding },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "id"] },
          sk: { field: "sk", composite: [] },
        },
        byTime: {
          index: "gsi1",
          pk: { field: "gsi1pk", composite: ["workspaceId"] },
          sk: { field: "gsi1sk", composite: ["createdAt", "id"] },
        },
        byOwed: {
          index: "gsi2",
          condition: ({ owedAt }) => owedAt !== 0,
          pk: { field: "gsi2pk", composite: ["owedShard"] },
          sk: { field: "gsi2sk", composite: ["owedAt", "id"] },
        },
      },
    },
    { client, table: tableName },
  );

/** A/B tests; all of a workspace in one partition. */
export const experimentEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "experiment", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        id: { type: "string", required: true },
        channelId: { type: "string", required: true },
        a: { type: "string", required: true },
        b: { type: "string", required: true },
        gapDays: { type: "number", required: true },
        createdBy: { type: "string", required: true },
        createdAt: { type: "number", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId"] },
          sk: { field: "sk", composite: ["id"] },
        },
      },
    },
    { client, table: tableName },
  );
