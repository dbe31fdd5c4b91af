import { Entity } from "electrodb";
import type { Dynamo } from "../client.ts";

const service = "dopys";

/** Members' notes, beside their thread's messages. */
export const threadNoteEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "threadNote", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        threadId: { type: "string", required: true },
        id: { type: "string", required: true },
        text: { type: "string", required: true },
        by: { type: "string", required: true },
        at: { type: "number", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "threadId"] },
          sk: { field: "sk", composite: ["id"] },
        },
      },
    },
    { client, table: tableName },
  );

/** Who has a thread open: an item of each member, gone some days after it has ended. */
export const presenceEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "presence", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        threadId: { type: "string", required: true },
        memberId: { type: "string", required: true },
        activity: { type: "string", required: true },
        until: { type: "number", required: true },
        /** Epoch seconds, for the table's time to live; readers go by `until`. */
        expiresAt: { type: "number", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "threadId"] },
          sk: { field: "sk", composite: ["memberId"] },
        },
      },
    },
    { client, table: tableName },
  );

/** Replies to use again; those of a workspace are one partition. */
export const savedReplyEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "savedReply", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        id: { type: "string", required: true },
        name: { type: "string", required: true },
        texts: { type: "any", required: true },
        by: { type: "string", required: true },
        version: { type: "number", required: true },
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

/** The versions of a workspace's response targets, in their order. */
export const responseTargetsEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "responseTargets", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        version: { type: "number", required: true, padding: { length: 6, char: "0" } },
        since: { type: "number", required: true },
        targets: { type: "any", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId"] },
          sk: { field: "sk", composite: ["version"] },
        },
      },
    },
    { client, table: tableName },
  );

/** What the classifier got wrong, one line a message; gsi1 gives them in the order of time. */
export const correctionEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "correction", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        messageId: { type: "string", required: true },
        at: { type: "number", required: true, padding: { length: 13, char: "0" } },
        by: { type: "string", required: true },
        text: { type: "string", required: true },
        terms: { type: "any", required: true },
        classified: { type: "any", required: true },
        corrected: { type: "any", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId"] },
          sk: { field: "sk", composite: ["messageId"] },
        },
        byTime: {
          index: "gsi1",
          pk: { field: "gsi1pk", composite: ["workspaceId"] },
          sk: { field: "gsi1sk", composite: ["at", "messageId"] },
        },
      },
    },
    { client, table: tableName },
  );
