import { DescribeTableCommand, GetItemCommand, PutItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from "@aws-sdk/client-s3";
import {
  ChangeMessageVisibilityCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
} from "@aws-sdk/client-sqs";
import {
  GetParameterCommand,
  GetParametersByPathCommand,
  GetParametersCommand,
  PutParameterCommand,
} from "@aws-sdk/client-ssm";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { RemovalPolicy } from "aws-cdk-lib";
import { AttributeType, Table } from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { BlockPublicAccess, Bucket, HttpMethods } from "aws-cdk-lib/aws-s3";
import { Queue } from "aws-cdk-lib/aws-sqs";
import { StringParameter } from "aws-cdk-lib/aws-ssm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type LocalCloud, playTemplates } from "../index.ts";
import { synthesizeApp, temporaryFolder, testFunction } from "../testing/app.ts";
import { clientsFor } from "../testing/clients.ts";

let cloud: LocalCloud;
let now = Date.now();
let operator: ReturnType<typeof clientsFor>;

/** Runs whatever call it is told to and answers the result, or the error's name and message. */
const callAnything = `
  import * as dynamodb from "@aws-sdk/client-dynamodb";
  import * as s3 from "@aws-sdk/client-s3";
  import * as sqs from "@aws-sdk/client-sqs";
  import * as ssm from "@aws-sdk/client-ssm";
  import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
  const clients = { dynamodb: new dynamodb.DynamoDBClient({}), s3: new s3.S3Client({}), sqs: new sqs.SQSClient({}), ssm: new ssm.SSMClient({}) };
  const modules = { dynamodb, s3, sqs, ssm };
  await clients.ssm.send(new ssm.GetParameterCommand({ Name: "/shop/open" }));
  export async function handler({ service, command, input, expiresIn }) {
    const sent = new modules[service][command](input);
    try {
      if (expiresIn) return await getSignedUrl(clients.s3, sent, { expiresIn });
      const { $metadata, Body, ...result } = await clients[service].send(sent);
      return result;
    } catch (error) {
      return { error: error.name, message: error.message, status: error.$metadata?.httpStatusCode };
    }
  }`;

const call = async (service: string, command: string, input: unknown, expiresIn?: number) => {
  const invocation = await cloud.invoker.invoke(cloud.resource("Caller").arn, {
    service,
    command: `${command}Command`,
    input,
    expiresIn,
  });
  if (!invocation.ok) throw new Error(invocation.message);
  return invocation.value as Record<string, unknown>;
};

beforeAll(async () => {
  const app = synthesizeApp({
    Shop: (stack) => {
      const table = new Table(stack, "Items", {
        tableName: "items",
        partitionKey: { name: "pk", type: AttributeType.STRING },
        sortKey: { name: "sk", type: AttributeType.STRING },
        removalPolicy: RemovalPolicy.DESTROY,
      });
      const key = (name: string) => ({ name, type: AttributeType.STRING });
      table.addGlobalSecondaryIndex({ indexName: "byColour", partitionKey: key("colour"), sortKey: key("sk") });
      table.addGlobalSecondaryIndex({ indexName: "closed", partitionKey: key("size") });
      new Queue(stack, "Open", { queueName: "open" });
      new Queue(stack, "Shut", { queueName: "shut", enforceSSL: true });
      const bucket = new Bucket(stack, "Media", {
        bucketName: "media",
        enforceSSL: true,
        blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
        cors: [
          {
            allowedMethods: [HttpMethods.PUT],
            allowedOrigins: ["https://*.example.com"],
            allowedHeaders: ["content-type"],
            exposedHeaders: ["etag"],
            maxAge: 60,
          },
        ],
      });
      new StringParameter(stack, "Parameter", { parameterName: "/shop/open", stringValue: "yes" });
      const caller = testFunction(stack, "Caller", callAnything, { functionName: "caller" });
      const grant = (actions: string[], resources: string[]) =>
        caller.addToRolePolicy(new PolicyStatement({ actions, resources }));
      grant(["dynamodb:GetItem", "dynamodb:Query"], [table.tableArn, `${table.tableArn}/index/byColour`]);
      grant(["sqs:SendMessage"], [`arn:aws:sqs:${stack.region}:${stack.account}:open`]);
      grant(["s3:GetObject", "s3:PutObject"], [`${bucket.bucketArn}/uploads/*`]);
      grant(["s3:GetObject"], [`${bucket.bucketArn}/inbox/*`]);
      caller.addToRolePolicy(
        new PolicyStatement({
          actions: ["s3:ListBucket"],
          resources: [bucket.bucketArn],
          conditions: { StringLike: { "s3:prefix": ["uploads/*"] } },
        }),
      );
      grant(
        ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"],
        [`arn:aws:ssm:${stack.region}:${stack.account}:parameter/shop/*`],
      );
    },
  });
  cloud = await playTemplates({ ...app, dataDir: temporaryFolder("data"), now: () => now });
  operator = clientsFor(cloud);
});
afterAll(() => cloud?.stop());
beforeEach(() => cloud.meter.reset());

describe("permission", () => {
  test("a granted call passes, the same call on another table or index is the service's AccessDenied", async () => {
    const Key = { pk: { S: "a" }, sk: { S: "1" } };
    await operator.dynamodb.send(new PutItemCommand({ TableName: "items", Item: { ...Key, colour: { S: "red" } } }));
    expect(await call("dynamodb", "GetItem", { TableName: "items", Key })).toMatchObject({
      Item: { colour: { S: "red" } },
    });
    const query = {
      TableName: "items",
      KeyConditionExpression: "colour = :c",
      ExpressionAttributeValues: { ":c": { S: "red" } },
    };
    expect(await call("dynamodb", "Query", { ...query, IndexName: "byColour" })).toMatchObject({ Count: 1 });
    expect(await call("dynamodb", "Query", { ...query, IndexName: "closed" })).toMatchObject({
      error: "AccessDeniedException",
      message: expect.stringContaining(
        "not authorized to perform: dynamodb:Query on resource: arn:aws:dynamodb:eu-central-1:000000000000:table/items/index/closed",
      ),
    });
    expect(await call("dynamodb", "PutItem", { TableName: "items", Item: Key })).toMatchObject({
      error: "AccessDeniedException",
      status: 400,
    });
  });

  test("queues, buckets and parameters refuse in their own error shapes", async () => {
    const send = (queue: string) =>
      call("sqs", "SendMessage", { QueueUrl: cloud.resource(queue).ref, MessageBody: "x" });
    expect(await send("open")).toHaveProperty("MessageId");
    expect(await send("shut")).toMatchObject({ error: "AccessDenied", status: 403 });
    expect(await call("s3", "PutObject", { Bucket: "media", Key: "uploads/a", Body: "x" })).toHaveProperty("ETag");
    expect(await call("s3", "PutObject", { Bucket: "media", Key: "private/a", Body: "x" })).toMatchObject({
      error: "AccessDenied",
      status: 403,
    });
    expect(await call("s3", "ListObjectsV2", { Bucket: "media" })).toMatchObject({ error: "AccessDenied" });
    expect(await call("ssm", "GetParameter", { Name: "/other" })).toMatchObject({
      error: "AccessDeniedException",
      status: 400,
    });
  });

  test("only who may list a folder hears that an object is not in it", async () => {
    const ask = (command: string, Key: string) => call("s3", command, { Bucket: "media", Key });
    expect(await ask("GetObject", "uploads/none")).toMatchObject({ error: "NoSuchKey", status: 404 });
    expect(await ask("HeadObject", "uploads/none")).toMatchObject({ error: "NotFound", status: 404 });
    expect(await ask("GetObject", "inbox/none")).toMatchObject({ error: "AccessDenied", status: 403 });
    expect(await ask("HeadObject", "inbox/none")).toMatchObject({ status: 403 });
    const presigned = String(await call("s3", "GetObject", { Bucket: "media", Key: "inbox/none" }, 60));
    expect((await fetch(presigned)).status).toBe(403);
    const list = (Prefix?: string) => call("s3", "ListObjectsV2", { Bucket: "media", ...(Prefix && { Prefix }) });
    expect(await list("uploads/")).toHaveProperty("KeyCount");
    expect(await list("inbox/")).toMatchObject({ error: "AccessDenied" });
    expect(await list()).toMatchObject({ error: "AccessDenied" });
  });

  test("a batch is allowed only when every item of it is", async () => {
    const names = (...Names: string[]) => call("ssm", "GetParameters", { Names });
    expect(await names("/shop/open")).toMatchObject({ InvalidParameters: [] });
    expect(await names("/shop/open", "/other")).toMatchObject({ error: "AccessDeniedException" });
  });

  test("wrong secrets, unknown keys and unsigned calls are refused", async () => {
    const { accessKeyId } = cloud.operatorCredentials;
    const get = new GetItemCommand({ TableName: "items", Key: { pk: { S: "a" }, sk: { S: "1" } } });
    await expect(clientsFor(cloud, { accessKeyId, secretAccessKey: "guess" }).dynamodb.send(get)).rejects.toThrow(
      /not the one that was signed/,
    );
    const list = new ListObjectsV2Command({ Bucket: "media" });
    await expect(clientsFor(cloud, { accessKeyId: "AKIA", secretAccessKey: "x" }).s3.send(list)).rejects.toMatchObject({
      name: "InvalidAccessKeyId",
    });
    expect((await fetch(`${cloud.gatewayUrl}/media/uploads/a`)).status).toBe(403);
  });
});

describe("presigned URLs", () => {
  test("let a browser upload and a platform download what the signer may, and nothing else", async () => {
    const url = String(
      await call("s3", "PutObject", { Bucket: "media", Key: "uploads/ключ 1+.txt", ContentType: "text/plain" }, 60),
    );
    expect(new URL(url).origin).toBe(cloud.gatewayUrl);
    const uploaded = await fetch(url, { method: "PUT", body: "hello", headers: { "content-type": "text/plain" } });
    expect(uploaded.status).toBe(200);
    const download = String(await call("s3", "GetObject", { Bucket: "media", Key: "uploads/ключ 1+.txt" }, 60));
    const downloaded = await fetch(download);
    expect([downloaded.headers.get("content-type"), await downloaded.text()]).toEqual(["text/plain", "hello"]);
    expect((await fetch(url.replace("uploads/", "uploads/x"), { method: "PUT", body: "x" })).status).toBe(403);
    expect((await fetch(download, { method: "DELETE" })).status).toBe(403);
    const forbidden = String(await call("s3", "GetObject", { Bucket: "media", Key: "private/a" }, 60));
    expect(await (await fetch(forbidden)).text()).toContain("<Code>AccessDenied</Code>");
  });

  test("take a video far over what the engine takes at once", async () => {
    const video = Buffer.alloc(20 * 1024 * 1024 + 5, "frame");
    const target = { Bucket: "media", Key: "uploads/video.mp4", ContentType: "video/mp4" };
    const url = await getSignedUrl(operator.s3, new PutObjectCommand(target), { expiresIn: 60 });
    const headers = { "content-type": "video/mp4" };
    expect(
      (await fetch(url, { method: "PUT", body: "x", headers: { ...headers, "x-amz-meta-by": "me" } })).status,
    ).toBe(403);
    const uploaded = await fetch(url, { method: "PUT", body: video, headers });
    expect([uploaded.status, uploaded.headers.get("etag")]).toEqual([200, expect.stringMatching(/^"[0-9a-f]+-3"$/)]);
    const stored = await operator.s3.send(new GetObjectCommand({ Bucket: "media", Key: "uploads/video.mp4" }));
    expect(stored.ContentType).toBe("video/mp4");
    expect(video.equals((await stored.Body?.transformToByteArray()) ?? Buffer.alloc(0))).toBe(true);
  });

  test("end at their second", async () => {
    await operator.s3.send(new PutObjectCommand({ Bucket: "media", Key: "uploads/a", Body: "x" }));
    const url = await getSignedUrl(operator.s3, new GetObjectCommand({ Bucket: "media", Key: "uploads/a" }), {
      expiresIn: 60,
    });
    now = Date.now() + 61_000;
    expect(await (await fetch(url)).text()).toContain("Request has expired");
    now = Date.now();
    expect((await fetch(url)).status).toBe(200);
  });

  test("preflights follow the bucket's CORS rules", async () => {
    const preflight = (origin: string, method: string, headers: string) =>
      fetch(`${cloud.gatewayUrl}/media/uploads/a`, {
        method: "OPTIONS",
        headers: { origin, "access-control-request-method": method, "access-control-request-headers": headers },
      });
    const allowed = await preflight("https://app.example.com", "PUT", "content-type");
    expect([allowed.status, allowed.headers.get("access-control-allow-origin")]).toEqual([
      200,
      "https://app.example.com",
    ]);
    expect((await preflight("https://app.example.org", "PUT", "content-type")).status).toBe(403);
    expect((await preflight("https://app.example.com", "DELETE", "content-type")).status).toBe(403);
    expect((await preflight("https://app.example.com", "PUT", "x-other")).status).toBe(403);
    const url = await getSignedUrl(operator.s3, new PutObjectCommand({ Bucket: "media", Key: "uploads/b" }), {
      expiresIn: 60,
    });
    const put = await fetch(url, { method: "PUT", body: "x", headers: { origin: "https://app.example.com" } });
    expect([put.status, put.headers.get("access-control-expose-headers")]).toEqual([200, "etag"]);
  });
});

describe("parameters", () => {
  test("are put, overwritten only on request, and read by name and by path", async () => {
    const put = (Name: string, Value: string, rest = {}) =>
      operator.ssm.send(new PutParameterCommand({ Name, Value, Type: "SecureString", ...rest }));
    await put("/app/a", "1");
    await put("/app/deep/b", "2");
    await expect(put("/app/a", "3")).rejects.toMatchObject({ name: "ParameterAlreadyExists" });
    expect((await put("/app/a", "3", { Overwrite: true })).Version).toBe(2);
    const read = async (WithDecryption: boolean) =>
      (await operator.ssm.send(new GetParameterCommand({ Name: "/app/a", WithDecryption }))).Parameter?.Value;
    expect(await read(true)).toBe("3");
    expect(await read(false)).not.toBe("3");
    const byPath = async (Recursive: boolean) => {
      const input = { Path: "/app", Recursive, WithDecryption: true };
      const { Parameters = [] } = await operator.ssm.send(new GetParametersByPathCommand(input));
      return Parameters.map((parameter) => parameter.Name);
    };
    expect([await byPath(false), await byPath(true)]).toEqual([["/app/a"], ["/app/a", "/app/deep/b"]]);
    const several = await operator.ssm.send(new GetParametersCommand({ Names: ["/app/a", "/none"] }));
    expect(several.InvalidParameters).toEqual(["/none"]);
    await expect(operator.ssm.send(new GetParameterCommand({ Name: "/none" }))).rejects.toMatchObject({
      name: "ParameterNotFound",
    });
  });
});

test("queue URLs lead to the gateway, and a message can be handed back at once", async () => {
  const { QueueUrl } = await operator.sqs.send(new GetQueueUrlCommand({ QueueName: "open" }));
  expect(QueueUrl).toBe(cloud.resource("open").ref);
  await operator.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "again" }));
  const receive = () =>
    operator.sqs.send(
      new ReceiveMessageCommand({
        QueueUrl,
        WaitTimeSeconds: 1,
        MessageSystemAttributeNames: ["All"],
        MaxNumberOfMessages: 10,
      }),
    );
  const first = (await receive()).Messages?.find((message) => message.Body === "again");
  await operator.sqs.send(
    new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle: first?.ReceiptHandle, VisibilityTimeout: 0 }),
  );
  const second = (await receive()).Messages?.find((message) => message.Body === "again");
  expect(second?.Attributes?.ApproximateReceiveCount).toBe("2");
});

