import { Entity } from "electrodb";
import type { Dynamo } from "../client.ts";

const service = "dopys";

/** Connected channels; gsi2 finds those that are a given page, profile or account, in whatever workspace. */
export const channelEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "channel", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        id: { type: "string", required: true },
        platform: { type: "string", required: true },
        remoteId: { type: "string", required: true },
        name: { type: "string", required: true },
        url: { type: "string", required: true },
        state: { type: ["connected", "reconnect"] as const, required: true },
        reconnectCause: { type: "string" },
        endpoints: { type: "any" },
        sealedToken: { type: "string", required: true },
        tokenExpiresAt: { type: "number" },
        sealedRefreshToken: { type: "string" },
        sealedPersonToken: { type: "string" },
        personTokenExpiresAt: { type: "number" },
        renewalLeaseUntil: { type: "number" },
        slots: { type: "any", required: true },
        connectedAt: { type: "number", required: true },
        consentedAt: { type: "number" },
        version: { type: "number", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId"] },
          sk: { field: "sk", composite: ["id"] },
        },
        byRemoteId: {
          index: "gsi2",
          pk: { field: "gsi2pk", composite: ["platform", "remoteId"], casing: "none" },
          sk: { field: "gsi2sk", composite: ["workspaceId", "id"] },
        },
      },
    },
    { client, table: tableName },
  );

/** Connections under way, gone after half an hour. */
export const connectionEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "connection", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        id: { type: "string", required: true },
        memberId: { type: "string", required: true },
        platform: { type: "string", required: true },
        redirectUri: { type: "string", required: true },
        sealedCandidates: { type: "string" },
        expiresAtMs: { type: "number", required: true },
        expiresAt: { type: "number", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId"] },
          sk: { field: "sk", composite: ["id"], casing: "none" },
        },
      },
    },
    { client, table: tableName },
  );
