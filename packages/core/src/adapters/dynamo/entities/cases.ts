import { Entity } from "electrodb";
import type { Dynamo } from "../client.ts";

/** Cases; gsi1 lists a workspace's by state in the order in which they were opened. */
export const caseEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "case", version: "1", service: "dopys" },
      attributes: {
        workspaceId: { type: "string", required: true },
        id: { type: "string", required: true },
        threadId: { type: "string" },
        channelId: { type: "string" },
        reviewId: { type: "string" },
        requestId: { type: "string" },
        person: { type: "string" },
        excerpt: { type: "string" },
        opinion: { type: "any" },
        opinionNow: { type: "any" },
        state: { type: "string", required: true },
        ownerId: { type: "string" },
        cause: { type: "string" },
        done: { type: "string" },
        outcome: { type: "string" },
        openedAt: { type: "number", required: true, padding: { length: 13, char: "0" } },
        closedAt: { type: "number" },
        history: { type: "any", required: true },
        version: { type: "number", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "id"] },
          sk: { field: "sk", composite: [] },
        },
        byState: {
          index: "gsi1",
          pk: { field: "gsi1pk", composite: ["workspaceId", "state"] },
          sk: { field: "gsi1sk", composite: ["openedAt", "id"] },
        },
      },
    },
    { client, table: tableName },
  );
