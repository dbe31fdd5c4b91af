import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { EngineHandler } from "../gateway/engine.ts";
import type { Invocation } from "../lambda/invoker.ts";
import type { ResolvedTemplate, Resource } from "../template/model.ts";
import { type Events, type EventsOptions, startEvents } from "./index.ts";

const functionArn = "arn:aws:lambda:eu-central-1:000000000000:function:react";
const queueArn = "arn:aws:sqs:eu-central-1:000000000000:work";
const busArn = "arn:aws:events:eu-central-1:000000000000:event-bus/shop";
const fine: Invocation = { ok: true, value: null, durationMs: 1 };
const broken: Invocation = { ok: false, errorType: "Error", message: "no" };

/** Waits for the condition; generous, because the machine may be busy. */
const eventually = (condition: () => void) => vi.waitFor(condition, { timeout: 4_000, interval: 10 });

let dataDir: string;
let events: Events | undefined;
let server: Server | undefined;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "events-"));
});

afterEach(async () => {
  vi.useRealTimers();
  await events?.stop();
  events = undefined;
  server?.close();
  server = undefined;
  await rm(dataDir, { recursive: true, force: true });
});

function resource(type: string, logicalId: string, properties: Record<string, unknown>, name = logicalId): Resource {
  const arn = type === "AWS::Events::EventBus" ? busArn : `arn:aws:events:eu-central-1:000000000000:rule/${name}`;
  return { stack: "shop", logicalId, type, name, arn, ref: name, properties, metadata: {} };
}

const bus = resource("AWS::Events::EventBus", "Bus", { Name: "shop" }, "shop");
const rule = (properties: Record<string, unknown>) => resource("AWS::Events::Rule", "Placed", properties);
const placedRule = rule({
  EventBusName: "shop",
  EventPattern: { "detail-type": ["order.placed"] },
  Targets: [{ Arn: functionArn, Id: "0" }],
});

type Played = { invoked: unknown[]; queued: { arn: string; body: string }[] };

async function play(resources: Resource[], answers: Invocation[] = [], more: Partial<EventsOptions> = {}) {
  const played: Played = { invoked: [], queued: [] };
  const template: ResolvedTemplate = { resources, outputs: {} };
  events = await startEvents({
    template,
    dataDir,
    accountId: "000000000000",
    region: "eu-central-1",
    retryDelaysMs: [1, 1],
    invoker: {
      async invoke(arn, event) {
        expect(arn).toBe(functionArn);
        played.invoked.push(event);
        return answers.shift() ?? fine;
      },
    },
    async sendToQueue(arn, body) {
      played.queued.push({ arn, body });
    },
    ...more,
  });
  return played;
}

/** A bare endpoint in front of the handler, as the gateway will be. */
async function serve(handler: EngineHandler): Promise<EventBridgeClient> {
  server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    const answer = await handler({
      action: String(request.headers["x-amz-target"]).split(".")[1] ?? "",
      body: await buffer(request),
      headers: request.headers,
      path: url.pathname,
      query: url.searchParams,
      method: request.method ?? "",
      caller: { kind: "operator" },
    });
    response.writeHead(answer.status, answer.headers).end(answer.body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return new EventBridgeClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: "eu-central-1",
    credentials: { accessKeyId: "a", secretAccessKey: "b" },
    maxAttempts: 1,
  });
}

const entry = (fields: object = {}) => ({
  Source: "shop",
  DetailType: "order.placed",
  Detail: '{"id":"o1"}',
  EventBusName: "shop",
  ...fields,
});

async function put(...entries: object[]) {
  const client = await serve((events as Events).handler);
  return client.send(new PutEventsCommand({ Entries: entries }));
}

