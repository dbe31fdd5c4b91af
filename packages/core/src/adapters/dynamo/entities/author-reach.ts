import { Entity } from "electrodb";
import type { Dynamo } from "../client.ts";

const service = "dopys";

/** How many follow the people who write to a channel; one partition per channel. */
export const authorReachEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "authorReach", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        channelId: { type: "string", required: true },
        remoteId: { type: "string", required: true },
        followers: { type: "number" },
        until: { type: "number", required: true },
        /** Epoch seconds, for the table's time to live; readers go by `until`. */
        expiresAt: { type: "number", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "channelId"] },
          sk: { field: "sk", composite: ["remoteId"], casing: "none" },
        },
      },
    },
    { client, table: tableName },
  );
