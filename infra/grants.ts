import type { table } from "#core/adapters/dynamo/table.ts";
import type { FunctionName } from "./function-catalog.ts";
import type { QueueName } from "./queue-catalog.ts";

export type TableAction = "GetItem" | "BatchGetItem" | "Query" | "PutItem" | "UpdateItem" | "DeleteItem";
export type IndexName = keyof typeof table.indexes;
/** Folders of the bucket. */
export type Prefix = "media" | "imports";
/** Names below the stage's parameters path; `platforms` stands for the folder of all platform apps. */
export type ParameterName = "platforms" | "master-key" | "setup-token";

/** What one function may do. Its environment follows from it: who may use a thing is told its name, and nobody else. */
export type Grant = {
  readonly table?: readonly TableAction[];
  readonly indexes?: readonly IndexName[];
  readonly read?: readonly Prefix[];
  readonly write?: readonly Prefix[];
  readonly remove?: readonly Prefix[];
  readonly send?: readonly QueueName[];
  readonly emit?: true;
  readonly parameters?: readonly ParameterName[];
  readonly mail?: "text" | "attachments";
  /** Whether it writes links to the product. */
  readonly publicUrl?: true;
};

/** Every function's rights, exactly. A right that is missing here is an AccessDenied on one machine as in AWS. */
export const grants: Record<FunctionName, Grant> = {
  hooks: { send: ["intake"], parameters: ["platforms"] },
  hooksPush: { send: ["intake"], parameters: ["platforms"] },
  intake: {
    table: ["GetItem", "Query", "PutItem", "UpdateItem"],
    indexes: ["gsi1", "gsi2"],
    send: ["rollup", "reconcile"],
    emit: true,
  },
  tick: { table: ["GetItem", "PutItem"], indexes: ["gsi2"], send: ["publish", "reconcile"], emit: true },
  publish: {
    table: ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem"],
    indexes: ["gsi1"],
    read: ["media"],
    send: ["publish", "reconcile"],
    emit: true,
    parameters: ["master-key"],
    publicUrl: true,
  },
  scheduleReconcile: {
    table: ["GetItem", "Query", "PutItem"],
    indexes: ["gsi2", "gsi3"],
    send: ["reconcile", "respond"],
    emit: true,
  },
  reconcile: {
    table: ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"],
    indexes: ["gsi1", "gsi2"],
    read: ["media"],
    send: ["publish", "reconcile", "rollup"],
    emit: true,
    parameters: ["master-key"],
  },
  respond: {
    table: ["GetItem", "Query", "PutItem", "UpdateItem"],
    send: ["respond", "rollup"],
    emit: true,
    parameters: ["master-key"],
  },
  refresh: { table: ["Query", "UpdateItem"], indexes: ["gsi2"], parameters: ["platforms", "master-key"] },
  scheduleMeasure: { table: ["GetItem", "Query"], indexes: ["gsi2"], send: ["measure"], emit: true },
  measure: {
    table: ["GetItem", "Query", "PutItem", "UpdateItem"],
    indexes: ["gsi1"],
    send: ["measure", "rollup"],
    emit: true,
    // Other people's pages are read with a proof that the app's own server asks.
    parameters: ["platforms", "master-key"],
  },
  rollup: { table: ["GetItem", "Query", "PutItem", "DeleteItem"], indexes: ["gsi1"] },
  react: {
    table: ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"],
    indexes: ["gsi1"],
    send: ["rollup", "plan", "respond"],
    emit: true,
    parameters: ["master-key"],
    mail: "text",
    publicUrl: true,
  },
  scheduleReport: { table: ["GetItem", "Query", "PutItem"], indexes: ["gsi2"], send: ["report"], emit: true },
  report: {
    table: ["GetItem", "BatchGetItem", "Query", "PutItem"],
    indexes: ["gsi1", "gsi3"],
    read: ["media"],
    send: ["report"],
    emit: true,
    mail: "attachments",
    publicUrl: true,
  },
  reportPreview: {
    table: ["GetItem", "BatchGetItem", "Query"],
    indexes: ["gsi1", "gsi3"],
    read: ["media"],
    publicUrl: true,
  },
  schedulePlan: { indexes: ["gsi2"], send: ["plan"] },
  plan: {
    table: ["GetItem", "BatchGetItem", "Query", "PutItem"],
    indexes: ["gsi1"],
    read: ["media", "imports"],
    write: ["media", "imports"],
    send: ["plan", "publish", "reconcile"],
    emit: true,
    publicUrl: true,
  },
  mailEvents: { table: ["GetItem", "PutItem"], emit: true },
  api: {
    table: ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"],
    indexes: ["gsi1", "gsi2", "gsi3"],
    read: ["media", "imports"],
    write: ["media", "imports"],
    send: ["publish", "reconcile", "respond", "measure", "rollup", "report", "plan"],
    remove: ["media"],
    emit: true,
    parameters: ["platforms", "master-key", "setup-token"],
    mail: "text",
    publicUrl: true,
  },
};