describe("PutEvents", () => {
  test("hands the function the event in EventBridge's envelope", async () => {
    const played = await play([bus, placedRule]);
    const answer = await put(entry({ Resources: ["arn:x"], Time: new Date("2026-03-02T10:00:00.400Z") }));
    await eventually(() => expect(played.invoked).toHaveLength(1));
    expect(played.invoked[0]).toEqual({
      version: "0",
      id: answer.Entries?.[0]?.EventId,
      "detail-type": "order.placed",
      source: "shop",
      account: "000000000000",
      time: "2026-03-02T10:00:00Z",
      region: "eu-central-1",
      resources: ["arn:x"],
      detail: { id: "o1" },
    });
  });

  test("accepts good entries and refuses the others one by one", async () => {
    const played = await play([bus, placedRule]);
    const answer = await put(
      entry({ Detail: "not json" }),
      entry({ EventBusName: busArn }),
      entry({ Source: undefined }),
      entry({ Source: "aws.s3" }),
      entry({ EventBusName: "nowhere" }),
    );
    expect(answer.FailedEntryCount).toBe(4);
    expect(answer.Entries?.map((each) => each.ErrorCode ?? "ok")).toEqual([
      "MalformedDetail",
      "ok",
      "InvalidArgument",
      "NotAuthorizedForSourceException",
      "ResourceNotFoundException",
    ]);
    await eventually(() => expect(played.invoked).toHaveLength(1));
  });

  test("refuses more than ten entries and more than 256 KB", async () => {
    await play([bus, placedRule]);
    await expect(put(...Array.from({ length: 11 }, () => entry()))).rejects.toThrow("between 1 and 10");
    server?.close();
    await expect(put(entry({ Detail: JSON.stringify({ text: "x".repeat(262_144) }) }))).rejects.toThrow(
      "over the limit",
    );
  });

  test("keeps events of one bus from the rules of another, and disabled rules off", async () => {
    const disabled = resource("AWS::Events::Rule", "Off", { ...placedRule.properties, State: "DISABLED" });
    const played = await play([bus, placedRule, disabled]);
    await put(entry({ EventBusName: undefined }), entry());
    await eventually(() => expect(played.invoked).toHaveLength(1));
  });

  test("sends the shaped input to a queue", async () => {
    const shape = { InputPathsMap: { id: "$.detail.id" }, InputTemplate: '{"order":<id>}' };
    const Targets = [{ Arn: queueArn, Id: "0", InputTransformer: shape }];
    const played = await play([bus, rule({ ...placedRule.properties, Targets })]);
    await put(entry());
    await eventually(() => expect(played.queued).toEqual([{ arn: queueArn, body: '{"order":"o1"}' }]));
  });
});

describe("a delivery that fails", () => {
  test("is tried twice more, then recorded at the failure destination", async () => {
    const config = resource("AWS::Lambda::EventInvokeConfig", "Config", {
      FunctionName: "react",
      Qualifier: "$LATEST",
      DestinationConfig: { OnFailure: { Destination: queueArn } },
    });
    const played = await play([bus, placedRule, config], [broken, broken, broken]);
    await put(entry());
    await eventually(() => expect(played.queued).toHaveLength(1));
    expect(played.invoked).toHaveLength(3);
    expect(JSON.parse(played.queued[0]?.body ?? "")).toMatchObject({
      requestContext: { condition: "RetriesExhausted", approximateInvokeCount: 3 },
      requestPayload: { detail: { id: "o1" } },
      responsePayload: { errorMessage: "no" },
    });
  });

  test("is done once a retry succeeds", async () => {
    const played = await play([bus, placedRule], [broken, fine]);
    await put(entry());
    await eventually(() => expect(played.invoked).toHaveLength(2));
    await events?.stop();
    expect((await play([bus, placedRule])).invoked).toHaveLength(0);
  });
});

