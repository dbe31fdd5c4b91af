import { Entity } from "electrodb";
import type { Dynamo } from "../client.ts";

const service = "dopys";

/** Workspaces; gsi2 lists all of them for the scheduled work. */
export const workspaceEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "workspace", version: "1", service },
      attributes: {
        id: { type: "string", required: true },
        name: { type: "string", required: true },
        timeZone: { type: "string", required: true },
        language: { type: "string", required: true },
        currency: { type: "string", required: true },
        createdAt: { type: "number", required: true },
      },
      indexes: {
        primary: { pk: { field: "pk", composite: ["id"] }, sk: { field: "sk", composite: [] } },
        all: {
          index: "gsi2",
          pk: { field: "gsi2pk", composite: [] },
          sk: { field: "gsi2sk", composite: ["id"] },
        },
      },
    },
    { client, table: tableName },
  );

/** Members; the key is made of the address, so that one address is one member; gsi2 finds an address everywhere. */
export const memberEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "member", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        id: { type: "string", required: true },
        email: { type: "string", required: true },
        name: { type: "string", required: true },
        role: { type: "string", required: true },
        language: { type: "string", required: true },
        acknowledges: { type: "boolean" },
        createdAt: { type: "number", required: true },
        lastMailAt: { type: "number" },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId"] },
          sk: { field: "sk", composite: ["id"] },
        },
        byEmail: {
          index: "gsi2",
          pk: { field: "gsi2pk", composite: ["email"] },
          sk: { field: "gsi2sk", composite: ["workspaceId"] },
        },
      },
    },
    { client, table: tableName },
  );

/** Who owns a workspace: one item, so that one write decides. */
export const ownersEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "owners", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        memberIds: { type: "list", items: { type: "string" }, required: true },
        version: { type: "number", required: true },
      },
      indexes: {
        primary: { pk: { field: "pk", composite: ["workspaceId"] }, sk: { field: "sk", composite: [] } },
      },
    },
    { client, table: tableName },
  );

/** What a browser or a mailed link carries, by hash; `purpose` keeps sessions and links apart. */
export const credentialEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "credential", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        purpose: { type: ["session", "sign-in-link"] as const, required: true },
        secretHash: { type: "string", required: true },
        memberId: { type: "string", required: true },
        memberSince: { type: "number", required: true },
        expiresAtMs: { type: "number", required: true },
        expiresAt: { type: "number", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId"] },
          sk: { field: "sk", composite: ["purpose", "secretHash"], casing: "none" },
        },
      },
    },
    { client, table: tableName },
  );
