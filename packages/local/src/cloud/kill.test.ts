import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { QueryCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand } from "@aws-sdk/client-s3";
import { GetQueueAttributesCommand, ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import { GetParameterCommand } from "@aws-sdk/client-ssm";
import { Duration } from "aws-cdk-lib";
import { AttributeType, Table } from "aws-cdk-lib/aws-dynamodb";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import { Bucket } from "aws-cdk-lib/aws-s3";
import { Queue } from "aws-cdk-lib/aws-sqs";
import { expect, test } from "vitest";
import { playTemplates } from "./index.ts";
import { synthesizeApp, temporaryFolder, testFunction } from "./testing/app.ts";
import { clientsFor, eventually } from "./testing/clients.ts";

const app = synthesizeApp({
  Kept: (stack) => {
    const key = (name: string) => ({ name, type: AttributeType.STRING });
    const table = new Table(stack, "Items", { tableName: "items", partitionKey: key("pk") });
    table.addGlobalSecondaryIndex({ indexName: "byColour", partitionKey: key("colour") });
    new Bucket(stack, "Media", { bucketName: "media" });
    new Queue(stack, "Idle", { queueName: "idle" });
    const work = new Queue(stack, "Work", { queueName: "work", visibilityTimeout: Duration.seconds(4) });
    const slow = testFunction(
      stack,
      "Slow",
      `export async function handler(event) {
         console.log("began", event.body ?? event.Records[0].body);
         await new Promise((resolve) => setTimeout(resolve, 2000));
         console.log("ended", event.body ?? event.Records[0].body);
       }`,
      { timeout: Duration.seconds(4) },
    );
    slow.addEventSource(new SqsEventSource(work));
  },
});

test("a killed cloud goes on where it was: items, objects, parameters and messages, those in flight too", async () => {
  const dataDir = temporaryFolder("data");
  const appFile = join(temporaryFolder("app"), "app.json");
  writeFileSync(appFile, JSON.stringify(app));
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL("./testing/play-until-killed.ts", import.meta.url)), appFile, dataDir],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const [said] = (await once(child.stdout, "data")) as [Buffer];
  expect(JSON.parse(said.toString())).toEqual({ received: 1 });
  child.kill("SIGKILL");
  await once(child, "exit");

  const ended = new Set<string>();
  const onLog = ({ line }: { line: string }): void => {
    if (line.startsWith("ended ")) ended.add(line.slice(6));
  };
  const cloud = await playTemplates({ ...app, dataDir, onLog });
  try {
    const { dynamodb, sqs, s3, ssm } = clientsFor(cloud);
    expect((await dynamodb.send(new ScanCommand({ TableName: "items" }))).Count).toBe(50);
    const ExpressionAttributeValues = { ":c": { S: "red" } };
    const query = {
      TableName: "items",
      IndexName: "byColour",
      KeyConditionExpression: "colour = :c",
      ExpressionAttributeValues,
    };
    expect((await dynamodb.send(new QueryCommand(query))).Count).toBe(50);
    const object = await s3.send(new GetObjectCommand({ Bucket: "media", Key: "a/b.txt" }));
    expect(await object.Body?.transformToString()).toBe("kept");
    const parameter = await ssm.send(new GetParameterCommand({ Name: "/kept", WithDecryption: true }));
    expect(parameter.Parameter?.Value).toBe("secret");

    const QueueUrl = cloud.resource("idle").ref;
    const seen: string[] = [];
    await eventually(async () => {
      const input = {
        QueueUrl,
        MaxNumberOfMessages: 10,
        WaitTimeSeconds: 1,
        MessageSystemAttributeNames: ["All" as const],
      };
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand(input));
      seen.push(...Messages.map(({ Body, Attributes }) => `${Body} ${Attributes?.ApproximateReceiveCount}`));
      return seen.length >= 3 || undefined;
    });
    expect(seen.sort()).toEqual(["delayed 1", "in flight 2", "ready 1"]);
    await eventually(() => (ended.size === 2 ? true : undefined), 15_000);
    expect([...ended].sort()).toEqual(["accepted", "being handled"]);
    await eventually(async () => {
      const AttributeNames = ["All" as const];
      const input = { QueueUrl: cloud.resource("work").ref, AttributeNames };
      const { Attributes } = await sqs.send(new GetQueueAttributesCommand(input));
      return Attributes?.ApproximateNumberOfMessagesNotVisible === "0" || undefined;
    });
  } finally {
    await cloud.stop();
  }
}, 40_000);

test("a table kept with other indexes than the template has now stops the start and says what to do", async () => {
  const dataDir = temporaryFolder("data");
  await (await playTemplates({ ...app, dataDir })).stop();
  const changed = synthesizeApp({
    Kept: (stack) =>
      void new Table(stack, "Items", { tableName: "items", partitionKey: { name: "pk", type: AttributeType.STRING } }),
  });
  await expect(playTemplates({ ...changed, dataDir })).rejects.toThrow(
    /table items .* other keys or indexes .*--fresh/,
  );
});

test("a taken port is an error that names it", async () => {
  const first = await playTemplates({ ...app, dataDir: temporaryFolder("data") });
  try {
    const gateway = Number(new URL(first.gatewayUrl).port);
    await expect(playTemplates({ ...app, dataDir: temporaryFolder("data"), ports: { gateway } })).rejects.toThrow(
      `port ${gateway} is already in use`,
    );
  } finally {
    await first.stop();
  }
});
