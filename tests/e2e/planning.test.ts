import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sandboxPage } from "#local/demo/page.ts";
import { type DemoWorkspace, setUpDemoWorkspace } from "#local/demo/set-up.ts";
import { demoToday, demoZone } from "#local/demo/zone.ts";
import { startTestMachine, type TestMachine } from "#tests/support/machine.ts";

const text = "Щоденне: сьогодні в меню сирники.";

let machine: TestMachine;
let demo: DemoWorkspace;

interface Calendar {
  publications: { postId: string; state: string; text: string; dueAt: number; origin?: { kind: string } }[];
}
interface Series {
  series: { id: string; version: number; dates: { at: string; dueAt: number }[] };
}

beforeAll(async () => {
  machine = await startTestMachine({ seedSandbox: true });
  demo = await setUpDemoWorkspace(machine);
}, 180_000);
afterAll(() => machine?.stop());

/** The dates of the series on the calendar of the next weeks, in one state. */
async function dates(state: string) {
  const today = demoToday();
  const range = `from=${today}&to=${today.add({ days: 40 })}`;
  const { publications } = await demo.client.ask<Calendar>("GET", `/api/calendar?${range}`);
  return publications.filter((one) => one.text === text && one.state === state);
}

async function approvedPost(): Promise<string> {
  const { client, channel } = demo;
  const { post } = await client.ask<{ post: { id: string; version: number } }>("POST", "/api/posts", {
    base: { text, mediaIds: [] },
    channelIds: [channel.id],
  });
  await client.ask("POST", `/api/posts/${post.id}/approve`, { version: post.version });
  return post.id;
}

it("puts a series' dates on the calendar, publishes the first once, and takes the rest away when it rests", async () => {
  const { client } = demo;
  const first = Temporal.Now.zonedDateTimeISO(demoZone)
    .add({ seconds: 40 })
    .round({ smallestUnit: "minute", roundingMode: "ceil" });
  const start = first.toPlainDateTime().toString({ smallestUnit: "minute" });
  const postId = await approvedPost();
  const made = await client.ask<Series>("POST", "/api/series", { postId, rule: "FREQ=DAILY", start });
  expect(made.series.dates[0]).toMatchObject({ at: start, dueAt: first.epochMilliseconds });

  await expect.poll(async () => (await dates("scheduled")).length, { timeout: 30_000 }).toBe(28);
  const planned = await dates("scheduled");
  expect(new Set(planned.map(({ postId: id }) => id)).size).toBe(28);
  expect(planned.every(({ origin }) => origin?.kind === "series")).toBe(true);

  await expect.poll(async () => (await dates("published")).length, { timeout: 120_000 }).toBe(1);
  const page = sandboxPage(machine, demo.pageId);
  expect((await page.state()).posts.filter(({ message }) => message === text)).toHaveLength(1);

  const { series } = await client.ask<Series>("GET", `/api/series/${made.series.id}`);
  await client.ask("PATCH", `/api/series/${series.id}`, { version: series.version, change: { kind: "pause" } });
  await expect.poll(async () => (await dates("scheduled")).length, { timeout: 30_000 }).toBe(0);
  expect((await dates("published")).length).toBe(1);
  expect(machine.logs.filter((line) => /AccessDenied/.test(line))).toEqual([]);
}, 240_000);

it("refuses a rule that repeats too often, in the member's language, and makes nothing of it", async () => {
  const input = { postId: await approvedPost(), rule: "FREQ=MINUTELY", start: "2030-01-01T10:00" };
  const refused = await demo.client.try<{ error: { code: string; message: string } }>("POST", "/api/series", input);
  expect(refused).toMatchObject({ status: 400, body: { error: { code: "rule-too-often" } } });
  expect(refused.body.error.message).toContain("щонайбільше");
  const { series } = await demo.client.ask<{ series: { postId: string }[] }>("GET", "/api/series");
  expect(series.some(({ postId }) => postId === input.postId)).toBe(false);
});
