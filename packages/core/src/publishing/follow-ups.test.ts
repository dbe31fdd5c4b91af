import { describe, expect, it } from "vitest";
import { unwrap } from "#core/kernel/result.ts";
import { timedOut, transient } from "#tests/support/platform-double.ts";
import { aChannel, anAsset, aPost, member, publishingWorld } from "#tests/support/publishing-world.ts";
import { giveUpFollowUps, type PublicationState, publicationIdOf, retryFollowUp, schedulePost } from "./index.ts";

const id = publicationIdOf("post_1", "chan_1");
const withComment = { base: { text: "Осіннє меню", mediaIds: [], firstComment: "Адреса: Ярославів Вал, 21" } };
const withThread = {
  base: {
    ...withComment.base,
    thread: [
      { text: "Гарбузове лате", mediaIds: ["asset_1"] },
      { text: "Пиріг зі сливами", mediaIds: [] },
    ],
  },
};

/** A post on the calendar for noon in Kyiv, which is 10:00 UTC. */
async function scheduledWorld(post: Parameters<typeof aPost>[0]) {
  const world = publishingWorld();
  world.channelItems.set("chan_1", aChannel());
  await world.assets.create(anAsset());
  await world.posts.create(aPost(post));
  unwrap(await schedulePost(world.deps, member(), { postId: "post_1", when: { at: "2026-11-23T12:00" } }));
  return world;
}
type World = Awaited<ReturnType<typeof scheduledWorld>>;
const statesOf = async (world: World): Promise<readonly PublicationState[]> =>
  ((await world.publication(id)).followUps ?? []).map(({ state }) => state);
const textsBelow = (world: World) => world.platform.below.map(({ text }) => text);
const refused = {
  answers: {
    kind: "rejected",
    cause: { class: "invalid-content", code: "100/1", message: "no", rule: "link-refused" },
  },
} as const;

it("publishes the first comment right after the post, and keeps where it is", async () => {
  const world = await scheduledWorld(withComment);
  await world.settle();
  const { state, followUps, publishedAt = 0 } = await world.publication(id);
  expect(state).toBe("published");
  expect(followUps).toMatchObject([{ kind: "first-comment", state: "published", remoteId: "below_1" }]);
  expect((followUps?.[0]?.publishedAt ?? 0) - publishedAt).toBeLessThanOrEqual(5_000);
  expect(world.platform.below).toMatchObject([{ text: "Адреса: Ярославів Вал, 21", parent: "remote_1" }]);
});

it("publishes the parts of a thread one under the other with their files, then the first comment under the post", async () => {
  const world = await scheduledWorld(withThread);
  await world.settle();
  expect(world.platform.below).toEqual([
    { id: "below_1", text: "Гарбузове лате", parent: "remote_1", files: 1 },
    { id: "below_2", text: "Пиріг зі сливами", parent: "below_1", files: 0 },
    { id: "below_3", text: "Адреса: Ярославів Вал, 21", parent: "remote_1", files: 0 },
  ]);
  expect(world.platform.posts).toHaveLength(1);
});

it("says that the post is published as soon as it is, once", async () => {
  const world = await scheduledWorld(withThread);
  await world.settle();
  const { history } = await world.publication(id);
  expect(world.events.map(({ type }) => type)).toEqual(["publication.scheduled", "publication.published"]);
  expect(history.map(({ what, params }) => [what, params?.followUp])).toEqual([
    ["scheduled", undefined],
    ["attempted", undefined],
    ["published", undefined],
    ...[1, 2, 3].flatMap((followUp) => [
      ["attempted", followUp],
      ["published", followUp],
    ]),
  ]);
});

