import { Entity } from "electrodb";
import type { Dynamo } from "../client.ts";

/** Campaigns; those of a workspace are one partition. */
export const campaignEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "campaign", version: "1", service: "dopys" },
      attributes: {
        workspaceId: { type: "string", required: true },
        id: { type: "string", required: true },
        name: { type: "string", required: true },
        aim: { type: "string", required: true },
        from: { type: "string", required: true },
        to: { type: "string", required: true },
        budget: { type: "any" },
        colour: { type: "string", required: true },
        code: { type: "string", required: true },
        archived: { type: "boolean", required: true },
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

/** The words in use in a workspace's posts: one item. */
export const wordBookEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "wordBook", version: "1", service: "dopys" },
      attributes: {
        workspaceId: { type: "string", required: true },
        words: { type: "any", required: true },
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
