import { Entity } from "electrodb";
import type { Dynamo } from "../client.ts";

const service = "dopys";
const text = { type: "string", required: true } as const;
const number = { type: "number", required: true } as const;

/** The ad accounts of a workspace's channels. */
export const adAccountEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "adAccount", version: "1", service },
      attributes: {
        workspaceId: text,
        channelId: text,
        accountId: text,
        account: { type: "any", required: true },
        chosenBy: text,
        chosenAt: number,
        measuredAt: { type: "number" },
        trouble: { type: "string" },
        troubledAt: { type: "number" },
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

/** The newest report of what an ad account did on a day; the days of a workspace are one partition, in order. */
export const adDayEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "adDay", version: "1", service },
      attributes: {
        workspaceId: text,
        day: text,
        accountId: text,
        currency: text,
        measuredAt: number,
        campaigns: { type: "any", required: true },
        version: number,
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId"] },
          sk: { field: "sk", composite: ["day", "accountId"] },
        },
      },
    },
    { client, table: tableName },
  );

/** Every report of an ad account's day that differed from the one that was known. */
export const adReportEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "adReport", version: "1", service },
      attributes: {
        workspaceId: text,
        accountId: text,
        day: text,
        measuredAt: { ...number, padding: { length: 13, char: "0" } },
        currency: text,
        campaigns: { type: "any", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "accountId"] },
          sk: { field: "sk", composite: ["day", "measuredAt"] },
        },
      },
    },
    { client, table: tableName },
  );
