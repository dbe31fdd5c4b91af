import { Entity } from "electrodb";
import type { Dynamo } from "../client.ts";

const service = "dopys";

/** Reports; gsi2 holds, in the order of time, those that will go out by themselves. */
export const reportEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "report", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        id: { type: "string", required: true },
        name: { type: "string", required: true },
        schedule: { type: "any", required: true },
        sections: { type: "any", required: true },
        channelIds: { type: "any" },
        recipients: { type: "any", required: true },
        paused: { type: "boolean", required: true },
        nextDueAt: { type: "number" },
        /** `nextDueAt`, or 0 while paused: what decides on the index has to be there in every write. */
        dueKey: { type: "number", required: true, padding: { length: 13, char: "0" } },
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
          condition: ({ dueKey }) => dueKey !== 0,
          pk: { field: "gsi2pk", composite: [] },
          sk: { field: "gsi2sk", composite: ["dueKey", "workspaceId", "id"] },
        },
      },
    },
    { client, table: tableName },
  );

/** One report of one period for one reader. */
export const reportDeliveryEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "reportDelivery", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        id: { type: "string", required: true },
        reportId: { type: "string", required: true },
        kind: { type: "string" },
        periodFrom: { type: "string", required: true },
        period: { type: "any", required: true },
        recipient: { type: "any", required: true },
        again: { type: "any" },
        withheld: { type: "any" },
        secretHashes: { type: "any" },
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
        byReport: {
          index: "gsi1",
          pk: { field: "gsi1pk", composite: ["workspaceId", "reportId"] },
          sk: { field: "gsi1sk", composite: ["periodFrom", "id"] },
        },
      },
    },
    { client, table: tableName },
  );

/** What one reader decided about a report. */
export const readerChoiceEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "readerChoice", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        reportId: { type: "string", required: true },
        id: { type: "string", required: true },
        email: { type: "string", required: true },
        stopped: { type: "boolean", required: true },
        at: { type: "number", required: true },
        via: { type: "string", required: true },
        version: { type: "number", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "reportId"] },
          sk: { field: "sk", composite: ["id"] },
        },
      },
    },
    { client, table: tableName },
  );
