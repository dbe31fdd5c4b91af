import {
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
} from "@aws-sdk/client-sqs";
import { Duration } from "aws-cdk-lib";
import { EventSourceMapping } from "aws-cdk-lib/aws-lambda";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import { Queue, type QueueProps } from "aws-cdk-lib/aws-sqs";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type LocalCloud, playTemplates } from "../index.ts";
import { synthesizeApp, temporaryFolder, testFunction } from "../testing/app.ts";
import { clientsFor, eventually } from "../testing/clients.ts";

let cloud: LocalCloud;
let sqs: ReturnType<typeof clientsFor>["sqs"];
/** What functions logged as JSON, with the time it arrived. */
let heard: { at: number; [key: string]: unknown }[] = [];

/** Says what it got; fails for bodies that ask for it. */
const worker = `
  const say = (fact) => console.log(JSON.stringify(fact));
  export async function handler(event) {
    say({ batch: event.Records.map((record) => record.body) });
    for (const record of event.Records) say({ body: record.body, count: record.attributes.ApproximateReceiveCount, record });
    const wait = event.Records.find((record) => record.body.startsWith("wait"));
    if (wait) { await new Promise((resolve) => setTimeout(resolve, 300)); say({ done: wait.body }); }
    if (event.Records.some((record) => record.body === "explode")) throw new Error("exploded");
    return { batchItemFailures: event.Records.filter((record) => record.body.startsWith("poison")).map((record) => ({ itemIdentifier: record.messageId })) };
  }`;

beforeAll(async () => {
  const app = synthesizeApp({
    Work: (stack) => {
      const queue = (name: string, props: QueueProps = {}) =>
        new Queue(stack, name, { queueName: name, visibilityTimeout: Duration.seconds(1), ...props });
      const dead = queue("dead");
      const partial = queue("partial", { deadLetterQueue: { queue: dead, maxReceiveCount: 3 } });
      const whole = queue("whole", { deadLetterQueue: { queue: dead, maxReceiveCount: 2 } });
      const window = queue("window", { visibilityTimeout: Duration.seconds(30) });
      const single = queue("single");
      const timeout = Duration.seconds(1);
      const reporting = testFunction(stack, "Reporting", worker, { timeout });
      reporting.addEventSource(new SqsEventSource(partial, { reportBatchItemFailures: true, batchSize: 10 }));
      reporting.addEventSource(
        new SqsEventSource(window, {
          reportBatchItemFailures: true,
          batchSize: 25,
          maxBatchingWindow: Duration.seconds(1),
        }),
      );
      testFunction(stack, "Plain", worker, { timeout }).addEventSource(new SqsEventSource(whole, { batchSize: 1 }));
      testFunction(stack, "Single", worker, { timeout }).addEventSource(
        new SqsEventSource(single, { batchSize: 1, maxConcurrency: 2 }),
      );
    },
  });
  cloud = await playTemplates({
    ...app,
    dataDir: temporaryFolder("data"),
    onLog: ({ line }) => {
      if (line.startsWith("{")) heard.push({ at: Date.now(), ...JSON.parse(line) });
    },
  });
  ({ sqs } = clientsFor(cloud));
});
afterAll(() => cloud?.stop());
beforeEach(() => {
  heard = [];
});

const urlOf = (queue: string) => cloud.resource(queue).ref;
const send = (queue: string, MessageBody: string, rest = {}) =>
  sqs.send(new SendMessageCommand({ QueueUrl: urlOf(queue), MessageBody, ...rest }));
const sendAll = (queue: string, bodies: string[]) =>
  sqs.send(
    new SendMessageBatchCommand({
      QueueUrl: urlOf(queue),
      Entries: bodies.map((MessageBody, id) => ({ Id: String(id), MessageBody })),
    }),
  );
const timesHeard = (body: string) => heard.filter((fact) => fact.body === body).length;
const inDeadLetters = (body: string) =>
  eventually(async () => {
    const input = { QueueUrl: urlOf("dead"), MaxNumberOfMessages: 10, VisibilityTimeout: 0, WaitTimeSeconds: 0 };
    const { Messages } = await sqs.send(new ReceiveMessageCommand(input));
    return Messages?.find((message) => message.Body === body);
  }, 15_000);
const emptied = (queue: string) =>
  eventually(async () => {
    const AttributeNames = ["ApproximateNumberOfMessages" as const, "ApproximateNumberOfMessagesNotVisible" as const];
    const { Attributes = {} } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: urlOf(queue), AttributeNames }),
    );
    return Object.values(Attributes).every((count) => count === "0") || undefined;
  });

