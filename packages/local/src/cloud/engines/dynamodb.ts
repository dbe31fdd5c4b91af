import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { Worker } from "node:worker_threads";
import { type ResolvedTemplate, type Resource, resourcesOfType } from "../template/model.ts";
import type { Place } from "../template/place.ts";
import { type AwsJsonCall, awsJsonCaller, EngineError } from "./aws-json.ts";

export type DynamoDb = {
  port: number;
  /** Table name → attribute the template marks as time to live. Nothing here deletes by it; AWS does so days late. */
  ttlAttributes: ReadonlyMap<string, string>;
  stop: () => Promise<void>;
};

type KeySchema = { AttributeName: string; KeyType: string }[];
type Index = { IndexName: string; KeySchema: KeySchema; Projection: Record<string, unknown> };
type TableDescription = {
  TableStatus: string;
  KeySchema: KeySchema;
  GlobalSecondaryIndexes?: Index[];
  LocalSecondaryIndexes?: Index[];
};

/**
 * Starts the DynamoDB engine (dynalite, LevelDB files under `dataDir`) and sees to it that every table of the template
 * exists. LevelDB hands each write to the operating system before the call is answered, so a killed process loses
 * nothing that was acknowledged. Throws when a kept table has other keys or indexes than the template asks for.
 */
export async function startDynamoDb(options: {
  template: ResolvedTemplate;
  dataDir: string;
  place: Place;
}): Promise<DynamoDb> {
  const path = join(options.dataDir, "dynamodb");
  mkdirSync(path, { recursive: true });
  const worker = new Worker(new URL("./dynalite-worker.ts", import.meta.url), {
    workerData: { path },
    env: { AWS_REGION: options.place.region, AWS_ACCOUNT_ID: options.place.account },
    execArgv: [],
  });
  const port = await new Promise<number>((resolve, reject) => {
    worker.once("message", (message: { port: number }) => resolve(message.port));
    worker.once("error", reject);
  });
  const stop = async (): Promise<void> => {
    const exited = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
    worker.postMessage("stop");
    await exited;
  };
  const call = awsJsonCaller(port, "DynamoDB_20120810");
  const tables = resourcesOfType(options.template, "AWS::DynamoDB::Table");
  try {
    for (const table of tables) await provideTable(call, table);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, ttlAttributes: new Map(tables.flatMap(ttlAttribute)), stop };
}

async function provideTable(call: AwsJsonCall, table: Resource): Promise<void> {
  const wanted = createTableInput(table);
  const existing = await describe(call, table.name);
  if (existing && existing.TableStatus !== "CREATING") return requireSameShape(table, existing, wanted);
  if (existing) await call("DeleteTable", { TableName: table.name });
  await call("CreateTable", wanted);
  while ((await describe(call, table.name))?.TableStatus !== "ACTIVE") await new Promise(setImmediate);
}

async function describe(call: AwsJsonCall, name: string): Promise<TableDescription | undefined> {
  try {
    return (await call<{ Table: TableDescription }>("DescribeTable", { TableName: name })).Table;
  } catch (error) {
    if (error instanceof EngineError && error.code === "ResourceNotFoundException") return undefined;
    throw error;
  }
}

function createTableInput(table: Resource) {
  const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, LocalSecondaryIndexes } = table.properties;
  return {
    TableName: table.name,
    KeySchema: KeySchema as KeySchema,
    AttributeDefinitions,
    BillingMode: "PAY_PER_REQUEST",
    ...(GlobalSecondaryIndexes ? { GlobalSecondaryIndexes: indexes(GlobalSecondaryIndexes) } : {}),
    ...(LocalSecondaryIndexes ? { LocalSecondaryIndexes: indexes(LocalSecondaryIndexes) } : {}),
  };
}

function indexes(value: unknown): Index[] {
  return (value as Index[])
    .map(({ IndexName, KeySchema, Projection }) => ({ IndexName, KeySchema, Projection }))
    .sort((left, right) => left.IndexName.localeCompare(right.IndexName));
}

function requireSameShape(
  table: Resource,
  existing: TableDescription,
  wanted: ReturnType<typeof createTableInput>,
): void {
  const shape = (
    description: Pick<TableDescription, "KeySchema" | "GlobalSecondaryIndexes" | "LocalSecondaryIndexes">,
  ) => [
    description.KeySchema,
    indexes(description.GlobalSecondaryIndexes ?? []),
    indexes(description.LocalSecondaryIndexes ?? []),
  ];
  if (isDeepStrictEqual(shape(existing), shape(wanted))) return;
  throw new Error(
    `table ${table.name} (${table.logicalId}) is kept with other keys or indexes than the template has now; ` +
      "start with an empty data folder (--fresh) to build it anew",
  );
}

function ttlAttribute(table: Resource): [string, string][] {
  const ttl = table.properties.TimeToLiveSpecification as { AttributeName?: string; Enabled?: boolean } | undefined;
  return ttl?.Enabled && ttl.AttributeName ? [[table.name, ttl.AttributeName]] : [];
}
