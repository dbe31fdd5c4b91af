import { beforeEach, expect, it } from "vitest";
import type { Campaign } from "#core/campaigns/index.ts";
import { type Result, unwrap } from "#core/kernel/result.ts";
import { aChannel, aPost, member, type PublishingWorld, publishingWorld } from "#tests/support/publishing-world.ts";
import { checkPost } from "./check-post.ts";
import { createPost } from "./create-post.ts";
import { editPost } from "./edit-post.ts";

let world: PublishingWorld;
beforeEach(async () => {
  world = publishingWorld();
  world.channelItems.set("chan_1", aChannel());
});

const code = <T>(result: Result<T, { code: string }>) => (result.ok ? "ok" : result.error.code);
const draft = { base: { text: "Меню", mediaIds: [] }, channelIds: ["chan_1"], variants: {}, labels: [] };
const campaign = (change: Partial<Campaign> = {}): Campaign => ({
  id: "camp_1",
  workspaceId: "ws_1",
  name: "Осінь",
  aim: "",
  from: "2026-11-01",
  to: "2026-11-30",
  colour: "wheat",
  code: "autumn",
  archived: false,
  version: 1,
  createdBy: "mem_owner",
  createdAt: 0,
  ...change,
});

it("is filed under a campaign of its workspace only, and under an archived one only if it was there", async () => {
  await world.campaignItems.create(campaign());
  await world.campaignItems.create(campaign({ id: "camp_2", workspaceId: "ws_2" }));
  await world.campaignItems.create(campaign({ id: "camp_old", archived: true }));
  const filedUnder = async (campaignId: string) =>
    code(await createPost(world.deps, member("author"), { ...draft, campaignId }));
  expect(await filedUnder("camp_2")).toBe("unknown-campaign");
  expect(await filedUnder("camp_old")).toBe("campaign-archived");
  const post = unwrap(await createPost(world.deps, member("author"), { ...draft, campaignId: "camp_1" }));
  await world.campaignItems.save({ ...campaign(), archived: true });
  const edit = { postId: post.id, version: 1, labels: ["меню"] };
  const edited = unwrap(await editPost(world.deps, member("author"), edit));
  expect(edited.campaignId).toBe("camp_1");
  const emptied = { postId: post.id, version: 2, campaignId: null, targetCustomer: "Студенти" };
  const next = unwrap(await editPost(world.deps, member("author"), emptied));
  expect([next.campaignId, next.targetCustomer, next.labels]).toEqual([undefined, "Студенти", ["меню"]]);
});

it("has its words remembered, each once, the newest first; known words cost no write", async () => {
  await createPost(world.deps, member(), { ...draft, topic: "Кава", labels: ["a", "b"], targetCustomer: "Студенти" });
  await createPost(world.deps, member(), { ...draft, topic: "Чай", labels: ["b", "c"] });
  await createPost(world.deps, member(), { ...draft, topic: "Кава", labels: ["a"] });
  expect(await world.deps.wordBooks.get("ws_1")).toEqual({
    words: { topics: ["Чай", "Кава"], labels: ["c", "a", "b"], targetCustomers: ["Студенти"] },
    version: 2,
  });
});

it("forgets the oldest words rather than growing", async () => {
  for (let at = 0; at < 120; at += 1) await createPost(world.deps, member(), { ...draft, topic: `Тема ${at}` });
  const { topics } = (await world.deps.wordBooks.get("ws_1")).words;
  expect([topics.length, topics[0], topics.at(-1)]).toEqual([100, "Тема 119", "Тема 20"]);
});

it("is checked by the length of what goes out", async () => {
  const failures = async () => {
    const [check] = unwrap(await checkPost(world.deps, member(), { postId: "post_1" }));
    return check?.failures.map(({ code: failure, params }) => [failure, params?.actual]);
  };
  const link = `https://a.example/${"x".repeat(400)}`;
  await world.campaignItems.create(campaign());
  await world.posts.create(aPost({ base: { text: `${"а".repeat(81)} ${link}`, mediaIds: [] }, campaignId: "camp_1" }));
  expect(await failures()).toEqual([]);
  world.links.set({ tag: true, utm: { campaign: "{campaign}" } });
  expect(await failures()).toEqual([["text-too-long", 500 + "?utm_campaign=autumn".length]]);
  world.links.set({ shorten: true });
  expect(await failures()).toEqual([]);
});
