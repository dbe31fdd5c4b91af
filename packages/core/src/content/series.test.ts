import { beforeEach, expect, it } from "vitest";
import { type Result, unwrap } from "#core/kernel/result.ts";
import { planningWorld } from "#tests/support/planning-world.ts";
import { aPost, member } from "#tests/support/publishing-world.ts";
import { changeSeries, type SeriesChange } from "./change-series.ts";
import { createSeries } from "./create-series.ts";
import { editPost } from "./edit-post.ts";
import { approvePost } from "./review-post.ts";
import { splitSeries } from "./split-series.ts";

let world: Awaited<ReturnType<typeof planningWorld>>;
beforeEach(async () => {
  world = await planningWorld();
  await world.posts.create(aPost());
});

const code = <T>(result: Result<T, { code: string }>) => (result.ok ? "ok" : result.error.code);
const daily = { postId: "post_1", rule: "FREQ=DAILY", start: "2026-11-24T10:00" };
const template = async () => world.posts.get("ws_1", "post_1");
const stored = async (id = "ser_1") => {
  const found = await world.series.get("ws_1", id);
  if (!found) throw new Error(`There is no series ${id}`);
  return found;
};
const change = async (what: SeriesChange, actor = member()) =>
  changeSeries(world.deps, actor, { seriesId: "ser_1", version: (await stored()).revision, change: what });

it("begins in the workspace's zone, once however often it is asked for", async () => {
  const made = unwrap(await createSeries(world.deps, member(), daily));
  const again = unwrap(await createSeries(world.deps, member(), daily));
  expect(again.id).toBe(made.id);
  expect(made).toMatchObject({ timeZone: "Europe/Kyiv", state: "active", nextPlanAt: world.clock.nowMs() });
  expect(await template()).toMatchObject({ state: "approved", origin: { kind: "template", seriesId: made.id } });
  expect(world.events.map(({ type }) => type)).toEqual(["series.changed", "series.changed"]);
});

it.each([
  ["forbidden", member("viewer"), daily],
  ["not-found", member(), { ...daily, postId: "post_9" }],
  ["rule-too-often", member(), { ...daily, rule: "FREQ=HOURLY" }],
  ["rule-never", member(), { ...daily, rule: "FREQ=DAILY;UNTIL=20200101" }],
  ["post-repeats-already", member(), { ...daily, postId: "post_template" }],
])("is refused with %s and changes nothing", async (expected, actor, input) => {
  expect(code(await createSeries(world.deps, actor, input))).toBe(expected);
  expect(world.series.all()).toHaveLength(1);
  expect(await template()).toMatchObject({ version: 1 });
});

it("does not begin with content that its channels refuse, nor without a channel", async () => {
  await world.posts.create(aPost({ id: "post_long", base: { text: "x".repeat(501), mediaIds: [] } }));
  await world.posts.create(aPost({ id: "post_nowhere", channelIds: [] }));
  const begin = async (postId: string) => code(await createSeries(world.deps, member(), { ...daily, postId }));
  expect([await begin("post_long"), await begin("post_nowhere")]).toEqual([
    "post-breaks-rules",
    "post-has-no-channels",
  ]);
  expect(world.series.all()).toHaveLength(1);
});

it("does not begin a second, different series of one post", async () => {
  unwrap(await createSeries(world.deps, member(), daily));
  const other = { ...daily, rule: "FREQ=WEEKLY" };
  expect(code(await createSeries(world.deps, member(), other))).toBe("post-repeats-already");
});

it("needs approval again when an author repeats what was approved once", async () => {
  unwrap(await createSeries(world.deps, member("author"), daily));
  expect((await template())?.state).toBe("in-review");
  expect(world.events.map(({ type }) => type)).toContain("post.submitted");
});

it("wakes the planner when its template is approved, or edited by one who may approve", async () => {
  await world.posts.create(
    aPost({ id: "post_2", state: "in-review", origin: { kind: "template", seriesId: "ser_2" } }),
  );
  const approved = unwrap(await approvePost(world.deps, member(), { postId: "post_2", version: 1 }));
  const edit = (version: number) => ({ postId: "post_2", version, base: { text: "Інше", mediaIds: [] } });
  const edited = unwrap(await editPost(world.deps, member(), edit(approved.version)));
  unwrap(await editPost(world.deps, member("author"), edit(edited.version)));
  expect(world.events.map(({ type }) => type)).toEqual([
    "post.approved",
    "series.changed",
    "series.changed",
    "post.submitted",
  ]);
});

it("pauses, goes on, skips a date and takes it back, ends for good", async () => {
  expect(unwrap(await change({ kind: "pause" })).state).toBe("paused");
  expect(unwrap(await change({ kind: "resume" })).state).toBe("active");
  const at = "2026-11-26T10:00";
  expect(unwrap(await change({ kind: "skip", at })).skips).toEqual([at]);
  expect(unwrap(await change({ kind: "unskip", at })).skips).toEqual([]);
  expect(code(await change({ kind: "skip", at: "2026-11-26T11:00" }))).toBe("series-has-no-date");
  expect(code(await change({ kind: "rule", rule: "FREQ=MINUTELY", start: at }))).toBe("rule-too-often");
  expect(code(await change({ kind: "pause" }, member("author")))).toBe("forbidden");
  expect(unwrap(await change({ kind: "end" })).state).toBe("ended");
  expect(code(await change({ kind: "resume" }))).toBe("series-is-over");
});

it("is changed by one of two people who saw the same version", async () => {
  const input = { seriesId: "ser_1", version: 1, change: { kind: "pause" as const } };
  const both = [await changeSeries(world.deps, member(), input), await changeSeries(world.deps, member(), input)];
  expect(both.map(code)).toEqual(["ok", "changed-meanwhile"]);
});

it("takes a person's change although the planner has written since they looked", async () => {
  await world.plan();
  expect((await stored()).version).toBeGreaterThan(1);
  const input = { seriesId: "ser_1", version: 1, change: { kind: "pause" as const } };
  expect(unwrap(await changeSeries(world.deps, member(), input))).toMatchObject({ state: "paused", revision: 2 });
});

it("lets another series follow from a date on, without a date lost or doubled", async () => {
  await world.plan();
  const before = world.calendar();
  const from = "2026-12-01T10:00";
  const input = { seriesId: "ser_1", version: (await stored()).revision, from };
  const following = unwrap(await splitSeries(world.deps, member(), input));
  expect(unwrap(await splitSeries(world.deps, member(), input)).id).toBe(following.id);
  await world.plan();
  await world.plan(following.id);
  expect(world.calendar()).toEqual(before);
  expect(world.series.all()).toHaveLength(2);
  expect((await stored()).endsBefore).toBe(from);
  expect(await world.posts.get("ws_1", following.postId)).toMatchObject({
    state: "approved",
    origin: { kind: "template", seriesId: following.id },
  });
});

it("splits only at one of its dates", async () => {
  const input = { seriesId: "ser_1", version: 1, from: "2026-12-01T11:00" };
  expect(code(await splitSeries(world.deps, member(), input))).toBe("series-has-no-date");
  expect((await stored()).endsBefore).toBeUndefined();
});
