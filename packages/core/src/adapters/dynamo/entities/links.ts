import { Entity } from "electrodb";
import type { Dynamo } from "../client.ts";

const service = "dopys";

/** How a workspace's links go out: one item. */
export const linkSettingsEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "linkSettings", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        settings: { type: "any", required: true },
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

/**
 * Short links, each a partition of its own. The code alone is the key, as nothing else is known of a visitor; so it is
 * there once in the whole installation. Codes differ by upper and lower case.
 */
export const shortLinkEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "shortLink", version: "1", service },
      attributes: {
        code: { type: "string", required: true },
        workspaceId: { type: "string", required: true },
        publicationId: { type: "string", required: true },
        target: { type: "string", required: true },
        timeZone: { type: "string", required: true },
        createdAt: { type: "number", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["code"], casing: "none" },
          sk: { field: "sk", composite: [] },
        },
      },
    },
    { client, table: tableName },
  );

/** Clicks on a publication's short links by day; a publication is a partition of its own. */
export const clickDayEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "clickDay", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        publicationId: { type: "string", required: true },
        day: { type: "string", required: true },
        clicks: { type: "number" },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "publicationId"] },
          sk: { field: "sk", composite: ["day"] },
        },
      },
    },
    { client, table: tableName },
  );
