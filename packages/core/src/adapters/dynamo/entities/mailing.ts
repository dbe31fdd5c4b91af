import { Entity } from "electrodb";
import type { Dynamo } from "../client.ts";

/** An address to which a workspace mails nothing more, under a digest. */
export const suspensionEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "mailSuspension", version: "1", service: "dopys" },
      attributes: {
        workspaceId: { type: "string", required: true },
        id: { type: "string", required: true },
        because: { type: "string", required: true },
        cause: { type: "string" },
        at: { type: "number", required: true },
        lifted: { type: "any" },
        version: { type: "number", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "id"] },
          sk: { field: "sk", composite: [] },
        },
      },
    },
    { client, table: tableName },
  );