test("an event accepted before kill -9 is delivered after the next start", async () => {
  const child = `
    import { startEvents } from ${JSON.stringify(new URL("./index.ts", import.meta.url).href)};
    const events = await startEvents({
      template: ${JSON.stringify({ resources: [bus, placedRule], outputs: {} })},
      dataDir: ${JSON.stringify(dataDir)}, accountId: "000000000000", region: "eu-central-1",
      invoker: { invoke: () => new Promise(() => {}) }, sendToQueue: async () => {},
    });
    const Entries = [${JSON.stringify(entry())}];
    const answer = await events.handler({ action: "PutEvents", body: Buffer.from(JSON.stringify({ Entries })) });
    console.log(answer.body);`;
  const killed = spawn(process.execPath, ["--input-type=module", "-e", child], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [output] = (await once(killed.stdout, "data")) as [Buffer];
  killed.kill("SIGKILL");
  await once(killed, "exit");
  const played = await play([bus, placedRule]);
  await eventually(() => expect(played.invoked).toHaveLength(1));
  expect(played.invoked[0]).toMatchObject({ id: JSON.parse(output.toString()).Entries[0].EventId });
});

test("nothing is delivered before the rest of the cloud is ready", async () => {
  vi.useFakeTimers();
  const ready = Promise.withResolvers<void>();
  const anyMail = rule({ EventPattern: { source: ["aws.ses"] }, Targets: [{ Arn: functionArn, Id: "0" }] });
  const played = await play([anyMail], [], { ready: ready.promise });
  await events?.putInternal({ source: "aws.ses", detailType: "Email Sent", detail: {} });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(played.invoked).toHaveLength(0);
  ready.resolve();
  await vi.advanceTimersByTimeAsync(0);
  expect(played.invoked).toHaveLength(1);
});

describe("a schedule", () => {
  const minutely = rule({ ScheduleExpression: "cron(* * * * ? *)", Targets: [{ Arn: functionArn, Id: "0" }] });

  test("fires at second zero of every minute with the scheduled time", async () => {
    vi.useFakeTimers({ now: Date.parse("2026-03-02T10:00:41.300Z") });
    const played = await play([minutely]);
    await vi.advanceTimersByTimeAsync(18_000);
    expect(played.invoked).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(61_000);
    expect(played.invoked).toMatchObject([
      { source: "aws.events", "detail-type": "Scheduled Event", time: "2026-03-02T10:01:00Z", detail: {} },
      { time: "2026-03-02T10:02:00Z" },
    ]);
  });

  test("missed while nothing ran is not made up for", async () => {
    vi.useFakeTimers({ now: Date.parse("2026-03-02T10:00:41Z") });
    await play([minutely]);
    await events?.stop();
    vi.setSystemTime(Date.parse("2026-03-02T11:30:10Z"));
    const played = await play([minutely]);
    await vi.advanceTimersByTimeAsync(49_999);
    expect(played.invoked).toHaveLength(0);
  });

  test("of EventBridge Scheduler follows its time zone and fills in its attributes", async () => {
    vi.useFakeTimers({ now: Date.parse("2026-03-02T06:59:30Z") });
    const morning = resource("AWS::Scheduler::Schedule", "Morning", {
      ScheduleExpression: "cron(0 9 ? * MON *)",
      ScheduleExpressionTimezone: "Europe/Kyiv",
      FlexibleTimeWindow: { Mode: "OFF" },
      Target: { Arn: functionArn, RoleArn: "arn:role", Input: '{"at":"<aws.scheduler.scheduled-time>"}' },
    });
    const played = await play([morning]);
    await vi.advanceTimersByTimeAsync(31_000);
    expect(played.invoked).toEqual([{ at: "2026-03-02T07:00:00Z" }]);
  });
});

test.each<[string, Record<string, unknown>, string]>([
  ["a pattern EventBridge refuses", { EventPattern: { source: [{ like: "x" }] } }, "shop/Placed: $.source"],
  ["a schedule EventBridge refuses", { ScheduleExpression: "rate(1 minutes)" }, "shop/Placed: rate(1 minutes)"],
  [
    "a target of another service",
    { EventPattern: { source: ["shop"] }, Targets: [{ Arn: "arn:aws:sns:eu-central-1:0:topic", Id: "0" }] },
    "only Lambda functions and SQS queues",
  ],
])("%s stops the start, naming the rule", async (_what, properties, message) => {
  await expect(play([rule(properties)])).rejects.toThrow(message);
});
