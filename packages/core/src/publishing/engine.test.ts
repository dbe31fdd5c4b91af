import { expect, it } from "vitest";
import { unwrap } from "#core/kernel/result.ts";
import { type Fault, faultsAt } from "#tests/support/faults.ts";
import { timedOut, transient } from "#tests/support/platform-double.ts";
import { aChannel, anAsset, aPost, member, publishingWorld } from "#tests/support/publishing-world.ts";
import { publicationIdOf } from "./model.ts";
import { schedulePost } from "./schedule-post.ts";
import { settleUnconfirmed } from "./settle-unconfirmed.ts";

const id = publicationIdOf("post_1", "chan_1");

/** A world with an approved post that is scheduled for a local time in Kyiv. */
async function scheduledWorld(at: string, change: Parameters<typeof aPost>[0] = {}, ...faults: readonly Fault[]) {
  const world = publishingWorld(faultsAt(...faults));
  world.channelItems.set("chan_1", aChannel());
  await world.assets.create(anAsset());
  await world.posts.create(aPost(change));
  unwrap(await schedulePost(world.deps, member(), { postId: "post_1", when: { at } }));
  return world;
}
const withImage = { base: { text: "Осіннє меню", mediaIds: ["asset_1"] } };

it("publishes a text once, on the second, with one visible call", async () => {
  const world = await scheduledWorld("2026-11-23T12:34:56");
  await world.settle();
  const publication = await world.publication(id);
  expect(publication).toMatchObject({ state: "published", remoteId: "remote_1", attempts: 0, armings: 1 });
  expect(publication.publishedAt).toBe(publication.dueAt);
  expect(world.platform.visibleCalls).toBe(1);
  expect(world.events.map(({ type }) => type)).toEqual(["publication.scheduled", "publication.published"]);
});

it("publishes on the second what falls before the next tick", async () => {
  const world = await scheduledWorld("2026-11-23T10:00:09");
  await world.settle();
  const { publishedAt, dueAt } = await world.publication(id);
  expect(publishedAt).toBe(dueAt);
  expect(world.platform.posts).toHaveLength(1);
});

it("writes at most four times for a text that the tick hands out", async () => {
  const world = await scheduledWorld("2026-11-23T12:00");
  await world.settle();
  expect(world.faults.calls.filter((call) => /publications\.(create|save)/.test(call))).toHaveLength(4);
});

it("records an answer at once although the store fails under it, so that nobody has to look", async () => {
  const plain = await scheduledWorld("2026-11-23T12:00");
  await plain.settle();
  const { calls } = plain.faults;
  const call = calls.indexOf("platform.post") + 2;
  expect(calls[call - 1]).toBe("publications.save");
  for (const moment of ["before", "after"] as const) {
    const world = await scheduledWorld("2026-11-23T12:00", {}, { call, moment, kind: "throws" });
    await world.settle();
    const { publishedAt, dueAt } = await world.publication(id);
    expect(publishedAt).toBe(dueAt);
    expect(world.events.map(({ type }) => type)).not.toContain("publication.unconfirmed");
  }
});

it("records what it saw although the tick notes meanwhile that it has sent the message", async () => {
  const world = await scheduledWorld("2026-11-23T12:00");
  world.platform.next("publishes-silently");
  await world.settle(2 * 3_600_000);
  const unconfirmed = await world.publication(id);
  expect(unconfirmed.state).toBe("unconfirmed");
  world.clock.set(unconfirmed.nextAt ?? 0);
  const channels = {
    ...world.deps.channels,
    get: async (workspaceId: string, channelId: string) => {
      const now = await world.publication(id);
      if (now.state === "unconfirmed")
        await world.deps.publications.save({ ...now, wakeAt: (now.wakeAt ?? 0) + 180_000 });
      return world.deps.channels.get(workspaceId, channelId);
    },
  };
  const message = { kind: "settle-publication", workspaceId: "ws_1", publicationId: id, at: 0 } as const;
  expect((await settleUnconfirmed({ ...world.deps, channels }, message)).outcome).toBe("published");
});

