import { Entity } from "electrodb";
import type { Dynamo } from "../client.ts";

/** Links by which people without an account answer to a post; gsi1 lists a post's. */
export const reviewLinkEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "reviewLink", version: "1", service: "dopys" },
      attributes: {
        workspaceId: { type: "string", required: true },
        id: { type: "string", required: true },
        postId: { type: "string", required: true },
        secretHash: { type: "string", required: true },
        language: { type: "string", required: true },
        label: { type: "string" },
        createdBy: { type: "string", required: true },
        binding: { type: "boolean", required: true },
        createdAt: { type: "number", required: true },
        /** When the link ends; `expiresAt` is when the table may forget it. */
        expiresAtMs: { type: "number", required: true },
        expiresAt: { type: "number", required: true },
        revokedAt: { type: "number" },
        told: { type: "set", items: "string" },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "id"] },
          sk: { field: "sk", composite: [] },
        },
        ofPost: {
          index: "gsi1",
          pk: { field: "gsi1pk", composite: ["workspaceId", "postId"] },
          sk: { field: "gsi1sk", composite: ["id"] },
        },
      },
    },
    { client, table: tableName },
  );
