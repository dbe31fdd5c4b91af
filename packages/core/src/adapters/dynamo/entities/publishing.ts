import { Entity } from "electrodb";
import { publicationStates } from "../../../publishing/index.ts";
import type { Dynamo } from "../client.ts";

const service = "dopys";
/** Epoch ms as 13 digits, so that keys sort by time. */
const padding = { length: 13, char: "0" };

/**
 * Publications; each is a partition of its own, so that a busy minute writes to many. gsi1 is a workspace's calendar,
 * gsi2 the wake index: sparse, a publication is in it only while somebody must look at it, in one of eight shards, those of a channel
 * in the same one.
 */
export const publicationEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "publication", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        id: { type: "string", required: true },
        postId: { type: "string", required: true },
        channelId: { type: "string", required: true },
        platform: { type: "string", required: true },
        state: { type: publicationStates, required: true },
        version: { type: "number", required: true },
        content: { type: "any", required: true },
        authorId: { type: "string", required: true },
        campaignId: { type: "string" },
        topic: { type: "string" },
        targetCustomer: { type: "string" },
        labels: { type: "any", required: true },
        origin: { type: "any" },
        dueAt: { type: "number", required: true, padding },
        timeZone: { type: "string", required: true },
        nextAt: { type: "number" },
        wakeShard: { type: "string" },
        wakeAt: { type: "number", padding },
        startAt: { type: "number" },
        lease: { type: "any" },
        fence: { type: "number", required: true },
        attempts: { type: "number", required: true },
        armed: { type: "any" },
        armings: { type: "number", required: true },
        acceptedAt: { type: "number" },
        looks: { type: "any" },
        receipts: { type: "any", required: true },
        processingSince: { type: "number" },
        remoteId: { type: "string" },
        url: { type: "string" },
        publishedAt: { type: "number" },
        failure: { type: "any" },
        followUps: { type: "any" },
        createdAt: { type: "number", required: true },
        history: { type: "any", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "id"] },
          sk: { field: "sk", composite: [] },
        },
        calendar: {
          index: "gsi1",
          pk: { field: "gsi1pk", composite: ["workspaceId"] },
          sk: { field: "gsi1sk", composite: ["dueAt", "id"] },
        },
        wake: {
          index: "gsi2",
          pk: { field: "gsi2pk", composite: ["wakeShard"] },
          sk: { field: "gsi2sk", composite: ["wakeAt"] },
        },
      },
    },
    { client, table: tableName },
  );
