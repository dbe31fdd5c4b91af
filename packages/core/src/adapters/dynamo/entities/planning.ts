import { Entity } from "electrodb";
import type { Dynamo } from "../client.ts";

const service = "dopys";

/** Series; a workspace's are one partition, gsi2 holds in the order of time those the planner must look at. */
export const seriesEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "series", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        id: { type: "string", required: true },
        postId: { type: "string", required: true },
        rule: { type: "string", required: true },
        start: { type: "string", required: true },
        timeZone: { type: "string", required: true },
        state: { type: "string", required: true },
        skips: { type: "any", required: true },
        endsBefore: { type: "string" },
        made: { type: "any", required: true },
        problem: { type: "any" },
        nextPlanAt: { type: "number", padding: { length: 13, char: "0" } },
        waiting: { type: "string" },
        createdBy: { type: "string", required: true },
        createdAt: { type: "number", required: true },
        revision: { type: "number", required: true },
        version: { type: "number", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId"] },
          sk: { field: "sk", composite: ["id"] },
        },
        due: {
          index: "gsi2",
          pk: { field: "gsi2pk", composite: ["waiting"] },
          sk: { field: "gsi2sk", composite: ["nextPlanAt"] },
        },
      },
    },
    { client, table: tableName },
  );

/** Evergreen posts; a workspace's are one partition, gsi2 holds those whose slots must be looked at. */
export const evergreenEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "evergreen", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        id: { type: "string", required: true },
        minDays: { type: "number", required: true },
        maxRepeats: { type: "number" },
        texts: { type: "any", required: true },
        active: { type: "boolean", required: true },
        repeats: { type: "any", required: true },
        nextPlanAt: { type: "number", padding: { length: 13, char: "0" } },
        waiting: { type: "string" },
        createdBy: { type: "string", required: true },
        createdAt: { type: "number", required: true },
        version: { type: "number", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId"] },
          sk: { field: "sk", composite: ["id"] },
        },
        due: {
          index: "gsi2",
          pk: { field: "gsi2pk", composite: ["waiting"] },
          sk: { field: "gsi2sk", composite: ["nextPlanAt"] },
        },
      },
    },
    { client, table: tableName },
  );