test("the table has the template's keys and indexes", async () => {
  const { Table: table } = await operator.dynamodb.send(new DescribeTableCommand({ TableName: "items" }));
  expect(table?.TableArn).toBe(cloud.resource("items").arn);
  expect(table?.GlobalSecondaryIndexes?.map((index) => index.IndexName).sort()).toEqual(["byColour", "closed"]);
  const query = new QueryCommand({
    TableName: "items",
    KeyConditionExpression: "pk = :p",
    ExpressionAttributeValues: { ":p": { S: "none" } },
  });
  expect((await operator.dynamodb.send(query)).Count).toBe(0);
});

test("the meter counts calls by function, service, action and phase, refused ones too", async () => {
  await call("dynamodb", "GetItem", { TableName: "items", Key: { pk: { S: "a" }, sk: { S: "1" } } });
  await call("dynamodb", "DeleteItem", { TableName: "items", Key: { pk: { S: "a" }, sk: { S: "1" } } });
  await operator.sqs.send(new GetQueueUrlCommand({ QueueName: "open" }));
  const counted = cloud.meter
    .snapshot()
    .map(({ caller, phase, service, action, calls, denied }) => [caller, phase, service, action, calls, denied]);
  expect(counted).toEqual([
    ["caller", "invocation", "dynamodb", "GetItem", 1, 0],
    ["caller", "invocation", "dynamodb", "DeleteItem", 1, 1],
    ["operator", "operator", "sqs", "GetQueueUrl", 1, 0],
  ]);
});

