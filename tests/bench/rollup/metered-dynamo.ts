import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { Dynamo } from "#core/adapters/dynamo/client.ts";
import { table } from "#core/adapters/dynamo/table.ts";
import { dynamoDbMeter } from "#local/cloud/gateway/dynamodb-meter.ts";
import { startTestDynamo } from "#tests/support/dynamo.ts";

/** What calls consumed: request units of the base table and of each index they touch. */
export interface Spent {
  calls: number;
  queries: number;
  readUnits: number;
  writeUnits: number;
}

/** One table with two ways to it: one that is measured, and one that is not. */
export interface MeteredDynamo {
  readonly free: Dynamo;
  readonly metered: Dynamo;
  /** What was consumed by the metered way since the last time this was asked. */
  spent(): Spent;
  stop(): Promise<void>;
}

const none: Spent = { calls: 0, queries: 0, readUnits: 0, writeUnits: 0 };

/** Starts an in-memory DynamoDB with our table, and before it a proxy that measures what each call consumes. */
export async function startMeteredDynamo(): Promise<MeteredDynamo> {
  const free = await startTestDynamo();
  const engine = await addressOf(free);
  const indexes = Object.values(table.indexes).map(({ pk, sk }) => ({ keys: [pk, sk], projected: "ALL" as const }));
  const shape = { keys: [table.keys.pk, table.keys.sk], indexes };
  const meter = dynamoDbMeter(new Map([[free.tableName, shape]]), Number(engine.port));
  let spent = { ...none };
  const proxy = createServer(async (request, response) => {
    const body = await buffer(request);
    const target = String(request.headers["x-amz-target"]);
    const action = target.slice(target.indexOf(".") + 1);
    const measured = await meter.begin(action, JSON.parse(body.toString("utf8")));
    const headers = { "content-type": "application/x-amz-json-1.0", "x-amz-target": target };
    const authorization = String(request.headers.authorization);
    const answer = await fetch(engine, {
      method: "POST",
      headers: { ...headers, authorization, "x-amz-date": String(request.headers["x-amz-date"]) },
      body: new Uint8Array(measured.body),
    });
    const {
      answer: text,
      readUnits,
      writeUnits,
    } = await measured.end(answer.status, Buffer.from(await answer.arrayBuffer()));
    spent = {
      calls: spent.calls + 1,
      queries: spent.queries + (action === "Query" ? 1 : 0),
      readUnits: spent.readUnits + readUnits,
      writeUnits: spent.writeUnits + writeUnits,
    };
    response.writeHead(answer.status, { "content-type": "application/x-amz-json-1.0" }).end(text);
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const address = proxy.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  const raw = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${address.port}`,
    region: "eu-central-1",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });
  const client = DynamoDBDocumentClient.from(raw, { marshallOptions: { removeUndefinedValues: true } });
  return {
    free,
    metered: { client, tableName: free.tableName },
    spent: () => {
      const was = spent;
      spent = { ...none };
      return was;
    },
    stop: async () => {
      raw.destroy();
      proxy.closeAllConnections();
      await new Promise<void>((resolve) => proxy.close(() => resolve()));
      await free.stop();
    },
  };
}

async function addressOf({ client }: Dynamo): Promise<URL> {
  const endpoint = await client.config.endpoint?.();
  if (!endpoint) throw new Error("the engine has no address");
  return new URL(`http://${endpoint.hostname}:${endpoint.port}`);
}
