import { afterAll, beforeAll, expect, it } from "vitest";
import type { Figures } from "#local/demo/figures.ts";
import { runMainJob } from "#local/demo/main-job.ts";
import { startTestMachine, type TestMachine } from "#tests/support/machine.ts";

let machine: TestMachine;
let figures: Figures;
let failure: unknown;

beforeAll(async () => {
  machine = await startTestMachine();
  ({ figures, failure } = await runMainJob(machine, { step: () => {}, say: () => {} }));
}, 240_000);
afterAll(() => machine?.stop());

it("meets every step of the main job", () => {
  expect(failure).toBeUndefined();
  expect(figures.ok).toBe(true);
});

it("publishes once, on the second", () => {
  expect(figures.publishedTimes).toBe(1);
  expect(Math.abs(figures.publishedLateMs)).toBeLessThanOrEqual(2000);
});

it("lets the tick hand the post out", () => {
  expect(figures.awsCalls["local-dopys-tick"]?.sqs).toBeGreaterThanOrEqual(1);
});

it("stores what the audience did once, at one AWS call a delivery", () => {
  expect(figures.inboxItems).toBe(4);
  expect(figures.duplicatesStored).toBe(0);
  expect(figures.webhookDeliveries).toBeGreaterThanOrEqual(5);
  expect(figures.webhookCallsToAws).toBe(figures.webhookDeliveries);
});

it("answers once, measures right and mails each reader once", () => {
  expect(figures.repliesOnPage).toBe(1);
  expect(figures.kpisChecked).toBe(8);
  expect(figures.kpisWrong).toBe(0);
  expect(figures.mails).toBe(2);
});

it("refuses what is wrong, and denies no call that is needed", () => {
  expect(figures.refused).toBe(3);
  expect(figures.iamDenied).toBe(0);
});

it("lets no secret reach a log line", async () => {
  const state = (await (await fetch(`${machine.sandbox.url}/sandbox/facebook/pages`)).json()) as { id: string }[];
  expect(state.length).toBeGreaterThan(0);
  const text = machine.logs.join("\n");
  expect(text.length).toBeGreaterThan(1000);
  expect(text).not.toContain(machine.setupToken);
  expect(text).not.toMatch(/accessToken|access_token|appSecret|dopys_session=|Bearer /);
});
