import { Entity } from "electrodb";
import type { Dynamo } from "../client.ts";

const service = "dopys";
const text = { type: "string", required: true } as const;
const number = { type: "number", required: true } as const;

/** Hours that wait to be recounted. */
export const dirtyMarkEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "dirtyMark", version: "1", service },
      attributes: {
        workspaceId: text,
        channelId: text,
        day: text,
        hour: text,
        /** The minutes in which something happened; a set, so that many add theirs at once. */
        minutes: { type: "set", items: "number" },
        markedAt: number,
        expiresAt: number,
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "channelId"] },
          sk: { field: "sk", composite: ["day", "hour"] },
        },
      },
    },
    { client, table: tableName },
  );

/** The hours and the measurement of a channel's day, as KPI parts. */
export const kpiSliceEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "kpiSlice", version: "1", service },
      attributes: {
        workspaceId: text,
        channelId: text,
        day: text,
        slice: text,
        parts: { type: "any", required: true },
        byMinutes: { type: ["begun", "yes"] as const },
        version: number,
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "channelId"] },
          sk: { field: "sk", composite: ["day", "slice"] },
        },
      },
    },
    { client, table: tableName },
  );

/** A minute of an hour in which much happens, as KPI parts. */
export const kpiMinuteEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "kpiMinute", version: "1", service },
      attributes: {
        workspaceId: text,
        channelId: text,
        day: text,
        hour: text,
        minute: text,
        parts: { type: "any", required: true },
        version: number,
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "channelId"] },
          sk: { field: "sk", composite: ["day", "hour", "minute"] },
        },
      },
    },
    { client, table: tableName },
  );

/** A day of each channel; the channels of one day stand together, to be put together into the workspace's day. */
export const kpiDayEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "kpiDay", version: "1", service },
      attributes: {
        workspaceId: text,
        day: text,
        channelId: text,
        parts: { type: "any", required: true },
        version: number,
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "day"] },
          sk: { field: "sk", composite: ["channelId"] },
        },
      },
    },
    { client, table: tableName },
  );

/** A month of days, or a quarter of weeks, of a channel or of the workspace, packed for reading; see `kpi-sheet-codec.ts`. */
export const kpiSheetEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "kpiSheet", version: "1", service },
      attributes: {
        workspaceId: text,
        scope: text,
        grain: { type: ["day", "week"] as const, required: true },
        page: text,
        packed: { type: "any", required: true },
        version: number,
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "scope"] },
          sk: { field: "sk", composite: ["grain", "page"] },
        },
      },
    },
    { client, table: tableName },
  );

/** The newest report of a platform about a channel's day. */
export const measurementEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "measurement", version: "1", service },
      attributes: {
        workspaceId: text,
        channelId: text,
        day: text,
        measuredAt: number,
        measurement: { type: "any", required: true },
        version: number,
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "channelId"] },
          sk: { field: "sk", composite: ["day"] },
        },
      },
    },
    { client, table: tableName },
  );

/** Every report of a day that changed what was known. */
export const measurementReportEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "measurementReport", version: "1", service },
      attributes: {
        workspaceId: text,
        channelId: text,
        day: text,
        measuredAt: { ...number, padding: { length: 13, char: "0" } },
        measurement: { type: "any", required: true },
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

/** The lifetime figures of a publication by the day on which they were asked for. */
export const publicationSampleEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "publicationSample", version: "1", service },
      attributes: {
        workspaceId: text,
        channelId: text,
        publicationId: text,
        day: text,
        measuredAt: number,
        measurement: { type: "any", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "channelId", "publicationId"] },
          sk: { field: "sk", composite: ["day"] },
        },
      },
    },
    { client, table: tableName },
  );

/** The newest lifetime figures of a channel's publications, in the order in which they appeared. */
export const publicationResultEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "publicationResult", version: "1", service },
      attributes: {
        workspaceId: text,
        channelId: text,
        publishedAt: { ...number, padding: { length: 13, char: "0" } },
        publicationId: text,
        contentType: text,
        topic: { type: "string" },
        campaignId: { type: "string" },
        measuredAt: number,
        interactions: { type: "any", required: true },
        reach: { type: "any", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "channelId"] },
          sk: { field: "sk", composite: ["publishedAt", "publicationId"] },
        },
      },
    },
    { client, table: tableName },
  );
