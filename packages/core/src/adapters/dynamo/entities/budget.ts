import { Entity } from "electrodb";
import type { Dynamo } from "../client.ts";

const text = { type: "string", required: true } as const;
const number = { type: "number", required: true } as const;

/** Lines of budgets, in the order of their months. */
export const budgetLineEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "budgetLine", version: "1", service: "dopys" },
      attributes: {
        workspaceId: text,
        month: text,
        id: text,
        kind: text,
        name: text,
        planned: number,
        spent: { type: "any" },
        currency: text,
        createdBy: text,
        createdAt: number,
        version: number,
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId"] },
          sk: { field: "sk", composite: ["month", "id"] },
        },
      },
    },
    { client, table: tableName },
  );
