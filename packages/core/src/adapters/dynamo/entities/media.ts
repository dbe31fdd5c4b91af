import { Entity } from "electrodb";
import type { Dynamo } from "../client.ts";

const service = "dopys";
/** Epoch ms as 13 digits, so that keys sort by time. */
const padding = { length: 13, char: "0" };

/**
 * Files of the media library; what is not ready is forgotten by `expiresAt`. gsi1 lists a workspace's by time, gsi2 those
 * of a brand folder; a file in no folder is not in it.
 */
export const assetEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "asset", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        id: { type: "string", required: true },
        state: { type: "string", required: true },
        key: { type: "string", required: true },
        fileName: { type: "string", required: true },
        folder: { type: "string" },
        /** Workspace and folder, and the place in it: set when it is in one. */
        shelf: { type: "string" },
        shelfPlace: { type: "string" },
        kind: { type: "string", required: true },
        contentType: { type: "string", required: true },
        bytes: { type: "number", required: true },
        width: { type: "number" },
        height: { type: "number" },
        durationMs: { type: "number" },
        animated: { type: "boolean" },
        altText: { type: "string", required: true },
        thumbnail: { type: "any" },
        refusal: { type: "any" },
        uploadedBy: { type: "string", required: true },
        createdAt: { type: "number", required: true, padding },
        version: { type: "number", required: true },
        expiresAt: { type: "number" },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "id"] },
          sk: { field: "sk", composite: [] },
        },
        byTime: {
          index: "gsi1",
          pk: { field: "gsi1pk", composite: ["workspaceId"] },
          sk: { field: "gsi1sk", composite: ["createdAt", "id"] },
        },
        inFolder: {
          index: "gsi2",
          pk: { field: "gsi2pk", composite: ["shelf"], casing: "none" },
          sk: { field: "gsi2sk", composite: ["shelfPlace"], casing: "none" },
        },
      },
    },
    { client, table: tableName },
  );

/** The brand folders of a workspace, one partition. */
export const folderEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "mediaFolder", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        name: { type: "string", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId"] },
          sk: { field: "sk", composite: ["name"], casing: "none" },
        },
      },
    },
    { client, table: tableName },
  );

/** Which posts may show a file: a line for each, in the file's partition. */
export const assetUseEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "assetUse", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        assetId: { type: "string", required: true },
        postId: { type: "string", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "assetId"] },
          sk: { field: "sk", composite: ["postId"] },
        },
      },
    },
    { client, table: tableName },
  );
