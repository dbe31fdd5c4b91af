import { Entity } from "electrodb";
import type { Dynamo } from "../client.ts";

const service = "dopys";

/** A workspace's rules in their order, as one item. */
export const ruleBookEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "ruleBook", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        rules: { type: "any", required: true },
        version: { type: "number", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId"] },
          sk: { field: "sk", composite: [] },
        },
      },
    },
    { client, table: tableName },
  );

/** What rules decided and did, beside their thread's messages. */
export const ruleRunEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "ruleRun", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        threadId: { type: "string", required: true },
        id: { type: "string", required: true },
        itemId: { type: "string", required: true },
        at: { type: "number", required: true },
        steps: { type: "any", required: true },
        finishedAt: { type: "number" },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "threadId"] },
          sk: { field: "sk", composite: ["id"] },
        },
      },
    },
    { client, table: tableName },
  );

/** How often a rule acted on a day; it goes by itself some days after nobody asks for it any more. */
export const ruleDayEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "ruleDay", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        day: { type: "string", required: true },
        ruleId: { type: "string", required: true },
        acted: { type: "number" },
        expiresAt: { type: "number" },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId"] },
          sk: { field: "sk", composite: ["day", "ruleId"] },
        },
      },
    },
    { client, table: tableName },
  );
