import { beforeEach, expect, it } from "vitest";
import { markEvergreen, stopEvergreen } from "#core/content/index.ts";
import { type Result, unwrap } from "#core/kernel/result.ts";
import { faultsAt } from "#tests/support/faults.ts";
import { planningWorld } from "#tests/support/planning-world.ts";
import { aChannel, aPost, aPublication, member } from "#tests/support/publishing-world.ts";
import { cancelPublication } from "./cancel-publication.ts";
import { type Publication, publicationIdOf } from "./model.ts";

type World = Awaited<ReturnType<typeof planningWorld>>;
const day = 86_400_000;
const code = <T>(result: Result<T, { code: string }>) => (result.ok ? "ok" : result.error.code);

/** Slots at ten, every day, on `chan_1`; now is Monday, 23 November, 10:00 in Kyiv. */
async function evergreenWorld(faults?: Parameters<typeof planningWorld>[1]): Promise<World> {
  const world = await planningWorld({ state: "ended", nextPlanAt: undefined }, faults);
  const slots = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, time: "10:00" }));
  world.channelItems.set("chan_1", aChannel({ slots }));
  return world;
}
/** An approved post that appeared on `chan_1` so many days ago, marked as evergreen. */
async function evergreen(
  world: World,
  id: string,
  daysAgo: number,
  wish: { minDays?: number; maxRepeats?: number } = {},
) {
  await world.posts.create(aPost({ id, base: { text: `Допис ${id}`, mediaIds: [] }, state: "scheduled" }));
  await appeared(world, id, world.clock.nowMs() - daysAgo * day);
  unwrap(await markEvergreen(world.deps, member(), { postId: id, minDays: 30, texts: [], ...wish }));
}
const appeared = (world: World, postId: string, publishedAt: number, change: Partial<Publication> = {}) =>
  world.publications.create(
    aPublication({
      ...{ id: publicationIdOf(postId, "chan_1"), postId, state: "published", dueAt: publishedAt, publishedAt },
      ...{ nextAt: undefined, wakeAt: undefined, ...change },
    }),
  );
const waiting = (world: World) =>
  world.publications
    .all()
    .filter(({ state }) => state === "scheduled")
    .map(({ dueAt, content }) => [new Date(dueAt).toISOString().slice(0, 10), content.text])
    .sort();

let world: World;
beforeEach(async () => {
  world = await evergreenWorld();
});

it("fills the empty slots of the next three days, what was longest ago first, each as a post of its own", async () => {
  await evergreen(world, "post_new", 40);
  await evergreen(world, "post_old", 90);
  expect(await world.recycle()).toBe(2);
  expect(waiting(world)).toEqual([
    ["2026-11-24", "Допис post_old"],
    ["2026-11-25", "Допис post_new"],
  ]);
  const [repeat] = world.publications.all().filter(({ state }) => state === "scheduled");
  expect(repeat?.origin).toEqual({ kind: "evergreen", postId: "post_old" });
});

it("never comes nearer than its distance to its last appearance, however often it is looked at", async () => {
  await evergreen(world, "post_old", 90);
  const due: number[] = [];
  for (let passed = 0; passed < 120; passed += 1) {
    await world.recycle();
    world.clock.advance(day);
  }
  for (const { dueAt, state } of world.publications.all()) if (state === "scheduled") due.push(dueAt);
  due.sort((a, b) => a - b);
  expect(due.length).toBe(5);
  for (const [index, at] of due.entries()) {
    if (index > 0) expect(at - (due[index - 1] ?? 0)).toBeGreaterThanOrEqual(30 * day);
  }
});

it("keeps its distance to an appearance that is still to come, too", async () => {
  await evergreen(world, "post_old", 90);
  await world.posts.create(aPost({ id: "post_moved" }));
  const found = await world.evergreens.get("ws_1", "post_old");
  const later = world.clock.nowMs() + 10 * day;
  if (found) {
    const repeats = [{ postId: "post_moved", channelId: "chan_1", at: world.clock.nowMs() - day }];
    await world.evergreens.save({ ...found, repeats });
  }
  await appeared(world, "post_moved", later, { state: "scheduled", publishedAt: undefined });
  expect(await world.recycle()).toBe(0);
});

