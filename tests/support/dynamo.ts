import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import dynalite from "dynalite";
import type { Dynamo } from "#core/adapters/dynamo/client.ts";
import { table } from "#core/adapters/dynamo/table.ts";

/** A DynamoDB of its own for one test file, holding our table with its real keys and indexes. */
export interface TestDynamo extends Dynamo {
  stop(): Promise<void>;
}

/** Starts an in-memory DynamoDB on a free port and creates the table in it. */
export async function startTestDynamo(): Promise<TestDynamo> {
  const server = dynalite({ createTableMs: 0 });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  const raw = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${address.port}`,
    region: "eu-central-1",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });
  const tableName = "dopys-test";
  const names = [table.keys, ...Object.values(table.indexes)].flatMap((key) => [key.pk, key.sk]);
  const schema = (key: { pk: string; sk: string }) => [
    { AttributeName: key.pk, KeyType: "HASH" as const },
    { AttributeName: key.sk, KeyType: "RANGE" as const },
  ];
  await raw.send(
    new CreateTableCommand({
      TableName: tableName,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: names.map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
      KeySchema: schema(table.keys),
      GlobalSecondaryIndexes: Object.entries(table.indexes).map(([IndexName, key]) => ({
        IndexName,
        KeySchema: schema(key),
        Projection: { ProjectionType: "ALL" },
      })),
    }),
  );
  const client = DynamoDBDocumentClient.from(raw, { marshallOptions: { removeUndefinedValues: true } });
  return {
    client,
    tableName,
    stop: async () => {
      raw.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
