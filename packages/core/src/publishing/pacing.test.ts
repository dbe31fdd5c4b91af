import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unwrap } from "#core/kernel/result.ts";
import { doubleManifest } from "#tests/support/platform-double.ts";
import { aChannel, anAsset, aPost, member, publishingWorld } from "#tests/support/publishing-world.ts";
import { enqueueDue, publicationIdOf, schedulePost, startsOf } from "./index.ts";

const minute = 60_000;
const idle = { busyUntil: 0, closedUntil: 0 };
const { pace } = doubleManifest;
const without =
  (latest = Number.POSITIVE_INFINITY) =>
  (at: number) => ({ at, latest });

describe("a pace", () => {
  const two = { burst: 2, everyMs: 30_000 };

  it("gives a burst at once and then one each so often", () => {
    const { starts } = startsOf(two, idle, [0, 0, 0, 0].map(without()));
    expect(starts).toEqual([0, 0, 30_000, 60_000]);
  });

  it("gives what is wanted later its own instant", () => {
    expect(startsOf(two, idle, [0, minute, minute, 3 * minute].map(without())).starts).toEqual([
      ...[0, minute, minute, 3 * minute],
    ]);
  });

  it("gives nothing while the platform takes nothing", () => {
    const { starts } = startsOf(two, { busyUntil: 0, closedUntil: minute }, [0, 0, 0].map(without()));
    expect(starts).toEqual([minute, minute, minute + 30_000]);
  });

  it("keeps no start for what would be too late", () => {
    const { starts, busyUntil } = startsOf(two, idle, [0, 0, 0, 0].map(without(40_000)));
    expect(starts).toEqual([0, 0, 30_000, null]);
    expect(startsOf(two, { ...idle, busyUntil }, [60_000].map(without())).starts).toEqual([60_000]);
  });

  it("never gives more than burst + span / every in any span, however asked", () => {
    const asked = fc.array(fc.array(fc.integer({ min: 0, max: 20 * minute }), { maxLength: 8 }), { maxLength: 8 });
    const rules = fc.record({ burst: fc.integer({ min: 1, max: 5 }), everyMs: fc.integer({ min: 1, max: minute }) });
    fc.assert(
      fc.property(rules, asked, (rule, rounds) => {
        let busyUntil = 0;
        const all: number[] = [];
        for (const wanted of rounds) {
          const given = startsOf(rule, { busyUntil, closedUntil: 0 }, wanted.toSorted((a, b) => a - b).map(without()));
          busyUntil = given.busyUntil;
          all.push(...given.starts.flatMap((start) => start ?? []));
        }
        all.sort((a, b) => a - b);
        for (let first = 0; first < all.length; first += 1) {
          for (let last = first; last < all.length; last += 1) {
            const span = (all[last] ?? 0) - (all[first] ?? 0);
            expect(last - first + 1).toBeLessThanOrEqual(rule.burst + span / rule.everyMs);
          }
        }
      }),
    );
  });
});

/** A world in which `count` posts are due on one channel at the same time, and one on another. */
async function crowdedWorld(count: number, at: string) {
  const world = publishingWorld();
  world.channelItems.set("chan_1", aChannel());
  world.channelItems.set("chan_2", aChannel({ id: "chan_2", name: "Друга" }));
  await world.assets.create(anAsset());
  const ids: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    await world.posts.create(aPost({ id: `post_${number}`, base: { text: `Допис ${number}`, mediaIds: [] } }));
    unwrap(await schedulePost(world.deps, member(), { postId: `post_${number}`, when: { at } }));
    ids.push(publicationIdOf(`post_${number}`, "chan_1"));
  }
  await world.posts.create(aPost({ id: "post_other", channelIds: ["chan_2"], base: { text: "Інше", mediaIds: [] } }));
  unwrap(await schedulePost(world.deps, member(), { postId: "post_other", when: { at } }));
  return { world, ids };
}
type World = Awaited<ReturnType<typeof crowdedWorld>>["world"];

/** How long after the second asked for each appeared, in seconds, the earliest first. */
async function latenesses(world: World, ids: readonly string[]): Promise<readonly number[]> {
  const all = await Promise.all(ids.map((id) => world.publication(id)));
  return all.map(({ publishedAt = 0, dueAt }) => (publishedAt - dueAt) / 1000).sort((a, b) => a - b);
}
const inPace = [0, 0, 30, 60, 90];

it("publishes what is due together one after another, and nothing of another channel later", async () => {
  const { world, ids } = await crowdedWorld(5, "2026-11-23T12:00");
  await world.settle();
  expect(await latenesses(world, ids)).toEqual(inPace);
  expect(await latenesses(world, [publicationIdOf("post_other", "chan_2")])).toEqual([0]);
  expect(world.platform.posts).toHaveLength(6);
});

