import { Entity } from "electrodb";
import type { Dynamo } from "../client.ts";

const service = "dopys";

/** Landing forms of a workspace; gsi2 finds one by what its address holds. */
export const leadFormEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "leadform", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        id: { type: "string", required: true },
        code: { type: "string", required: true },
        name: { type: "string", required: true },
        language: { type: "string", required: true },
        title: { type: "string", required: true },
        intro: { type: "string", required: true },
        fields: { type: "any", required: true },
        questions: { type: "any", required: true },
        privacyUrl: { type: "string" },
        thanks: { type: "string", required: true },
        active: { type: "boolean", required: true },
        consents: { type: "any", required: true },
        createdAt: { type: "number", required: true },
        version: { type: "number", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId"] },
          sk: { field: "sk", composite: ["id"] },
        },
        byCode: {
          index: "gsi2",
          pk: { field: "gsi2pk", composite: ["code"] },
          sk: { field: "gsi2sk", composite: [] },
        },
      },
    },
    { client, table: tableName },
  );

/** How much has come from an address within an hour; the key is a digest, which tells nothing of the address. */
export const admissionEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "admission", version: "1", service },
      attributes: {
        key: { type: "string", required: true },
        count: { type: "number" },
        /** Epoch seconds after which it may be deleted. */
        expiresAt: { type: "number" },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["key"] },
          sk: { field: "sk", composite: [] },
        },
      },
    },
    { client, table: tableName },
  );