it("uploads each file once and stores its receipt before the post", async () => {
  const world = await scheduledWorld("2026-11-23T12:00", withImage);
  await world.settle();
  const publication = await world.publication(id);
  expect(publication.receipts).toEqual({ upload0: "remote_upload_0" });
  expect(publication.state).toBe("published");
  expect(world.platform.otherCalls).toBe(1);
});

it("waits while the platform works, then finishes", async () => {
  const world = await scheduledWorld("2026-11-23T12:00");
  world.platform.next("accepts");
  await world.settle(3 * 3_600_000);
  const publication = await world.publication(id);
  expect(publication.state).toBe("published");
  expect(publication.history.map(({ what }) => what)).toEqual(["scheduled", "attempted", "waiting", "published"]);
  expect(world.platform.visibleCalls).toBe(1);
});

it("tries again after a passing failure, later each time", async () => {
  const world = await scheduledWorld("2026-11-23T12:00");
  const failing = { answers: { kind: "retry", afterMs: 0, cause: transient } } as const;
  world.platform.next(failing, failing);
  await world.settle();
  const publication = await world.publication(id);
  expect(publication).toMatchObject({ state: "published", attempts: 2 });
  expect(world.platform.posts).toHaveLength(1);
});

it("gives up after six failed attempts, with cause and cure", async () => {
  const world = await scheduledWorld("2026-11-23T12:00");
  world.platform.next(...Array(9).fill({ answers: { kind: "retry", afterMs: 0, cause: transient } }));
  await world.settle();
  expect(await world.publication(id)).toMatchObject({
    state: "failed",
    failure: { class: "transient", code: "publication-transient" },
  });
  expect(world.platform.visibleCalls).toBe(6);
  expect(world.events.at(-1)?.type).toBe("publication.failed");
});

it("waits for the platform's own reset when it is rate limited, without spending attempts", async () => {
  const world = await scheduledWorld("2026-11-23T12:00");
  const resetAt = Date.parse("2026-11-23T11:00:00Z");
  const limited = { class: "rate-limited", code: "4", message: "slow down", resetAt } as const;
  world.platform.next({ answers: { kind: "retry", afterMs: 0, cause: limited } });
  await world.settle();
  const { state, attempts, publishedAt = 0 } = await world.publication(id);
  expect({ state, attempts }).toEqual({ state: "published", attempts: 0 });
  expect(publishedAt).toBeGreaterThanOrEqual(resetAt);
  expect(publishedAt).toBeLessThanOrEqual(resetAt + 6_000);
});

it("says at once when a rate limit would last beyond what may go out late", async () => {
  const world = await scheduledWorld("2026-11-23T12:00");
  const resetAt = Date.parse("2026-11-24T11:00:00Z");
  const limited = { class: "rate-limited", code: "4", message: "slow down", resetAt } as const;
  world.platform.next({ answers: { kind: "retry", afterMs: 0, cause: limited } });
  await world.settle();
  expect((await world.publication(id)).failure?.code).toBe("publication-rate-limited");
});

it("fails with the platform's rule when the content is refused, and never asks again", async () => {
  const world = await scheduledWorld("2026-11-23T12:00");
  const cause = { class: "invalid-content", code: "100/33", message: "no", rule: "link-refused" } as const;
  world.platform.next({ answers: { kind: "rejected", cause } });
  await world.settle();
  expect(await world.publication(id)).toMatchObject({
    state: "failed",
    failure: { code: "publication-invalid-content", rule: "link-refused", params: { platformCode: "100/33" } },
  });
  expect(world.platform.visibleCalls).toBe(1);
});

it("fails and marks the channel when its access has ended", async () => {
  const world = await scheduledWorld("2026-11-23T12:00");
  const cause = { class: "auth-expired", code: "190/463", message: "expired" } as const;
  world.platform.next({ answers: { kind: "reconnect", cause } });
  await world.settle();
  expect((await world.publication(id)).failure?.code).toBe("publication-auth-expired");
  expect(world.channelItems.get("chan_1")).toMatchObject({ state: "reconnect", reconnectCause: "190/463" });
});

