import { Entity } from "electrodb";
import type { Dynamo } from "../client.ts";

const text = { type: "string", required: true } as const;
const number = { type: "number", required: true } as const;

/** Exchange rates by month, in the order of their months. */
export const exchangeRateEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "exchangeRate", version: "1", service: "dopys" },
      attributes: {
        workspaceId: text,
        month: text,
        from: text,
        to: text,
        rate: text,
        note: { type: "string" },
        by: text,
        at: number,
        version: number,
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId"] },
          sk: { field: "sk", composite: ["month", "from", "to"] },
        },
      },
    },
    { client, table: tableName },
  );
