import { Entity } from "electrodb";
import type { Dynamo } from "../client.ts";

const service = "dopys";
const text = { type: "string", required: true } as const;
const number = { type: "number", required: true } as const;

/** The public pages that a workspace watches. */
export const competitorEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "competitor", version: "1", service },
      attributes: {
        workspaceId: text,
        id: text,
        platform: text,
        platformName: text,
        remoteId: text,
        handle: text,
        name: text,
        pageName: text,
        url: text,
        addedBy: text,
        addedAt: number,
        measuredAt: { type: "number" },
        trouble: { type: "string" },
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

/** What anybody could see of a page on a day; the days of a page are one partition, in order. */
export const pageDayEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "pageDay", version: "1", service },
      attributes: {
        workspaceId: text,
        page: text,
        day: text,
        measuredAt: number,
        followers: { type: "any", required: true },
        posts: { type: "any", required: true },
        version: number,
        expiresAt: number,
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "page"] },
          sk: { field: "sk", composite: ["day"] },
        },
      },
    },
    { client, table: tableName },
  );