it("does not call the platform for a channel that has lost its access", async () => {
  const world = await scheduledWorld("2026-11-23T12:00");
  world.channelItems.set("chan_1", aChannel({ state: "reconnect" }));
  await world.settle();
  expect((await world.publication(id)).failure?.code).toBe("publication-auth-expired");
  expect(world.platform.visibleCalls).toBe(0);
});

it("finds what appeared although the answer got lost, and does not post it again", async () => {
  const world = await scheduledWorld("2026-11-23T12:00");
  world.platform.next("publishes-silently");
  await world.settle();
  expect(await world.publication(id)).toMatchObject({ state: "published", remoteId: "remote_1" });
  expect(world.platform.visibleCalls).toBe(1);
  expect(world.events.map(({ type }) => type)).toContain("publication.unconfirmed");
});

it("posts again what surely did not appear, only after looking for five minutes", async () => {
  const world = await scheduledWorld("2026-11-23T12:00");
  world.platform.next("swallows");
  await world.settle();
  const publication = await world.publication(id);
  expect(publication).toMatchObject({ state: "published", armings: 2, attempts: 1 });
  expect((publication.publishedAt ?? 0) - publication.dueAt).toBeGreaterThanOrEqual(300_000);
  expect(world.platform.posts).toHaveLength(1);
});

it("keeps looking while it cannot look, and asks a person after a day", async () => {
  const world = await scheduledWorld("2026-11-23T12:00");
  world.platform.next("swallows");
  world.platform.nextLooks(...Array(200).fill({ kind: "unknown", cause: timedOut }));
  await world.settle();
  expect((await world.publication(id)).failure?.code).toBe("publication-unsettled");
  expect(world.platform.visibleCalls).toBe(1);
});

it("takes the platform's word that it has the post already for a reason to look", async () => {
  const world = await scheduledWorld("2026-11-23T12:00");
  const cause = { class: "duplicate", code: "506", message: "duplicate" } as const;
  world.platform.next("publishes-silently", { answers: { kind: "rejected", cause } });
  world.platform.nextLooks(...Array(4).fill({ kind: "absent" }));
  await world.settle();
  expect(await world.publication(id)).toMatchObject({ state: "published", remoteId: "remote_1", armings: 2 });
  expect(world.platform.posts).toHaveLength(1);
});

it("does not take a twin's post for its own", async () => {
  const world = await scheduledWorld("2026-11-23T12:00");
  await world.posts.create(aPost({ id: "post_2" }));
  unwrap(await schedulePost(world.deps, member(), { postId: "post_2", when: { at: "2026-11-23T12:10" } }));
  await world.settle(3 * 3_600_000 - 5 * 60_000);
  world.platform.next("publishes-silently");
  await world.settle();
  const first = await world.publication(id);
  const second = await world.publication(publicationIdOf("post_2", "chan_1"));
  expect([first.remoteId, second.remoteId].sort()).toEqual(["remote_1", "remote_2"]);
});

it("does not begin what is over six hours late, and says why", async () => {
  const world = await scheduledWorld("2026-11-23T12:00");
  world.messages.length = 0;
  world.clock.set("2026-11-23T16:00:01Z");
  await world.settle();
  expect((await world.publication(id)).failure).toMatchObject({ code: "publication-stale", params: { hours: 6 } });
  expect(world.platform.visibleCalls).toBe(0);
});

it("sweeps up what is overdue when its message got lost, and counts it", async () => {
  const world = await scheduledWorld("2026-11-23T12:00");
  world.clock.set("2026-11-23T09:58:30Z");
  await world.tick();
  expect(world.messages).toHaveLength(1);
  world.messages.length = 0;
  await world.settle();
  const { state, publishedAt = 0, dueAt } = await world.publication(id);
  expect(state).toBe("published");
  expect(publishedAt - dueAt).toBeLessThanOrEqual(4 * 60_000);
  expect(world.overdue.reduce((sum, count) => sum + count, 0)).toBe(1);
});

it("hands out nothing in an empty tick, for one query a shard", async () => {
  const world = publishingWorld();
  await world.tick();
  expect(world.faults.calls).toEqual(Array(8).fill("publications.waiting"));
});
