import { Entity } from "electrodb";
import type { Dynamo } from "../client.ts";

const service = "dopys";
const instant = { type: "number", required: true, padding: { length: 13, char: "0" } } as const;

/** How many partitions share the requests that are to be sent or looked after. */
export const requestWakeShards = 2;

/** Requests for reviews; gsi1 lists a workspace's by when they were made; gsi2 holds those that something is due for. */
export const reviewRequestEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "reviewRequest", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        id: { type: "string", required: true },
        source: { type: "any", required: true },
        by: { type: "string", required: true },
        personId: { type: "string", required: true },
        email: { type: "string", required: true },
        name: { type: "string" },
        language: { type: "string", required: true },
        createdAt: instant,
        dueAt: { type: "number", required: true },
        wakeShard: { type: "string", required: true },
        wakeAt: { type: "number" },
        /** `wakeAt` as a part of a key; 0 when nothing is due. */
        wakeKey: instant,
        skipped: { type: "any" },
        askedAt: { type: "number" },
        secretHashes: { type: "any", required: true },
        openedAt: { type: "number" },
        went: { type: "any", required: true },
        answer: { type: "any" },
        caseId: { type: "string" },
        unsubscribedAt: { type: "number" },
        review: { type: "any" },
        state: { type: "string", required: true },
        armedAt: { type: "number" },
        attempts: { type: "number", required: true },
        messageId: { type: "string" },
        cause: { type: "string" },
        changedAt: { type: "number", required: true },
        version: { type: "number", required: true },
        expiresAt: { type: "number", required: true },
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
        byWake: {
          index: "gsi2",
          condition: ({ wakeKey }) => wakeKey !== 0,
          pk: { field: "gsi2pk", composite: ["wakeShard"] },
          sk: { field: "gsi2sk", composite: ["wakeKey", "id"] },
        },
      },
    },
    { client, table: tableName },
  );

/** When a person was asked last, and whether they may be asked again. */
export const askedPersonEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "askedPerson", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        id: { type: "string", required: true },
        requestId: { type: "string" },
        askedAt: { type: "number" },
        refusal: { type: "any" },
        version: { type: "number", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "id"] },
          sk: { field: "sk", composite: [] },
        },
      },
    },
    { client, table: tableName },
  );

/** An author's answer to a review; gsi1 holds a workspace's while they wait for approval. */
export const proposedAnswerEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "proposedAnswer", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        reviewId: { type: "string", required: true },
        text: { type: "string", required: true },
        by: { type: "string", required: true },
        at: instant,
        state: { type: "string", required: true },
        seenAnswer: { type: "any" },
        decidedBy: { type: "string" },
        decidedAt: { type: "number" },
        note: { type: "string" },
        version: { type: "number", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "reviewId"] },
          sk: { field: "sk", composite: [] },
        },
        waiting: {
          index: "gsi1",
          condition: ({ state }) => state === "waiting" || state === "approved",
          pk: { field: "gsi1pk", composite: ["workspaceId"] },
          sk: { field: "gsi1sk", composite: ["at", "reviewId"] },
        },
      },
    },
    { client, table: tableName },
  );
