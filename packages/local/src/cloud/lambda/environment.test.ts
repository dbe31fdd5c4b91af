import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { temporaryFolder } from "../testing/app.ts";
import { type Environment, startEnvironment } from "./environment.ts";

let environment: Environment | undefined;
let logs: string[] = [];
afterEach(async () => {
  await environment?.stop();
  logs = [];
});

/** An environment of a module that begins with this code, with a tenth of a second to load. */
function start(code: string, timeoutMs: number): Environment {
  const file = join(temporaryFolder("module"), "index.mjs");
  writeFileSync(
    file,
    `${code}\nexport const handler = async (event, context) => [event, context.getRemainingTimeInMillis()];`,
  );
  environment = startEnvironment({
    ...{ functionArn: "arn:aws:lambda:eu-central-1:1:function:slow", file, handlerName: "handler", variables: {} },
    ...{ memoryMb: 128, timeoutMs, initMs: 100, onLog: (line) => logs.push(line) },
    ...{ onReady: () => {}, onMemory: () => {} },
  });
  return environment;
}

it("answers although its module takes longer to load than Lambda waits before the invocation", async () => {
  const answer = await start("await new Promise((done) => setTimeout(done, 400));", 5000).invoke('{"act":"echo"}');
  expect(answer).toMatchObject({ ok: true, value: [{ act: "echo" }, expect.any(Number)] });
  // What is left of the load is the invocation's time.
  const [, left] = answer.ok ? (answer.value as [unknown, number]) : [null, 5000];
  expect(left).toBeLessThan(4900);
  expect(logs).toEqual(["Its module takes more than 0.1 s to load: it goes on within the invocation"]);
  expect(environment?.alive()).toBe(true);
});

it("times out with the function when its module never loads", async () => {
  const answer = await start("await new Promise((done) => setInterval(() => {}, 1000));", 300).invoke("{}");
  expect(answer).toEqual({ ok: false, errorType: "Sandbox.Timedout", message: "Task timed out after 0.30 seconds" });
  expect(environment?.alive()).toBe(false);
});

it("says what is wrong with a module that fails late", async () => {
  const code = "await new Promise((done) => setTimeout(done, 300)); throw new TypeError('no such key');";
  expect(await start(code, 5000).invoke("{}")).toMatchObject({
    ok: false,
    errorType: "TypeError",
    message: "no such key",
  });
  expect(environment?.alive()).toBe(false);
});
