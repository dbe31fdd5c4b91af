import { afterAll, beforeAll, expect, it } from "vitest";
import { until } from "#local/demo/figures.ts";
import { sandboxPage } from "#local/demo/page.ts";
import { type DemoWorkspace, setUpDemoWorkspace } from "#local/demo/set-up.ts";
import { startTestMachine, type TestMachine } from "#tests/support/machine.ts";

const phone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Mobile/15E148 Safari/604.1";

let machine: TestMachine;
let workspace: DemoWorkspace;
let postId: string;
/** The short link as it stands on the platform. */
let short: string;

beforeAll(async () => {
  machine = await startTestMachine();
  workspace = await setUpDemoWorkspace(machine);
  const { client, channel } = workspace;
  const { campaign } = await client.ask<{ campaign: { id: string } }>("POST", "/api/campaigns", {
    name: "Осіннє меню",
    from: "2026-11-01",
    to: "2026-11-30",
    budget: 1_250_000,
  });
  const settings = {
    ...{ tag: true, shorten: true, sites: [] },
    utm: { source: "{platform}", medium: "social", campaign: "{campaign}" },
  };
  await client.ask("PUT", "/api/link-settings", { settings, version: 0 });
  const { post } = await client.ask<{ post: { id: string; version: number } }>("POST", "/api/posts", {
    base: { text: "Лате: https://lystok.example/latte?size=l#top. Приходьте!" },
    channelIds: [channel.id],
    campaignId: campaign.id,
  });
  postId = post.id;
  await client.ask("POST", `/api/posts/${post.id}/approve`, { version: post.version });
  await client.ask("POST", `/api/posts/${post.id}/schedule`, { when: { now: true } });
  const page = sandboxPage(machine, workspace.pageId);
  const message = await until("the post is on the page", 30_000, async () => {
    const found = (await page.state()).posts.find((one) => one.message?.startsWith("Лате: "));
    return found?.message;
  });
  short = /https?:\S+\/l\/[0-9A-Za-z]{8}/.exec(String(message))?.[0] ?? "";
}, 240_000);
afterAll(() => machine?.stop());

const follow = (address: string, agent: string, init: RequestInit = {}) =>
  fetch(address, { ...init, redirect: "manual", headers: { "user-agent": agent, ...init.headers } });
const clicks = async () => {
  const { publications } = await workspace.client.ask<{
    publications: { channelId: string; total: number; days: { day: string; clicks: number }[] }[];
  }>("GET", `/api/posts/${postId}/clicks`);
  return publications;
};

it("publishes the short link in place of the long one", () => {
  expect(short).toMatch(new RegExp(`^${machine.url}/l/[0-9A-Za-z]{8}$`));
});

it("leads a person to the tagged target, and counts the visit once", async () => {
  const answer = await follow(short, phone);
  expect([answer.status, answer.headers.get("location")]).toEqual([
    302,
    "https://lystok.example/latte?size=l&utm_source=facebook&utm_medium=social&utm_campaign=osinnie-meniu#top",
  ]);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(await clicks()).toEqual([
    {
      publicationId: expect.stringMatching(/^pub_/),
      channelId: workspace.channel.id,
      total: 1,
      days: [{ day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), clicks: 1 }],
    },
  ]);
});

it("leads robots, previews, prefetching browsers and HEAD on too, and counts none of them", async () => {
  const before = (await clicks())[0]?.total;
  const answers = [
    await follow(short, "facebookexternalhit/1.1"),
    await follow(short, "TelegramBot (like TwitterBot)"),
    await follow(short, phone, { headers: { "sec-purpose": "prefetch" } }),
    await follow(short, phone, { method: "HEAD" }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([302, 302, 302, 302]);
  expect((await clicks())[0]?.total).toBe(before);
});

it.each(["zzzzzzzz", "a/b", `..%2f..%2fapi%2fme`])(
  "says in the visitor's language that /l/%s leads nowhere",
  async (code) => {
    const answer = await follow(`${machine.url}/l/${code}`, phone, { headers: { "accept-language": "uk" } });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain("Такого посилання немає");
  },
);

it("shows nobody else the clicks, and is granted every call that it makes", async () => {
  expect((await fetch(`${machine.url}/api/posts/${postId}/clicks`)).status).toBe(401);
  const denied = machine.cloud.meter.snapshot().reduce((sum, entry) => sum + entry.denied, 0);
  expect(denied).toBe(0);
});
