import { Entity } from "electrodb";
import type { Dynamo } from "../client.ts";

const service = "dopys";
const text = { type: "string", required: true } as const;
const number = { type: "number", required: true } as const;
const yes = { type: "boolean", required: true } as const;

/** What is known of the sites of a workspace. */
export const siteEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "site", version: "1", service },
      attributes: {
        workspaceId: text,
        channelId: text,
        timeZone: { type: "string" },
        measuredAt: { type: "number" },
        trouble: { type: "string" },
        restUntil: { type: "number" },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId"] },
          sk: { field: "sk", composite: ["channelId"] },
        },
      },
    },
    { client, table: tableName },
  );

/** The newest report of a site's visits on a day; the days of a workspace are one partition, in order. */
export const siteDayEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "siteDay", version: "1", service },
      attributes: {
        workspaceId: text,
        day: text,
        channelId: text,
        currency: text,
        measuredAt: number,
        rows: text,
        withheld: yes,
        sampled: yes,
        version: number,
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId"] },
          sk: { field: "sk", composite: ["day", "channelId"] },
        },
      },
    },
    { client, table: tableName },
  );

/** Every report of a site's day that differed from the one that was known. */
export const siteReportEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "siteReport", version: "1", service },
      attributes: {
        workspaceId: text,
        channelId: text,
        day: text,
        measuredAt: { ...number, padding: { length: 13, char: "0" } },
        currency: text,
        rows: text,
        withheld: yes,
        sampled: yes,
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "channelId"] },
          sk: { field: "sk", composite: ["day", "measuredAt"] },
        },
      },
    },
    { client, table: tableName },
  );