it("stays published when a follow-up is refused, says why, and holds back what comes after", async () => {
  const world = await scheduledWorld(withThread);
  world.platform.nextBelow("publishes", refused);
  await world.settle();
  const publication = await world.publication(id);
  expect([publication.state, publication.failure, publication.nextAt]).toEqual(["published", undefined, undefined]);
  expect(await statesOf(world)).toEqual(["published", "failed", "scheduled"]);
  expect(publication.followUps?.[1]?.failure).toMatchObject({
    code: "follow-up-invalid-content",
    params: { rule: "link-refused" },
  });
  expect(textsBelow(world)).toEqual(["Гарбузове лате"]);
  expect(world.events.at(-1)).toMatchObject({ type: "publication.follow-up-failed", data: { kind: "thread-part" } });
});

describe("a follow-up that failed", () => {
  const failedWorld = async () => {
    const world = await scheduledWorld(withThread);
    world.platform.nextBelow("publishes", refused);
    await world.settle();
    return world;
  };

  it("is tried again by hand with the words the post has now, and the others follow", async () => {
    const world = await failedWorld();
    const post = await world.posts.get("ws_1", "post_1");
    if (!post) throw new Error("The post is gone");
    const thread = [withThread.base.thread[0], { text: "Пиріг без посилання", mediaIds: [] }].flatMap((it) => it ?? []);
    await world.posts.save({ ...post, base: { ...post.base, thread } });
    unwrap(await retryFollowUp(world.deps, member(), { publicationId: id }));
    await world.settle();
    expect(await statesOf(world)).toEqual(["published", "published", "published"]);
    expect(textsBelow(world)).toEqual(["Гарбузове лате", "Пиріг без посилання", "Адреса: Ярославів Вал, 21"]);
    expect(world.platform.posts).toHaveLength(1);
    const ended = world.events.filter(({ type }) => type === "publication.follow-up-ended");
    expect(ended.map(({ data }) => data)).toEqual(
      [1, 2].map(() => expect.objectContaining({ givenUp: false, failedBefore: ["follow-up-invalid-content"] })),
    );
  });

  it("is tried again once, however often the button is pressed", async () => {
    const world = await failedWorld();
    unwrap(await retryFollowUp(world.deps, member(), { publicationId: id }));
    const again = await retryFollowUp(world.deps, member(), { publicationId: id });
    expect(again).toMatchObject({ ok: false, error: { code: "no-failed-follow-up" } });
    await world.settle();
    expect(textsBelow(world)).toHaveLength(3);
  });

  it("is left out by hand with what was to come after it, and nothing of it is tried any more", async () => {
    const world = await failedWorld();
    const left = unwrap(await giveUpFollowUps(world.deps, member(), { publicationId: id }));
    expect(left.history.at(-1)).toMatchObject({ what: "follow-ups-given-up", params: { followUp: 2 } });
    expect(world.events.at(-1)).toMatchObject({ type: "publication.follow-up-ended", data: { givenUp: true } });
    await world.settle();
    expect(await statesOf(world)).toEqual(["published", "canceled", "canceled"]);
    expect(textsBelow(world)).toEqual(["Гарбузове лате"]);
    for (const act of [giveUpFollowUps, retryFollowUp]) {
      const again = await act(world.deps, member(), { publicationId: id });
      expect(again).toMatchObject({ ok: false, error: { code: "no-failed-follow-up" } });
    }
  });

  it("is not tried again by an author", async () => {
    const world = await failedWorld();
    const refusedRetry = await retryFollowUp(world.deps, member("author"), { publicationId: id });
    expect(refusedRetry).toMatchObject({ ok: false, error: { kind: "forbidden" } });
  });
});

it("finds what appeared although its answer got lost, and does not repeat it", async () => {
  const world = await scheduledWorld(withThread);
  world.platform.nextBelow("publishes", "publishes-silently");
  await world.settle();
  expect(await statesOf(world)).toEqual(["published", "published", "published"]);
  expect(textsBelow(world)).toHaveLength(3);
});

