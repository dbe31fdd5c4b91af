import { expect, it } from "vitest";
import { unwrap } from "#core/kernel/result.ts";
import { doubleManifest } from "#tests/support/platform-double.ts";
import { aChannel, aPost, member, publishingWorld } from "#tests/support/publishing-world.ts";
import { handlePublishMessage, publicationIdOf, schedulePost } from "./index.ts";
import { takeStarts } from "./take-starts.ts";
import { armed, claimed, startGiven } from "./transitions.ts";

const { pace } = doubleManifest;
const id = publicationIdOf("post_1", "chan_1");

/** A post that is due at noon in Kyiv, which is 10:00 UTC. */
async function scheduledWorld() {
  const world = publishingWorld();
  world.channelItems.set("chan_1", aChannel());
  await world.posts.create(aPost());
  unwrap(await schedulePost(world.deps, member(), { postId: "post_1", when: { at: "2026-11-23T12:00" } }));
  return world;
}

/** The same, in the hands of a worker that died before it called. */
async function orphanedWorld(pace: { busyUntil?: string; closedUntil?: string }) {
  const world = await scheduledWorld();
  const at = (time?: string) => (time === undefined ? 0 : Date.parse(`2026-11-23T${time}Z`));
  const found = await world.publication(id);
  const left = claimed(startGiven(found, found.dueAt, found.dueAt), "att_dead", found.dueAt);
  await world.publications.save(left);
  const [busyUntil, closedUntil] = [at(pace.busyUntil), at(pace.closedUntil)];
  await world.paces.save({ workspaceId: "ws_1", channelId: "chan_1", busyUntil, closedUntil, version: 0 });
  return world;
}

it.each([
  ["the channel's pace lets another begin", { busyUntil: "10:09:00" }, "2026-11-23T10:08:30Z"],
  ["the platform takes calls again", { closedUntil: "10:20:00" }, "2026-11-23T10:20:00Z"],
])("takes on what a dead worker left when %s", async (_when, pace, expected) => {
  const world = await orphanedWorld(pace);
  await world.settle();
  const { publishedAt, state } = await world.publication(id);
  expect({ state, publishedAt }).toEqual({ state: "published", publishedAt: Date.parse(expected) });
  expect(world.platform.visibleCalls).toBe(1);
});

it("looks at once for what a worker died of, whatever the pace: that needs no start", async () => {
  const world = await orphanedWorld({ busyUntil: "11:00:00" });
  const left = await world.publication(id);
  await world.publications.save(armed(left, "post", left.dueAt));
  world.clock.set("2026-11-23T10:02:10Z");
  const message = { kind: "publish", workspaceId: "ws_1", publicationId: id, at: left.nextAt ?? 0 } as const;
  expect(await handlePublishMessage(world.deps, message)).toMatchObject({ outcome: "unconfirmed" });
});

it("leaves what was moved while it was about to begin: the pace was not asked for that instant", async () => {
  const world = await scheduledWorld();
  world.clock.set("2026-11-23T10:00:01Z");
  const { posts } = world.deps;
  world.deps.posts = {
    ...posts,
    get: async (workspaceId, postId) => {
      const found = await world.publication(id);
      await world.publications.save({ ...found, nextAt: (found.nextAt ?? 0) + 500 });
      return posts.get(workspaceId, postId);
    },
  };
  const at = Date.parse("2026-11-23T10:00:00Z");
  const message = { kind: "publish", workspaceId: "ws_1", publicationId: id, at } as const;
  expect(await handlePublishMessage(world.deps, message)).toMatchObject({ outcome: "contended" });
  expect(world.platform.visibleCalls).toBe(0);
});

it("gives two who ask in the same millisecond different starts", async () => {
  const { deps, paces } = publishingWorld();
  const channel = { workspaceId: "ws_1", channelId: "chan_1", platform: "double" };
  const wanted = [{ at: 60_000, latest: 3_600_000 }];
  await Promise.all([1, 2, 3].map(() => takeStarts(deps, channel, wanted)));
  expect(paces.all()).toMatchObject([{ busyUntil: 60_000 + 3 * pace.everyMs }]);
});

it("does not look on a channel that is closed, and closes one that is looked at too often", async () => {
  const world = await scheduledWorld();
  const resetAt = Date.parse("2026-11-23T10:30:00Z");
  const cause = { class: "rate-limited", code: "4", message: "slow down", resetAt } as const;
  world.platform.next("publishes-silently");
  world.platform.nextLooks({ kind: "unknown", cause });
  world.clock.set("2026-11-23T09:59:00Z");
  await world.settle(10 * 60_000);
  expect(world.paces.all()).toMatchObject([{ closedUntil: resetAt }]);
  const looks = () => world.faults.calls.filter((call) => call === "platform.find").length;
  expect(looks()).toBe(1);
  await world.settle();
  expect(looks()).toBe(2);
  expect(await world.publication(id)).toMatchObject({ state: "published" });
});