test("a poison message goes to the dead-letter queue after exactly maxReceiveCount, its neighbours run once", async () => {
  await sendAll("partial", ["poison", "good 1", "good 2", "good 3"]);
  await inDeadLetters("poison");
  await emptied("partial");
  expect(timesHeard("poison")).toBe(3);
  expect(heard.filter((fact) => fact.body === "poison").map((fact) => fact.count)).toEqual(["1", "2", "3"]);
  for (const good of ["good 1", "good 2", "good 3"]) expect(timesHeard(good)).toBe(1);
}, 20_000);

test("without partial responses an error brings the whole batch back", async () => {
  await send("whole", "explode");
  await inDeadLetters("explode");
  expect(timesHeard("explode")).toBe(2);
}, 20_000);

test("a function without partial responses is done with what it returned from", async () => {
  await send("whole", "poison but unheard");
  await emptied("whole");
  expect(timesHeard("poison but unheard")).toBe(1);
});

test.each([0, 1, 2])("a message delayed by %d s is picked up within 200 ms of its second", async (DelaySeconds) => {
  const body = `delayed ${DelaySeconds}`;
  await send("single", "warm");
  await eventually(() => timesHeard("warm") || undefined);
  const sentAt = Date.now();
  await send("single", body, { DelaySeconds });
  const { at } = await eventually(() => heard.find((fact) => fact.body === body));
  const late = at - sentAt - DelaySeconds * 1000;
  expect(late).toBeGreaterThanOrEqual(0);
  expect(late).toBeLessThan(200);
});

test("a batching window fills one batch over the ten that SQS hands out at once", async () => {
  await sendAll(
    "window",
    Array.from({ length: 10 }, (_, index) => `w${index}`),
  );
  await sendAll(
    "window",
    Array.from({ length: 10 }, (_, index) => `v${index}`),
  );
  await send("window", "last");
  await emptied("window");
  const batches = heard.flatMap((fact) => (fact.batch ? [(fact.batch as string[]).length] : []));
  expect(batches).toEqual([21]);
});

test("no more batches run at the same time than maximum concurrency says", async () => {
  await sendAll("single", ["wait 1", "wait 2", "wait 3", "wait 4"]);
  await emptied("single");
  let running = 0;
  const concurrency = heard.map((fact) => {
    if (fact.done) running -= 1;
    else if (fact.body) running += 1;
    return running;
  });
  expect(Math.max(...concurrency)).toBe(2);
});

test("the event has the shape that AWS sends", async () => {
  await send("single", "shape", { MessageAttributes: { kind: { DataType: "String", StringValue: "x" } } });
  const { record } = await eventually(() => heard.find((fact) => fact.body === "shape"));
  expect(record).toEqual({
    messageId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    receiptHandle: expect.any(String),
    body: "shape",
    attributes: {
      SenderId: expect.any(String),
      SentTimestamp: expect.stringMatching(/^\d{13}$/),
      ApproximateReceiveCount: "1",
      ApproximateFirstReceiveTimestamp: expect.stringMatching(/^\d{13}$/),
    },
    messageAttributes: { kind: { stringValue: "x", stringListValues: [], binaryListValues: [], dataType: "String" } },
    md5OfBody: "8c73a98a300905900337f535531dfca6",
    md5OfMessageAttributes: expect.any(String),
    eventSource: "aws:sqs",
    eventSourceARN: cloud.resource("single").arn,
    awsRegion: "eu-central-1",
  });
});

test("a mapping that AWS would refuse stops the start and names itself", async () => {
  const refused = (visibility: number, grant: boolean) => {
    const app = synthesizeApp({
      Bad: (stack) => {
        const queue = new Queue(stack, "Queue", { visibilityTimeout: Duration.seconds(visibility) });
        const target = testFunction(stack, "Target", worker, { timeout: Duration.seconds(10) });
        if (grant) queue.grantConsumeMessages(target);
        new EventSourceMapping(stack, "Mapping", { target, eventSourceArn: queue.queueArn });
      },
    });
    return playTemplates({ ...app, dataDir: temporaryFolder("data") });
  };
  await expect(refused(5, true)).rejects.toThrow(
    /Bad\/Mapping\w*: the queue's visibility timeout of 5 s is less than the function's timeout of 10 s/,
  );
  await expect(refused(60, false)).rejects.toThrow(/not authorized to perform: sqs:ReceiveMessage/);
});

test("an idle queue costs next to no processor time", async () => {
  await emptied("partial");
  const before = process.cpuUsage();
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(100);
});
