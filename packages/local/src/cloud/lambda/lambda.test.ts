import { ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import { Duration } from "aws-cdk-lib";
import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations";
import { Queue } from "aws-cdk-lib/aws-sqs";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type LocalCloud, type LogLine, playTemplates } from "../index.ts";
import { synthesizeApp, temporaryFolder, testFunction } from "../testing/app.ts";
import { clientsFor, eventually } from "../testing/clients.ts";

let cloud: LocalCloud;
let logs: LogLine[] = [];

const behaviours = `
  let count = 0;
  let background = "not yet";
  const acts = {
    echo: (event) => event,
    nothing: () => undefined,
    environment: () => process.env,
    count: () => ++count,
    hang: () => new Promise(() => setInterval(() => {}, 1000)),
    spin: () => { for (;;); },
    wait: ({ ms }) => new Promise((resolve) => setTimeout(() => resolve(count++), ms)),
    fail: () => { throw new RangeError("out of range"); },
    exit: () => process.exit(7),
    reject: async () => { Promise.reject(new Error("nobody listens")); await new Promise((resolve) => setTimeout(resolve, 500)); },
    forget: () => { setTimeout(() => { background = "ran"; }, 1); return "answered"; },
    background: () => background,
    log: () => { console.log("one %s", "line"); console.error({ two: 2 }); process.stdout.write("three\\nfour\\n"); },
    hoard: () => { const kept = []; for (;;) kept.push(new Array(1e6).fill(Math.random())); },
    remaining: (event, context) => [context.getRemainingTimeInMillis() > 500, context.functionName, context.invokedFunctionArn],
    large: () => "x".repeat(6 * 1024 * 1024 + 1),
  };
  export const handler = async (event, context) => acts[event.act](event, context);`;

beforeAll(async () => {
  const app = synthesizeApp({
    Lambda: (stack) => {
      const dead = new Queue(stack, "Dead", { queueName: "dead" });
      const common = { timeout: Duration.seconds(1) };
      testFunction(stack, "Acts", behaviours, {
        ...common,
        functionName: "acts",
        environment: { OWN: "mine", NODE_OPTIONS: "--no-warnings" },
      });
      testFunction(stack, "Other", behaviours, { ...common, functionName: "other" });
      testFunction(stack, "One", behaviours, { ...common, functionName: "one", reservedConcurrentExecutions: 1 });
      testFunction(stack, "Broken", "throw new Error('no start'); export const handler = 1;", {
        functionName: "broken",
      });
      testFunction(
        stack,
        "Later",
        "console.log('tried'); export const handler = async (event) => { console.log('tried'); throw new Error(event.why); };",
        {
          ...common,
          functionName: "later",
          onFailure: new SqsDestination(dead),
        },
      );
    },
  });
  cloud = await playTemplates({
    ...app,
    dataDir: temporaryFolder("data"),
    onLog: (log) => logs.push(log),
    retryDelaysMs: [20, 40],
    idleMs: 60_000,
  });
});
afterAll(() => cloud?.stop());
beforeEach(() => {
  logs = [];
});

const invoke = (name: string, act: string, rest = {}) =>
  cloud.invoker.invoke(cloud.resource(name).arn, { act, ...rest });
const value = async (name: string, act: string, rest = {}) => {
  const invocation = await invoke(name, act, rest);
  return invocation.ok ? invocation.value : invocation;
};
const facts = (name: string) => cloud.functionFacts().find((each) => each.name === name);

test("the event and the answer cross as JSON", async () => {
  expect(await value("acts", "echo", { deep: [1, { a: null }], gone: undefined })).toEqual({
    act: "echo",
    deep: [1, { a: null }],
  });
  expect(await value("acts", "nothing")).toBeNull();
});

test("a function sees its own variables and Lambda's, and nothing of this process", async () => {
  const seen = (await value("acts", "environment")) as Record<string, string>;
  expect(seen).toMatchObject({
    OWN: "mine",
    AWS_REGION: "eu-central-1",
    AWS_LAMBDA_FUNCTION_NAME: "acts",
    AWS_ENDPOINT_URL: cloud.gatewayUrl,
  });
  expect(seen.AWS_ACCESS_KEY_ID).not.toBe(cloud.operatorCredentials.accessKeyId);
  for (const absent of ["PATH", "HOME", "NODE_OPTIONS", "VITEST"]) expect(seen).not.toHaveProperty(absent);
  const other = (await value("other", "environment")) as Record<string, string>;
  expect(other.OWN).toBeUndefined();
  expect(other.AWS_ACCESS_KEY_ID).not.toBe(seen.AWS_ACCESS_KEY_ID);
});

