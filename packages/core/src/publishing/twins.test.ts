import { expect, it } from "vitest";
import { unwrap } from "#core/kernel/result.ts";
import { aChannel, aPost, member, publishingWorld } from "#tests/support/publishing-world.ts";
import { publicationIdOf, schedulePost, settleUnconfirmed } from "./index.ts";
import { armed, claimed, published } from "./transitions.ts";

const ids = ["post_1", "post_2"].map((postId) => publicationIdOf(postId, "chan_1"));

/** Two posts that say the same are due on one channel at noon in Kyiv, which is 10:00 UTC. */
async function twinWorld() {
  const world = publishingWorld();
  world.channelItems.set("chan_1", aChannel());
  for (const id of ["post_1", "post_2"]) {
    await world.posts.create(aPost({ id }));
    unwrap(await schedulePost(world.deps, member(), { postId: id, when: { at: "2026-11-23T12:00" } }));
  }
  const both = () => Promise.all(ids.map((id) => world.publication(id)));
  return { world, both };
}

it.each([
  ["both appeared", ["publishes-silently", "publishes-silently"], 2],
  ["one was swallowed", ["publishes-silently", "swallows"], 2],
  ["the other was", ["swallows", "publishes-silently"], 2],
] as const)("publishes each of two that say the same once when %s and no answer came", async (_what, calls, posts) => {
  const { world, both } = await twinWorld();
  world.platform.next(...calls);
  await world.settle();
  const published = await both();
  expect(published.map(({ state }) => state)).toEqual(["published", "published"]);
  expect(new Set(published.map(({ remoteId }) => remoteId)).size).toBe(2);
  expect(world.platform.posts).toHaveLength(posts);
});

it("gives one post to one of two who find it in the same moment", async () => {
  const { world, both } = await twinWorld();
  world.platform.next("publishes-silently", "swallows");
  await world.settle(2 * 3_600_000 + 1_000);
  world.clock.set("2026-11-23T10:00:15Z");
  const looks = (await both()).map(({ id, nextAt = 0 }) =>
    settleUnconfirmed(world.deps, { kind: "settle-publication", workspaceId: "ws_1", publicationId: id, at: nextAt }),
  );
  expect((await Promise.all(looks)).map(({ outcome }) => outcome).sort()).toEqual(["published", "unconfirmed"]);
});

it("takes nothing that it finds while a worker may be about to learn that it is his", async () => {
  const { world, both } = await twinWorld();
  world.platform.next("publishes-silently", "publishes-silently");
  await world.settle(2 * 3_600_000 + 1_000);
  const [mine, other] = await both();
  if (!mine || !other) throw new Error("There are two");
  const inHand = armed(claimed({ ...other, state: "scheduled", looks: undefined }, "att_1", 0), "post", 0);
  await world.publications.save(inHand);
  world.clock.set("2026-11-23T10:00:15Z");
  const message = { kind: "settle-publication", workspaceId: "ws_1", publicationId: mine.id, at: mine.nextAt ?? 0 };
  expect(await settleUnconfirmed(world.deps, { ...message, kind: "settle-publication" })).toMatchObject({
    outcome: "unconfirmed",
  });
  expect((await both())[0]).toMatchObject({ looks: { absent: 0, unclear: 1 } });
});

it.each([
  ["a minute ago", 60_000, "unconfirmed"],
  ["six minutes ago", 360_000, "scheduled"],
] as const)("attempts what is absent again only when its twin's call, %s, would be seen", async (_when, ago, state) => {
  const { world, both } = await twinWorld();
  world.platform.next("swallows", "swallows");
  await world.settle(2 * 3_600_000 + 1_000);
  const [mine, twin] = await both();
  if (!mine || !twin) throw new Error("There are two");
  world.clock.set("2026-11-23T10:07:00Z");
  const now = world.clock.nowMs();
  await world.publications.save({ ...mine, looks: { absent: 3, unclear: 0 }, nextAt: now });
  const taken = { remoteId: "remote_9", url: "https://double.example/remote_9" };
  await world.publications.save(published(twin, taken, now - ago, now));
  await settleUnconfirmed(world.deps, {
    kind: "settle-publication",
    workspaceId: "ws_1",
    publicationId: mine.id,
    at: now,
  });
  expect((await both())[0]?.state).toBe(state);
});

it.each([
  ["another post", "remote_9", "published"],
  ["no post yet", undefined, "unconfirmed"],
] as const)("takes what was found for a twin that turned out to be %s, and only then", async (_which, own, state) => {
  const { world, both } = await twinWorld();
  world.platform.next("publishes-silently", "swallows");
  await world.settle(2 * 3_600_000 + 1_000);
  const [mine, twin] = await both();
  const [found] = world.platform.posts;
  if (!mine || !twin || !found) throw new Error("There are two, and one of them appeared");
  world.clock.set("2026-11-23T10:30:00Z");
  const now = world.clock.nowMs();
  const place = { workspaceId: "ws_1", channelId: "chan_1", remoteId: found.id };
  await world.deps.publishedPosts.claim({ ...place, publicationId: twin.id });
  const named = own && { remoteId: own, url: `https://double.example/${own}` };
  if (named) await world.publications.save(published(twin, named, now - 1_200_000, now));
  await settleUnconfirmed(world.deps, {
    ...{ kind: "settle-publication", workspaceId: "ws_1", publicationId: mine.id, at: mine.nextAt ?? 0 },
  });
  expect((await both())[0]).toMatchObject(own ? { state, remoteId: found.id } : { state });
});