it("leaves slots that are taken, posts that never appeared, and channels in trouble alone", async () => {
  await evergreen(world, "post_old", 90);
  for (const [id, at] of [
    ["post_a", "2026-11-24T08:00:00Z"],
    ["post_b", "2026-11-25T08:00:00Z"],
  ] as const) {
    await appeared(world, id, Date.parse(at), { state: "scheduled", publishedAt: undefined });
  }
  await appeared(world, "post_c", Date.parse("2026-11-26T08:00:00Z"), { state: "scheduled", publishedAt: undefined });
  expect(await world.recycle()).toBe(0);
  const fresh = await evergreenWorld();
  await fresh.posts.create(aPost({ id: "post_unseen" }));
  unwrap(await markEvergreen(fresh.deps, member(), { postId: "post_unseen", minDays: 30, texts: [] }));
  await evergreen(fresh, "post_old", 90);
  fresh.channelItems.set("chan_1", aChannel({ ...fresh.channelItems.get("chan_1"), state: "reconnect" }));
  expect(await fresh.recycle()).toBe(0);
});

it("repeats at most as often as it may, and not what lost its approval or was stopped", async () => {
  await evergreen(world, "post_old", 90, { minDays: 1, maxRepeats: 2 });
  expect(await world.recycle()).toBe(2);
  await evergreen(world, "post_draft", 95);
  const draft = await world.posts.get("ws_1", "post_draft");
  if (draft) await world.posts.save({ ...draft, state: "in-review" });
  await evergreen(world, "post_stopped", 99);
  unwrap(await stopEvergreen(world.deps, member(), { postId: "post_stopped" }));
  expect(await world.recycle()).toBe(0);
});

it("says it in other words in turn, because platforms refuse the same words", async () => {
  await evergreen(world, "post_old", 90, { minDays: 1 });
  const texts = ["Інакше"];
  unwrap(await markEvergreen(world.deps, member(), { postId: "post_old", minDays: 1, texts }));
  await world.recycle();
  expect(waiting(world).map(([, text]) => text)).toEqual(["Інакше", "Допис post_old", "Інакше"]);
});

it("leaves a slot empty whose repeat a person canceled", async () => {
  await evergreen(world, "post_old", 90);
  await world.recycle();
  const [repeat] = world.publications.all().filter(({ state }) => state === "scheduled");
  unwrap(await cancelPublication(world.deps, member(), { publicationId: repeat?.id ?? "" }));
  await evergreen(world, "post_older", 99);
  await world.recycle();
  expect(waiting(world).map(([at]) => at)).not.toContain("2026-11-24");
});

it("plans each repeat once, wherever a run breaks off and however often it is repeated", async () => {
  await evergreen(world, "post_old", 90);
  await evergreen(world, "post_new", 40);
  const before = world.faults.calls.length;
  await world.recycle();
  const steps = world.faults.calls.length;
  expect(steps - before).toBeGreaterThan(15);
  for (let call = before + 1; call <= steps; call += 1) {
    for (const moment of ["before", "after"] as const) {
      const one = await evergreenWorld(faultsAt({ call, moment, kind: "dies" }));
      await evergreen(one, "post_old", 90);
      await evergreen(one, "post_new", 40);
      await expect(one.recycle()).rejects.toThrow();
      one.faults.newWorker();
      await one.recycle();
      expect(waiting(one), `${moment} ${one.faults.calls[call - 1]}`).toEqual(waiting(world));
    }
  }
});

it("is marked only by who may approve, on approved content that is no repeat itself", async () => {
  await world.posts.create(aPost({ id: "post_draft", state: "draft" }));
  const mark = async (postId: string, actor = member()) =>
    code(await markEvergreen(world.deps, actor, { postId, minDays: 30, texts: [] }));
  expect(await mark("post_draft")).toBe("evergreen-not-approved");
  expect(await mark("post_template")).toBe("evergreen-of-repeat");
  expect(await mark("post_9")).toBe("not-found");
  expect(await mark("post_draft", member("author"))).toBe("forbidden");
  expect(world.evergreens.all()).toEqual([]);
});
