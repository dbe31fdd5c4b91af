import { Entity } from "electrodb";
import type { Dynamo } from "../client.ts";

const service = "dopys";
/** Epoch ms as 13 digits, so that keys sort by time. */
const padding = { length: 13, char: "0" };

/** Imports of tables; each is a partition of its own, gsi1 lists a workspace's by time. Their rows are in the bucket. */
export const importEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "import", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        id: { type: "string", required: true },
        state: { type: "string", required: true },
        fileName: { type: "string", required: true },
        bytes: { type: "number", required: true },
        sha256: { type: "string", required: true },
        timeZone: { type: "string", required: true },
        memberId: { type: "string", required: true },
        check: { type: "any" },
        run: { type: "any" },
        failure: { type: "any" },
        createdAt: { type: "number", required: true, padding },
        version: { type: "number", required: true },
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

/** Feeds and sites; a workspace's are one partition, gsi2 holds in the order of time those that are not paused. */
export const sourceEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "source", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        id: { type: "string", required: true },
        kind: { type: "string", required: true },
        address: { type: "string", required: true },
        channelIds: { type: "any", required: true },
        topic: { type: "string" },
        labels: { type: "any", required: true },
        template: { type: "string", required: true },
        paused: { type: "boolean", required: true },
        title: { type: "string" },
        memberId: { type: "string", required: true },
        /** Set while it is to be read: without it the item is in no partition of gsi2. */
        waiting: { type: "string" },
        nextReadAt: { type: "number", padding },
        lastReadAt: { type: "number" },
        etag: { type: "string" },
        lastModified: { type: "string" },
        seen: { type: "any" },
        made: { type: "number", required: true },
        failures: { type: "number", required: true },
        failure: { type: "any" },
        createdAt: { type: "number", required: true },
        version: { type: "number", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId"] },
          sk: { field: "sk", composite: ["id"] },
        },
        due: {
          index: "gsi2",
          pk: { field: "gsi2pk", composite: ["waiting"] },
          sk: { field: "gsi2sk", composite: ["nextReadAt"] },
        },
      },
    },
    { client, table: tableName },
  );
