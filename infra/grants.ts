import type { table } from "#core/adapters/dynamo/table.ts";
import type { FunctionName } from "./function-catalog.ts";
import type { QueueName } from "./queue-catalog.ts";

export type TableAction = "GetItem" | "BatchGetItem" | "Query" | "PutItem" | "UpdateItem" | "DeleteItem";
export type IndexName = keyof typeof table.indexes;
/** Folders of the bucket. */
export type Prefix = "media" | "reports";
/** Names below the stage's parameters path; `platforms` stands for the folder of all platform apps. */
export type ParameterName = "platforms" | "master-key" | "setup-token";

/** What one function may do. Its environment follows from it: who may use a thing is told its name, and nobody else. */
export type Grant = {
  readonly table?: readonly TableAction[];
  readonly indexes?: readonly IndexName[];
  readonly read?: readonly Prefix[];
  readonly write?: readonly Prefix[];
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
  intake: {
    table: ["Query", "GetItem", "PutItem", "UpdateItem"],
    indexes: ["gsi2"],
    send: ["rollup"],
    emit: true,
    parameters: ["platforms", "master-key"],
  },
  tick: { table: ["UpdateItem"], indexes: ["gsi2"], send: ["publish"] },
  publish: {
    table: ["GetItem", "Query", "PutItem", "UpdateItem"],
    indexes: ["gsi1"],
    read: ["media"],
    send: ["publish", "rollup"],
    emit: true,
    parameters: ["platforms", "master-key"],
    publicUrl: true,
  },
  scheduleReconcile: { indexes: ["gsi2"], send: ["reconcile"] },
  reconcile: {
    table: ["GetItem", "Query", "PutItem", "UpdateItem"],
    indexes: ["gsi1", "gsi2"],
    send: ["intake", "publish", "rollup"],
    emit: true,
    parameters: ["platforms", "master-key"],
  },
  respond: {
    table: ["GetItem", "Query", "PutItem", "UpdateItem"],
    send: ["respond", "rollup"],
    emit: true,
    parameters: ["platforms", "master-key"],
  },
  scheduleMeasure: { table: ["GetItem", "Query", "UpdateItem"], indexes: ["gsi2"], send: ["measure"] },
  measure: {
    table: ["GetItem", "Query", "PutItem", "UpdateItem"],
    indexes: ["gsi1"],
    send: ["measure", "rollup"],
    emit: true,
    parameters: ["platforms", "master-key"],
  },
  rollup: {
    table: ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"],
    indexes: ["gsi1"],
    send: ["rollup"],
  },
  react: {
    table: ["GetItem", "Query", "PutItem", "UpdateItem"],
    indexes: ["gsi1", "gsi2"],
    send: ["rollup"],
    emit: true,
    parameters: ["platforms", "master-key"],
  },
  scheduleReport: { table: ["GetItem", "Query", "UpdateItem"], indexes: ["gsi2"], send: ["report"] },
  report: {
    table: ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem"],
    indexes: ["gsi1"],
    read: ["reports"],
    write: ["reports"],
    send: ["report"],
    emit: true,
    mail: "attachments",
    publicUrl: true,
  },
  mailEvents: { table: ["GetItem", "Query", "PutItem", "UpdateItem"], indexes: ["gsi2"] },
  api: {
    table: ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"],
    indexes: ["gsi1", "gsi2"],
    read: ["media", "reports"],
    write: ["media"],
    send: ["publish", "respond", "measure", "rollup", "report"],
    emit: true,
    parameters: ["platforms", "master-key", "setup-token"],
    mail: "text",
    publicUrl: true,
  },
};
