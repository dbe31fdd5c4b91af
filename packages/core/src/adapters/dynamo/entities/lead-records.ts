import { Entity } from "electrodb";
import type { Dynamo } from "../client.ts";

const service = "dopys";
const instant = { type: "number", required: true, padding: { length: 13, char: "0" } } as const;

/** What is to be done with the leads of a workspace; only those are in it with which something is. */
export const leadDutyEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "leadduty", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        leadId: { type: "string", required: true },
        nextStepDay: { type: "string" },
        responseDueAt: { type: "number" },
        /** The version of the lead that it was told by. */
        version: { type: "number", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId"] },
          sk: { field: "sk", composite: ["leadId"] },
        },
      },
    },
    { client, table: tableName },
  );

/** Which leads a publication or campaign brought. */
export const leadTouchEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "leadtouch", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        kind: { type: "string", required: true },
        broughtBy: { type: "string", required: true },
        at: instant,
        leadId: { type: "string", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "kind", "broughtBy"] },
          sk: { field: "sk", composite: ["at", "leadId"] },
        },
      },
    },
    { client, table: tableName },
  );

/** What the team has noted of a lead. */
export const leadNoteEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "leadnote", version: "1", service },
      attributes: {
        workspaceId: { type: "string", required: true },
        leadId: { type: "string", required: true },
        id: { type: "string", required: true },
        at: instant,
        by: { type: "string", required: true },
        text: { type: "string", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "leadId"] },
          sk: { field: "sk", composite: ["at", "id"] },
        },
      },
    },
    { client, table: tableName },
  );

/** What a workspace has agreed about its leads: one item. */
export const leadSettingsEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "leadsettings", version: "1", service },
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
