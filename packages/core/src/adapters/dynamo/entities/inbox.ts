import { Entity } from "electrodb";
import type { Dynamo } from "../client.ts";

const service = "dopys";

/** Epoch ms in a key: 13 digits, so that they sort. */
const instant = { type: "number", required: true, padding: { length: 13, char: "0" } } as const;

/** Messages: one partition per thread; gsi1 gives a channel's messages in the order of time. */
export const messageEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "message", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        threadId: { type: "string", required: true },
        id: { type: "string", required: true },
        channelId: { type: "string", required: true },
        platform: { type: "string", required: true },
        remoteId: { type: "string", required: true },
        facts: { type: "any", required: true },
        revision: { type: "string", required: true },
        kind: { type: "string", required: true },
        own: { type: "boolean", required: true },
        occurredAt: instant,
        known: { type: "boolean", required: true },
        removed: { type: "boolean", required: true },
        hidden: { type: "boolean", required: true },
        liked: { type: "boolean", required: true },
        edited: { type: "boolean", required: true },
        text: { type: "string", required: true },
        attachments: { type: "any", required: true },
        author: { type: "any" },
        parentRemoteId: { type: "string" },
        postRemoteId: { type: "string" },
        sentBy: { type: "string" },
        classification: { type: "any" },
        corrected: { type: "any" },
        answeredAt: { type: "number" },
        quality: { type: "any" },
        announced: { type: "any" },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "threadId"] },
          sk: { field: "sk", composite: ["id"] },
        },
        byTime: {
          index: "gsi1",
          pk: { field: "gsi1pk", composite: ["workspaceId", "channelId"] },
          sk: { field: "gsi1sk", composite: ["occurredAt", "id"] },
        },
      },
    },
    { client, table: tableName },
  );

/** What follows the workspace in the key by target: of a thread whose target was not told as passed, and of one that was. */
export const toldKeys = ["", "#told"] as const;

/**
 * Threads; gsi1 gives those of one state by last activity, gsi2 a person's, gsi3 those that wait by their target: those
 * whose target was told as passed in a partition of their own, so that the sweep for the others does not read them.
 */
export const threadEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "thread", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        id: { type: "string", required: true },
        channelId: { type: "string", required: true },
        platform: { type: "string", required: true },
        remoteId: { type: "string", required: true },
        kind: { type: "string", required: true },
        basis: { type: "string", required: true },
        customers: { type: "string", required: true },
        state: { type: "string", required: true },
        lastAt: instant,
        lastOwn: { type: "boolean", required: true },
        excerpt: { type: "string", required: true },
        messageCount: { type: "number", required: true },
        customerCount: { type: "number", required: true },
        unanswered: { type: "number", required: true },
        waitingSince: { type: "number" },
        dueAt: { type: "number" },
        sentiment: { type: "string" },
        intent: { type: "string" },
        language: { type: "string" },
        person: { type: "any" },
        /** The person's remote id as a part of a key; empty when the person is not known. */
        personRemoteId: { type: "string", required: true },
        participants: { type: "any", required: true },
        postRemoteId: { type: "string" },
        review: { type: "any" },
        doneMark: { type: "string" },
        assigneeId: { type: "string" },
        labels: { type: "any" },
        snooze: { type: "any" },
        priority: { type: "string" },
        draft: { type: "any" },
        unsent: { type: "any" },
        ruled: { type: "any" },
        toldDueAt: { type: "number" },
        /** `dueAt` as a part of a key; 0 when nothing is due. */
        dueKey: instant,
        toldKey: { type: toldKeys, required: true },
        revision: { type: "number", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "id"] },
          sk: { field: "sk", composite: [] },
        },
        byActivity: {
          index: "gsi1",
          condition: ({ state }) => state !== "empty",
          pk: { field: "gsi1pk", composite: ["workspaceId", "state"] },
          sk: { field: "gsi1sk", composite: ["lastAt", "id"] },
        },
        byPerson: {
          index: "gsi2",
          condition: ({ personRemoteId, state }) => personRemoteId !== "" && state !== "empty",
          pk: { field: "gsi2pk", composite: ["workspaceId", "platform", "personRemoteId"], casing: "none" },
          sk: { field: "gsi2sk", composite: ["lastAt", "id"] },
        },
        byTarget: {
          index: "gsi3",
          condition: ({ dueKey }) => dueKey !== 0,
          // The key of those not told is what it was when there was one partition for all.
          pk: {
            field: "gsi3pk",
            composite: ["workspaceId", "toldKey"],
            template: `$${service}#workspaceid_\${workspaceId}\${toldKey}`,
          },
          sk: { field: "gsi3sk", composite: ["dueKey", "id"] },
        },
      },
    },
    { client, table: tableName },
  );

/** How many partitions share the replies that wait. */
export const wakeShards = 8;

/** Replies and other actions, beside their thread's messages; gsi2 holds those that wait, by the time to look at them. */
export const outgoingEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "outgoing", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        threadId: { type: "string", required: true },
        id: { type: "string", required: true },
        channelId: { type: "string", required: true },
        platform: { type: "string", required: true },
        kind: { type: "string", required: true },
        target: { type: "any", required: true },
        askedAt: { type: "number" },
        text: { type: "string" },
        state: { type: "string", required: true },
        by: { type: "string", required: true },
        requestedAt: { type: "number", required: true },
        attempts: { type: "number", required: true },
        looks: { type: "number", required: true },
        notBefore: { type: "number", required: true },
        leaseUntil: { type: "number" },
        armedAt: { type: "number" },
        finishedAt: { type: "number" },
        remoteId: { type: "string" },
        failure: { type: "any" },
        platformCode: { type: "string" },
        wakeShard: { type: "string", required: true },
        wakeAt: { type: "number" },
        /** `wakeAt` as a part of a key; 0 when nothing has to be looked at. */
        wakeKey: instant,
        version: { type: "number", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "threadId"] },
          sk: { field: "sk", composite: ["id"] },
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

/** How far each list of a channel has been compared with the platform. */
export const pollMarkEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "pollMark", version: "1", service: "dopys" },
      attributes: {
        workspaceId: { type: "string", required: true },
        channelId: { type: "string", required: true },
        subject: { type: "string", required: true },
        knownUntil: { type: "number" },
        absences: { type: "any" },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "channelId"] },
          sk: { field: "sk", composite: ["subject"] },
        },
      },
    },
    { client, table: tableName },
  );
