import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import { SendMessageCommand } from "@aws-sdk/client-sqs";
import { Duration } from "aws-cdk-lib";
import { AttributeType, BillingMode, Table } from "aws-cdk-lib/aws-dynamodb";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import { Queue } from "aws-cdk-lib/aws-sqs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type LocalCloud, playTemplates } from "./index.ts";
import { synthesizeApp, temporaryFolder, testFunction } from "./testing/app.ts";
import { clientsFor, eventually } from "./testing/clients.ts";

let cloud: LocalCloud;

beforeAll(async () => {
  const app = synthesizeApp({
    Job: (stack) => {
      const table = new Table(stack, "Table", {
        partitionKey: { name: "pk", type: AttributeType.STRING },
        billingMode: BillingMode.PAY_PER_REQUEST,
      });
      const queue = new Queue(stack, "Work", { visibilityTimeout: Duration.seconds(30) });
      const worker = testFunction(
        stack,
        "Worker",
        `import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
         const client = new DynamoDBClient({});
         export async function handler(event) {
           for (const record of event.Records) {
             await client.send(new PutItemCommand({ TableName: process.env.TABLE, Item: { pk: { S: record.body } } }));
           }
         }`,
        { environment: { TABLE: table.tableName } },
      );
      table.grantWriteData(worker);
      worker.addEventSource(new SqsEventSource(queue));
    },
  });
  cloud = await playTemplates({
    ...app,
    dataDir: temporaryFolder("data"),
    onTrouble: console.error,
    onLog: ({ line }) => console.error(line),
  });
});
afterAll(() => cloud?.stop());

test("a message on a queue reaches its function, which writes to its table", async () => {
  const { sqs, dynamodb } = clientsFor(cloud);
  const QueueUrl = cloud.resource("Work").ref;
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "first" }));
  const stored = await eventually(async () => {
    const { Item } = await dynamodb.send(
      new GetItemCommand({ TableName: cloud.resource("Table").name, Key: { pk: { S: "first" } } }),
    );
    return Item;
  });
  expect(stored).toEqual({ pk: { S: "first" } });
});

test("stopping ends the work in hand and closes the port", async () => {
  const app = synthesizeApp({
    Busy: (stack) => {
      const queue = new Queue(stack, "Work", { visibilityTimeout: Duration.seconds(120) });
      const source =
        "export const handler = () => { console.log('began'); return new Promise((resolve) => setTimeout(resolve, 100_000)); };";
      testFunction(stack, "Worker", source, { timeout: Duration.seconds(110) }).addEventSource(
        new SqsEventSource(queue),
      );
    },
  });
  const lines: string[] = [];
  const busy = await playTemplates({ ...app, dataDir: temporaryFolder("data"), onLog: ({ line }) => lines.push(line) });
  await clientsFor(busy).sqs.send(new SendMessageCommand({ QueueUrl: busy.resource("Work").ref, MessageBody: "long" }));
  await eventually(() => (lines.includes("began") ? true : undefined));
  const began = Date.now();
  await busy.stop();
  expect(Date.now() - began).toBeLessThan(6_000);
  await expect(fetch(busy.gatewayUrl)).rejects.toThrow();
}, 20_000);