it("repeats what surely did not appear, only after looking for five minutes", async () => {
  const world = await scheduledWorld(withComment);
  world.platform.nextBelow("swallows");
  await world.settle();
  const { followUps, publishedAt = 0 } = await world.publication(id);
  expect(followUps).toMatchObject([{ state: "published", armings: 2, attempts: 1 }]);
  expect((followUps?.[0]?.publishedAt ?? 0) - publishedAt).toBeGreaterThanOrEqual(300_000);
  expect(textsBelow(world)).toHaveLength(1);
});

it("asks a person after a day of looking in vain", async () => {
  const world = await scheduledWorld(withComment);
  world.platform.nextBelow("swallows");
  world.platform.nextLooks(...Array(200).fill({ kind: "unknown", cause: timedOut }));
  await world.settle();
  const { state, followUps } = await world.publication(id);
  expect(state).toBe("published");
  expect(followUps).toMatchObject([{ state: "failed", failure: { code: "follow-up-unsettled" } }]);
});

it("tries again by itself after a passing failure", async () => {
  const world = await scheduledWorld(withComment);
  world.platform.nextBelow({ answers: { kind: "retry", afterMs: 0, cause: transient } });
  await world.settle();
  expect((await world.publication(id)).followUps).toMatchObject([{ state: "published", attempts: 1 }]);
});

it("marks the channel when its access ends between the post and its comment", async () => {
  const world = await scheduledWorld(withComment);
  const cause = { class: "auth-expired", code: "190/463", message: "expired" } as const;
  world.platform.nextBelow({ answers: { kind: "reconnect", cause } });
  await world.settle();
  expect((await world.publication(id)).followUps).toMatchObject([
    { state: "failed", failure: { code: "follow-up-auth-expired" } },
  ]);
  expect(world.channelItems.get("chan_1")).toMatchObject({ state: "reconnect", reconnectCause: "190/463" });
});

it("takes an edit of the first comment up to the claim", async () => {
  const world = await scheduledWorld(withComment);
  const post = await world.posts.get("ws_1", "post_1");
  if (!post) throw new Error("The post is gone");
  await world.posts.save({ ...post, revision: 2, base: { ...post.base, firstComment: "Нова адреса" } });
  await world.settle();
  expect(textsBelow(world)).toEqual(["Нова адреса"]);
});

it("holds a comment back while its channel takes no calls, and the posts of the channel with it", async () => {
  const world = await scheduledWorld(withComment);
  const resetAt = Date.parse("2026-11-23T10:20:00Z");
  const cause = { class: "rate-limited", code: "4", message: "slow down", resetAt } as const;
  world.platform.nextBelow({ answers: { kind: "retry", afterMs: 0, cause } });
  await world.posts.create(aPost({ id: "post_2", base: { text: "Пиріг зі сливами", mediaIds: [] } }));
  unwrap(await schedulePost(world.deps, member(), { postId: "post_2", when: { at: "2026-11-23T12:05" } }));
  await world.settle();
  const later = await world.publication(publicationIdOf("post_2", "chan_1"));
  const { followUps } = await world.publication(id);
  expect(textsBelow(world)).toEqual(["Адреса: Ярославів Вал, 21"]);
  for (const publishedAt of [later.publishedAt, followUps?.[0]?.publishedAt]) {
    expect(publishedAt).toBeGreaterThanOrEqual(resetAt);
  }
  expect(world.platform.visibleCalls).toBe(2);
});

it("does not begin a comment on a channel that was closed since its post appeared", async () => {
  const world = await scheduledWorld(withComment);
  const closedUntil = Date.parse("2026-11-23T10:40:00Z");
  const { events } = world.deps;
  world.deps.events = {
    publish: async (list) => {
      await world.paces.save({ workspaceId: "ws_1", channelId: "chan_1", busyUntil: 0, closedUntil, version: 0 });
      await events.publish(list);
    },
  };
  await world.settle();
  expect(await world.publication(id)).toMatchObject({
    state: "published",
    publishedAt: Date.parse("2026-11-23T10:00:00Z"),
    followUps: [{ state: "published", publishedAt: closedUntil }],
  });
});