test("environments are warm for the next event, keep their state to themselves and take one event at a time", async () => {
  const before = facts("other")?.coldStarts ?? 0;
  const first = Number(await value("other", "count"));
  expect(await value("other", "count")).toBe(first + 1);
  await Promise.all([invoke("other", "wait", { ms: 100 }), invoke("other", "wait", { ms: 100 })]);
  const after = facts("other");
  expect((after?.coldStarts ?? 0) - before).toBeLessThanOrEqual(2);
  expect(after).toMatchObject({ environments: 2, lastColdStartMs: expect.any(Number) });
  expect(after?.maxMemoryBytes).toBeGreaterThan(0);
});

test.each(["hang", "spin"])(
  "a handler that does not end (%s) is ended at its timeout, and the next event has a new environment",
  async (act) => {
    const began = Date.now();
    expect(await invoke("acts", act)).toEqual({
      ok: false,
      errorType: "Sandbox.Timedout",
      message: "Task timed out after 1.00 seconds",
    });
    expect(Date.now() - began).toBeLessThan(3_000);
    expect(await value("acts", "echo")).toEqual({ act: "echo" });
  },
);

test.each([
  ["fail", { errorType: "RangeError", message: "out of range" }],
  ["exit", { errorType: "Runtime.ExitError", message: "Runtime exited with code 7" }],
  ["reject", { errorType: "Error", message: "nobody listens" }],
  ["large", { errorType: "Function.ResponseSizeTooLarge" }],
  ["hoard", { errorType: expect.stringMatching(/OutOfMemory|ERR_WORKER_OUT_OF_MEMORY|Timedout/) }],
])(
  "a handler that goes wrong (%s) answers an error and hurts nobody else",
  async (act, error) => {
    expect(await invoke("acts", act)).toMatchObject({ ok: false, ...error });
    expect(await value("acts", "echo")).toEqual({ act: "echo" });
  },
  20_000,
);

test("a module that does not load is the invocation's error", async () => {
  expect(await invoke("broken", "any")).toMatchObject({ ok: false, message: "no start" });
  expect(logs.some(({ functionName, line }) => functionName === "broken" && line.includes("no start"))).toBe(true);
});

test("work that was not awaited is frozen until the next event", async () => {
  await invoke("one", "forget");
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await value("one", "background")).toBe("not yet");
  await invoke("one", "wait", { ms: 20 });
  expect(await value("one", "background")).toBe("ran");
});

test("reserved concurrency throttles what is over it", async () => {
  const [first, second] = await Promise.all([invoke("one", "wait", { ms: 100 }), invoke("one", "count")]);
  expect(first.ok).toBe(true);
  expect(second).toMatchObject({ ok: false, errorType: "TooManyRequestsException" });
  expect(facts("one")?.throttles).toBe(1);
});

test("logs arrive line by line under the function's name", async () => {
  await invoke("acts", "log");
  const lines = logs.filter(({ functionName }) => functionName === "acts").map(({ line }) => line);
  expect(lines).toEqual(["one line", "{ two: 2 }", "three", "four"]);
});

test("the context tells the time that is left", async () => {
  expect(await value("acts", "remaining")).toEqual([true, "acts", cloud.resource("acts").arn]);
});

test("an asynchronous event is tried three times, then its record is at the failure destination", async () => {
  await cloud.invoker.invokeAsync(cloud.resource("later").arn, { why: "never works" });
  const { sqs } = clientsFor(cloud);
  const message = await eventually(async () => {
    const { Messages } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl: cloud.resource("dead").ref, WaitTimeSeconds: 1 }),
    );
    return Messages?.[0];
  });
  expect(JSON.parse(message.Body ?? "{}")).toMatchObject({
    requestContext: { condition: "RetriesExhausted", approximateInvokeCount: 3 },
    requestPayload: { why: "never works" },
    responsePayload: { errorMessage: "never works" },
  });
});

test("an unknown function is refused", async () => {
  await expect(cloud.invoker.invoke("arn:aws:lambda:eu-central-1:000000000000:function:none", {})).rejects.toThrow(
    /no function/,
  );
});
