import { beforeEach, expect, it } from "vitest";
import { unwrap } from "#core/kernel/result.ts";
import { aChannel, aPost, member, type PublishingWorld, publishingWorld } from "#tests/support/publishing-world.ts";
import { publicationIdOf } from "./model.ts";
import { revisePost } from "./revise-post.ts";
import { schedulePost } from "./schedule-post.ts";

let world: PublishingWorld;
const id = publicationIdOf("post_1", "chan_1");
beforeEach(async () => {
  world = publishingWorld();
  world.channelItems.set("chan_1", aChannel());
  await world.posts.create(
    aPost({ base: { text: "Меню: https://a.example/m.", link: "https://a.example/m", mediaIds: [] } }),
  );
});
const schedule = () =>
  schedulePost(world.deps, member(), {
    postId: "post_1",
    when: { at: "2026-11-23T12:00:00", timeZone: "Europe/Kyiv" },
  });

it("publishes the links that the publication holds, tagged and short, once stored", async () => {
  world.links.set({ tag: true, shorten: true, utm: { source: "{platform}", content: "{post}" } });
  unwrap(await schedule());
  const [link, ...others] = world.links.all();
  expect(others).toEqual([]);
  expect(link).toMatchObject({
    target: "https://a.example/m?utm_source=double&utm_content=post_1",
    publicationId: id,
    timeZone: "Europe/Kyiv",
  });
  const short = `https://dopys.example/l/${link?.code}`;
  expect((await world.publication(id)).content).toMatchObject({ text: `Меню: ${short}.`, link: short });
  unwrap(await schedule());
  expect(world.links.all()).toHaveLength(1);
  await world.settle();
  expect(world.platform.posts.map(({ text }) => text)).toEqual([expect.stringContaining(short)]);
});

it("makes the links anew when an edit never reached the publication and the claim takes it over", async () => {
  unwrap(await schedule());
  const post = await world.posts.get("ws_1", "post_1");
  if (!post) throw new Error("no post");
  await world.posts.save({ ...post, revision: post.revision + 1, tagging: { tag: true, utm: { source: "late" } } });
  await world.settle();
  expect((await world.publication(id)).content.link).toContain("?utm_source=late");
});

it("keeps the links of a scheduled publication when the workspace changes its mind", async () => {
  unwrap(await schedule());
  world.links.set({ tag: true, shorten: true });
  await world.settle();
  expect((await world.publication(id)).content.link).toBe("https://a.example/m");
});

it("files every publication as its post says, also after it has appeared", async () => {
  await world.campaignItems.create({
    ...{ id: "camp_1", workspaceId: "ws_1", name: "Осінь", aim: "", from: "2026-11-01", to: "2026-11-30" },
    ...{ colour: "leaf", code: "autumn", archived: false, version: 1, createdBy: "mem_owner", createdAt: 0 },
  });
  unwrap(await schedule());
  const edit = async (change: object) => {
    const version = (await world.posts.get("ws_1", "post_1"))?.version ?? 0;
    return unwrap(await revisePost(world.deps, member(), { postId: "post_1", version, ...change }));
  };
  await edit({ campaignId: "camp_1", topic: "Кава", labels: ["меню"] });
  expect(await world.publication(id)).toMatchObject({ campaignId: "camp_1", topic: "Кава", labels: ["меню"] });
  await world.settle();
  const { tooLate } = await edit({ campaignId: null, targetCustomer: "Студенти" });
  expect(tooLate).toEqual([]);
  const after = await world.publication(id);
  expect([after.state, after.campaignId, after.targetCustomer]).toEqual(["published", undefined, "Студенти"]);
});
