import { Entity } from "electrodb";
import type { Dynamo } from "../client.ts";

/** Tasks; gsi1 lists a workspace's open ones by the day they are due, and those that are done by when that was. */
export const taskEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "task", version: "1", service: "dopys" },
      attributes: {
        workspaceId: { type: "string", required: true },
        id: { type: "string", required: true },
        title: { type: "string", required: true },
        note: { type: "string", required: true },
        dueDay: { type: "string", required: true },
        assigneeId: { type: "string" },
        origin: { type: "any", required: true },
        state: { type: "string", required: true },
        doneAt: { type: "number" },
        doneBy: { type: "string" },
        createdBy: { type: "string", required: true },
        createdAt: { type: "number", required: true },
        version: { type: "number", required: true },
        /** The day an open task is due; when another was done, epoch ms as 13 digits. */
        place: { type: "string", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId"] },
          sk: { field: "sk", composite: ["id"] },
        },
        byState: {
          index: "gsi1",
          pk: { field: "gsi1pk", composite: ["workspaceId", "state"] },
          sk: { field: "gsi1sk", composite: ["place", "id"] },
        },
      },
    },
    { client, table: tableName },
  );
