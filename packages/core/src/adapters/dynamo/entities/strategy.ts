import { Entity } from "electrodb";
import type { Dynamo } from "../client.ts";

/** Goals; those of a workspace are one partition. */
export const goalEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "goal", version: "1", service: "dopys" },
      attributes: {
        workspaceId: { type: "string", required: true },
        dueDay: { type: "string", required: true },
        id: { type: "string", required: true },
        name: { type: "string", required: true },
        problem: { type: "string", required: true },
        kpi: { type: "string", required: true },
        channelId: { type: "string", required: true },
        baseline: { type: "number", required: true },
        target: { type: "number", required: true },
        startDay: { type: "string", required: true },
        archived: { type: "boolean", required: true },
        history: { type: "any", required: true },
        version: { type: "number", required: true },
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

/** What was recommended to a workspace and what was answered: one item. */
export const adviceEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "advice", version: "1", service: "dopys" },
      attributes: {
        workspaceId: { type: "string", required: true },
        foundAt: { type: "number", required: true },
        found: { type: "any", required: true },
        answers: { type: "any", required: true },
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