it("gives the starts in the order of the instants, then of the ids", async () => {
  const { world, ids } = await crowdedWorld(5, "2026-11-23T12:00");
  await world.settle();
  const all = await Promise.all(ids.map((id) => world.publication(id)));
  const order = all.toSorted((a, b) => (a.publishedAt ?? 0) - (b.publishedAt ?? 0) || (a.id < b.id ? -1 : 1));
  expect(order.map(({ id }) => id)).toEqual(ids.toSorted());
});

it("says in the history until when the channel's pace holds something back", async () => {
  const { world, ids } = await crowdedWorld(3, "2026-11-23T12:00");
  await world.settle();
  const all = await Promise.all(ids.map((id) => world.publication(id)));
  const held = all.flatMap(({ history, dueAt }) =>
    history.filter(({ what }) => what === "paced").map(({ params }) => Number(params?.until) - dueAt),
  );
  expect(held).toEqual([pace.everyMs]);
});

it("holds its pace too for what is published at once, without the tick", async () => {
  const { world, ids } = await crowdedWorld(5, "2026-11-23T10:00:30");
  await world.settle();
  expect(await latenesses(world, ids)).toEqual(inPace);
});

it("costs a single publication no write of its own, and one that goes out at once a fourth", async () => {
  for (const at of ["2026-11-23T12:00", "2026-11-23T10:00:30"]) {
    const world = publishingWorld();
    world.channelItems.set("chan_1", aChannel());
    await world.posts.create(aPost());
    unwrap(await schedulePost(world.deps, member(), { postId: "post_1", when: { at } }));
    await world.settle();
    expect((await world.publication(publicationIdOf("post_1", "chan_1"))).state).toBe("published");
    expect(world.faults.calls.filter((call) => /^(publications|paces)\.(create|save)$/.test(call))).toHaveLength(4);
  }
});

it("holds its pace when two ticks run at once, and when one dies half-way", async () => {
  const { world, ids } = await crowdedWorld(5, "2026-11-23T12:00");
  world.clock.set("2026-11-23T09:58:20Z");
  await Promise.all([enqueueDue(world.deps), enqueueDue(world.deps)]);
  await world.settle();
  const late = await latenesses(world, ids);
  expect(world.platform.posts).toHaveLength(6);
  late.forEach((seconds, index) => {
    expect(seconds).toBeGreaterThanOrEqual(inPace[index] ?? 0);
  });
});

it("holds its pace over what was due while nothing ran", async () => {
  const { world, ids } = await crowdedWorld(5, "2026-11-23T12:00");
  world.clock.set("2026-11-23T09:58:20Z");
  await enqueueDue(world.deps);
  world.messages.length = 0;
  world.clock.set("2026-11-23T11:00:00Z");
  await world.settle();
  const late = await latenesses(world, ids);
  const first = late[0] ?? 0;
  late.forEach((seconds, index) => {
    expect(seconds - first).toBeGreaterThanOrEqual(inPace[index] ?? 0);
  });
  expect(world.platform.posts).toHaveLength(6);
});

it("makes the whole channel wait when the platform says so once", async () => {
  const { world, ids } = await crowdedWorld(4, "2026-11-23T12:00");
  const resetAt = Date.parse("2026-11-23T10:20:00Z");
  const limited = { class: "rate-limited", code: "4", message: "slow down", resetAt } as const;
  world.platform.next({ answers: { kind: "retry", afterMs: 0, cause: limited } });
  world.channelItems.delete("chan_2");
  await world.settle();
  const all = await Promise.all(ids.map((id) => world.publication(id)));
  expect(all.map(({ state }) => state)).toEqual(Array(4).fill("published"));
  for (const { publishedAt = 0 } of all) expect(publishedAt).toBeGreaterThanOrEqual(resetAt);
  expect(world.platform.visibleCalls).toBe(5);
});

it("says why when a turn would come hours late, and keeps no start for it", async () => {
  const { world, ids } = await crowdedWorld(3, "2026-11-23T12:00");
  const closedUntil = Date.parse("2026-11-23T16:30:00Z");
  await world.paces.save({ workspaceId: "ws_1", channelId: "chan_1", busyUntil: 0, closedUntil, version: 0 });
  await world.settle();
  for (const id of ids) {
    expect(await world.publication(id)).toMatchObject({
      state: "failed",
      failure: { code: "publication-pace-exceeded", params: { hours: 6 } },
    });
  }
  expect(world.events.filter(({ type }) => type === "publication.failed")).toHaveLength(3);
  expect(world.paces.all()).toMatchObject([{ busyUntil: 0 }]);
});

it("waits the last milliseconds too when a timer ends early, and loses nothing", async () => {
  const world = publishingWorld();
  world.channelItems.set("chan_1", aChannel());
  await world.posts.create(aPost());
  unwrap(await schedulePost(world.deps, member(), { postId: "post_1", when: { at: "2026-11-23T12:00:03" } }));
  const { sleep } = world.deps;
  world.deps.sleep = async (ms) => sleep(ms > 5 ? ms - 5 : ms);
  await world.settle();
  const { publishedAt, dueAt } = await world.publication(publicationIdOf("post_1", "chan_1"));
  expect(publishedAt).toBe(dueAt);
});
