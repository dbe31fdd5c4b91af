import { readFileSync } from "node:fs";
import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import { ReceiveMessageCommand, SendMessageCommand } from "@aws-sdk/client-sqs";
import { PutParameterCommand } from "@aws-sdk/client-ssm";
import { playTemplates } from "../index.ts";
import { clientsFor } from "./clients.ts";

/** A process of its own for the test that kills it: stores one of everything, says so, and waits for the end. */
const [appFile = "", dataDir = ""] = process.argv.slice(2);
const app = JSON.parse(readFileSync(appFile, "utf8"));
const cloud = await playTemplates({ ...app, dataDir });
const { dynamodb, sqs, s3, ssm } = clientsFor(cloud);
const QueueUrl = cloud.resource("idle").ref;

for (let number = 0; number < 50; number += 1) {
  await dynamodb.send(
    new PutItemCommand({ TableName: "items", Item: { pk: { S: `item ${number}` }, colour: { S: "red" } } }),
  );
}
await s3.send(new PutObjectCommand({ Bucket: "media", Key: "a/b.txt", Body: "kept" }));
await ssm.send(new PutParameterCommand({ Name: "/kept", Value: "secret", Type: "SecureString" }));
await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "in flight" }));
const received = await sqs.send(new ReceiveMessageCommand({ QueueUrl, VisibilityTimeout: 3 }));
await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "delayed", DelaySeconds: 3 }));
await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "ready" }));
await cloud.invoker.invokeAsync(cloud.resource("Slow").arn, { body: "accepted" });
await sqs.send(new SendMessageCommand({ QueueUrl: cloud.resource("work").ref, MessageBody: "being handled" }));
console.log(JSON.stringify({ received: received.Messages?.length }));
setInterval(() => {}, 1_000);