test("calls made while a module loads are counted apart", async () => {
  const again = await playTemplates({
    ...synthesizeApp({
      Init: (stack) =>
        void testFunction(
          stack,
          "Loader",
          `
    import { SSMClient, GetParameterCommand } from "@aws-sdk/client-ssm";
    await new SSMClient({}).send(new GetParameterCommand({ Name: "/x" })).catch(() => {});
    export const handler = async () => "loaded";`,
        ),
    }),
    dataDir: temporaryFolder("data"),
  });
  try {
    await again.invoker.invoke(again.resource("Loader").arn, {});
    expect(again.meter.snapshot()).toMatchObject([{ phase: "init", action: "GetParameter", denied: 1 }]);
  } finally {
    await again.stop();
  }
});

test("request units are measured on demand: base table and each index touched, reads as asked for", async () => {
  const app = synthesizeApp({
    Units: (stack) => {
      const key = (name: string) => ({ name, type: AttributeType.STRING });
      const table = new Table(stack, "Items", { tableName: "items", partitionKey: key("pk") });
      table.addGlobalSecondaryIndex({ indexName: "byColour", partitionKey: key("colour") });
    },
  });
  const measured = await playTemplates({ ...app, dataDir: temporaryFolder("data"), measureRequestUnits: true });
  try {
    const { dynamodb } = clientsFor(measured);
    const put = (item: Record<string, { S: string }>, rest = {}) =>
      dynamodb.send(new PutItemCommand({ TableName: "items", Item: { pk: { S: "a" }, ...item }, ...rest }));
    await put({ colour: { S: "red" } });
    await put({ colour: { S: "blue" } });
    await expect(put({}, { ConditionExpression: "attribute_not_exists(pk)" })).rejects.toThrow();
    const read = await dynamodb.send(
      new GetItemCommand({ TableName: "items", Key: { pk: { S: "a" } }, ConsistentRead: true }),
    );
    expect(read.ConsumedCapacity).toBeUndefined();
    expect(measured.meter.snapshot()).toMatchObject([
      { action: "PutItem", calls: 3, writeUnits: 2 + 3 + 1, readUnits: 0 },
      { action: "GetItem", calls: 1, writeUnits: 0, readUnits: 1 },
    ]);
  } finally {
    await measured.stop();
  }
});
