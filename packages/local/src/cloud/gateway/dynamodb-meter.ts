import { type AwsJsonCall, awsJsonCaller } from "../engines/aws-json.ts";
import { type ResolvedTemplate, resourcesOfType } from "../template/model.ts";
import { type Item, type TableShape, writeUnits } from "./request-units.ts";

type Input = Record<string, unknown>;
type Units = { readUnits: number; writeUnits: number };
type Written = { table: TableShape; tableName: string; key: Item };

/** Measures one DynamoDB call: `begin` before it is handed to the engine, `end` with the engine's answer. */
export type DynamoDbMeter = {
  begin: (action: string, input: Input) => Promise<Measurement>;
};
export type Measurement = {
  /** What the engine is to be asked instead, so that it tells what reading cost. */
  body: Buffer;
  end: (status: number, answer: Buffer) => Promise<Units & { answer: Buffer }>;
};

const reads = new Set(["GetItem", "BatchGetItem", "Query", "Scan"]);

/**
 * Estimates consumed request units. Reads are the engine's own figure; writes are ours, because dynalite leaves the
 * indexes out: the item before and after is looked at, so concurrent writers of one item may be charged a little wrong.
 */
export function dynamoDbMeter(tables: ReadonlyMap<string, TableShape>, port: number): DynamoDbMeter {
  const call = awsJsonCaller(port, "DynamoDB_20120810");
  return {
    begin: async (action, input) => {
      const asked = input.ReturnConsumedCapacity;
      const body = Buffer.from(
        JSON.stringify(reads.has(action) ? { ...input, ReturnConsumedCapacity: "TOTAL" } : input),
      );
      const written = writtenKeys(action, input, tables);
      const before = await Promise.all(written.map((each) => readItem(call, each)));
      return {
        body,
        end: async (status, answer) => {
          if (reads.has(action)) return readCost(status, answer, asked !== undefined && asked !== "NONE");
          const after = status < 300 ? await Promise.all(written.map((each) => readItem(call, each))) : before;
          const units = written.map(({ table }, at) =>
            status < 300
              ? writeUnits(table, before[at], after[at])
              : writeUnits({ ...table, indexes: [] }, before[at], before[at]),
          );
          return { readUnits: 0, writeUnits: units.reduce((total, each) => total + each, 0), answer };
        },
      };
    },
  };
}

/** The tables of a template, by name. */
export const tablesOf = (template: ResolvedTemplate): ReadonlyMap<string, TableShape> =>
  new Map(resourcesOfType(template, "AWS::DynamoDB::Table").map(({ name, properties }) => [name, shapeOf(properties)]));

function readCost(status: number, answer: Buffer, wanted: boolean): Units & { answer: Buffer } {
  if (status >= 300) return { readUnits: 0, writeUnits: 0, answer };
  const { ConsumedCapacity, ...rest } = JSON.parse(answer.toString("utf8")) as { ConsumedCapacity?: unknown };
  const capacities = [ConsumedCapacity ?? []].flat() as { CapacityUnits?: number }[];
  const readUnits = capacities.reduce((total, { CapacityUnits = 0 }) => total + Math.max(0.5, CapacityUnits), 0);
  return { readUnits, writeUnits: 0, answer: wanted ? answer : Buffer.from(JSON.stringify(rest)) };
}

async function readItem(call: AwsJsonCall, { tableName, key }: Written): Promise<Item | undefined> {
  const read = call<{ Item?: Item }>("GetItem", { TableName: tableName, Key: key, ConsistentRead: true });
  return (await read.catch(() => ({ Item: undefined }))).Item;
}

function writtenKeys(action: string, input: Input, tables: ReadonlyMap<string, TableShape>): Written[] {
  const keyed = (tableName: unknown, key: Item | undefined): Written[] => {
    const table = tables.get(String(tableName).replace(/^arn:.*table\//, ""));
    if (!table || !key) return [];
    return [
      {
        table,
        tableName: String(tableName),
        key: Object.fromEntries(table.keys.flatMap((name) => (key[name] ? [[name, key[name]]] : []))),
      },
    ];
  };
  if (action === "PutItem") return keyed(input.TableName, input.Item as Item | undefined);
  if (action === "UpdateItem" || action === "DeleteItem") return keyed(input.TableName, input.Key as Item | undefined);
  if (action !== "BatchWriteItem") return [];
  const requests = (input.RequestItems ?? {}) as Record<
    string,
    { PutRequest?: { Item: Item }; DeleteRequest?: { Key: Item } }[]
  >;
  return Object.entries(requests).flatMap(([tableName, entries]) =>
    entries.flatMap((entry) => keyed(tableName, entry.PutRequest?.Item ?? entry.DeleteRequest?.Key)),
  );
}

function shapeOf(properties: Record<string, unknown>): TableShape {
  const keysOf = (schema: unknown): string[] =>
    (schema as { AttributeName: string }[]).map((each) => each.AttributeName);
  const indexes = [properties.GlobalSecondaryIndexes ?? [], properties.LocalSecondaryIndexes ?? []].flat() as {
    KeySchema: unknown;
    Projection: { ProjectionType: string; NonKeyAttributes?: string[] };
  }[];
  return {
    keys: keysOf(properties.KeySchema),
    indexes: indexes.map(({ KeySchema, Projection }) => ({
      keys: keysOf(KeySchema),
      projected: Projection.ProjectionType === "ALL" ? "ALL" : (Projection.NonKeyAttributes ?? []),
    })),
  };
}
