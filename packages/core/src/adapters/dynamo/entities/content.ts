import { Entity } from "electrodb";
import { postStates } from "../../../content/index.ts";
import type { Dynamo } from "../client.ts";

const service = "dopys";
/** Epoch ms as 13 digits, so that keys sort by time. */
const padding = { length: 13, char: "0" };

/** Posts; each is a partition of its own, gsi1 lists a workspace's by time of creation. */
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
