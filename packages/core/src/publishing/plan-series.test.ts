import { expect, it } from "vitest";
import { unwrap } from "#core/kernel/result.ts";
import { faultsAt } from "#tests/support/faults.ts";
import { planningWorld } from "#tests/support/planning-world.ts";
import { member } from "#tests/support/publishing-world.ts";
import { cancelPost, cancelPublication } from "./cancel-publication.ts";
import { publicationIdOf } from "./model.ts";
import { occurrenceIdOf } from "./plan-series.ts";
import { reschedulePublication } from "./reschedule-publication.ts";
import { revisePost } from "./revise-post.ts";

const first = "2026-11-24T10:00";
const second = "2026-11-25T10:00";
const publicationAt = (at: string) => publicationIdOf(occurrenceIdOf("ser_1", at), "chan_1");

type World = Awaited<ReturnType<typeof planningWorld>>;
/** Changes the stored series as its verbs do. */
async function change(world: World, fields: Parameters<typeof planningWorld>[0]) {
  const found = await world.series.get("ws_1", "ser_1");
  if (found) await world.series.save({ ...found, ...fields });
}
async function rewrite(world: World, text: string, state: "approved" | "in-review" = "approved") {
  const template = await world.posts.get("ws_1", "post_template");
  if (!template) throw new Error("The template is gone");
  const base = { text, mediaIds: [] };
  await world.posts.save({ ...template, base, state, revision: template.revision + 1 });
}

it("puts four weeks of dates on the calendar, each a post of its own", async () => {
  const world = await planningWorld();
  await world.plan();
  const calendar = world.calendar();
  expect([calendar.length, calendar[0], calendar.at(-1)]).toEqual([27, "2026-11-24T08:00", "2026-12-20T08:00"]);
  expect(new Set(world.publications.all().map(({ postId }) => postId)).size).toBe(27);
  const { origin } = await world.publication(publicationAt(first));
  expect(origin).toEqual({ kind: "series", seriesId: "ser_1" });
});

it("goes on as time passes and publishes each date once", async () => {
  const world = await planningWorld({ rule: "FREQ=WEEKLY;COUNT=7" });
  const start = Date.parse("2026-11-24T07:58:05Z");
  for (let week = 0; week < 8; week += 1) {
    await world.planDue();
    await world.planDue();
    world.clock.set(start + week * 7 * 86_400_000);
    await world.settle(180_000);
  }
  expect(world.platform.posts).toHaveLength(7);
  expect(world.platform.visibleCalls).toBe(7);
  expect((await world.series.get("ws_1", "ser_1"))?.nextPlanAt).toBeUndefined();
});

it("makes each date once, wherever a run breaks off and however often it is repeated", async () => {
  const whole = await planningWorld({ rule: "FREQ=WEEKLY;COUNT=3" });
  await whole.plan();
  const steps = whole.faults.calls.length;
  expect(steps).toBeGreaterThan(20);
  for (let call = 1; call <= steps; call += 1) {
    for (const moment of ["before", "after"] as const) {
      const world = await planningWorld({ rule: "FREQ=WEEKLY;COUNT=3" }, faultsAt({ call, moment, kind: "dies" }));
      await expect(world.plan()).rejects.toThrow();
      world.faults.newWorker();
      await world.plan();
      expect(world.calendar(), `${moment} ${call}`).toEqual(whole.calendar());
      expect(world.posts.all()).toHaveLength(4);
    }
  }
});

it("reaches dates not yet claimed by an edit of the template, and leaves what a person edited alone", async () => {
  const world = await planningWorld();
  await world.plan();
  const own = await world.posts.get("ws_1", occurrenceIdOf("ser_1", second));
  const edit = { postId: own?.id ?? "", version: own?.version ?? 0, base: { text: "Лише цього дня", mediaIds: [] } };
  unwrap(await revisePost(world.deps, member(), edit));
  await rewrite(world, "Зимове меню");
  await world.plan();
  const text = async (at: string) => (await world.publication(publicationAt(at))).content.text;
  expect([await text(first), await text(second)]).toEqual(["Зимове меню", "Лише цього дня"]);
});

it("keeps approved words while the template waits for approval, and makes no date from it", async () => {
  const world = await planningWorld();
  await world.plan();
  await rewrite(world, "Непогоджене", "in-review");
  world.clock.advance(2 * 86_400_000);
  await world.plan();
  expect(world.publications.all().filter(({ content }) => content.text === "Непогоджене")).toEqual([]);
  expect(world.publications.all()).toHaveLength(27);
});

it("takes its dates off the calendar when it rests, and puts them back; a person's cancel stays", async () => {
  const world = await planningWorld();
  await world.plan();
  unwrap(await cancelPublication(world.deps, member(), { publicationId: publicationAt(second) }));
  await change(world, { state: "paused" });
  await world.plan();
  expect(world.calendar()).toEqual([]);
  await change(world, { state: "active" });
  await world.plan();
  expect(world.calendar()).toHaveLength(26);
  expect((await world.publication(publicationAt(second))).state).toBe("canceled");
  expect((await world.publication(publicationAt(first))).state).toBe("scheduled");
});

it("puts back on a channel only what it took off itself, and no post that a person gave up", async () => {
  const world = await planningWorld({ rule: "FREQ=WEEKLY;COUNT=2" });
  const template = await world.posts.get("ws_1", "post_template");
  if (template) await world.posts.save({ ...template, channelIds: ["chan_1", "chan_2"], revision: 2 });
  await world.plan();
  unwrap(await cancelPublication(world.deps, member(), { publicationId: publicationAt(first) }));
  const next = await world.posts.get("ws_1", occurrenceIdOf("ser_1", "2026-12-01T10:00"));
  unwrap(await cancelPost(world.deps, member(), { postId: next?.id ?? "", version: next?.version ?? 0 }));
  await change(world, { state: "paused" });
  await world.plan();
  expect(world.calendar()).toEqual([]);
  await change(world, { state: "active" });
  await world.plan();
  const waiting = world.publications.all().filter(({ state }) => state === "scheduled");
  expect(waiting.map(({ postId, channelId }) => [postId, channelId])).toEqual([
    [occurrenceIdOf("ser_1", first), "chan_2"],
  ]);
});

it("leaves out a skipped date, and follows a new rule", async () => {
  const world = await planningWorld();
  await world.plan();
  await change(world, { skips: [first] });
  await world.plan();
  expect(world.calendar()[0]).toBe("2026-11-25T08:00");
  await change(world, { rule: "FREQ=WEEKLY;BYDAY=FR;BYHOUR=18", skips: [] });
  await world.plan();
  expect(world.calendar()).toEqual(["2026-11-27T16:00", "2026-12-04T16:00", "2026-12-11T16:00", "2026-12-18T16:00"]);
});

it("does not move back a date that a person moved", async () => {
  const world = await planningWorld();
  await world.plan();
  const moved = { publicationId: publicationAt(first), when: { at: "2026-11-24T17:30" } };
  unwrap(await reschedulePublication(world.deps, member(), moved));
  await world.plan();
  expect(world.calendar()[0]).toBe("2026-11-24T15:30");
});

it("follows the template to another channel and away from one", async () => {
  const world = await planningWorld({ rule: "FREQ=WEEKLY;COUNT=1" });
  await world.plan();
  const template = await world.posts.get("ws_1", "post_template");
  if (template) await world.posts.save({ ...template, channelIds: ["chan_2"], revision: 2 });
  await world.plan();
  const states = world.publications.all().map(({ channelId, state }) => [channelId, state]);
  expect(states).toEqual([
    ["chan_1", "canceled"],
    ["chan_2", "scheduled"],
  ]);
});

it("says what keeps a series from its dates, and goes on when it is mended", async () => {
  const world = await planningWorld();
  await rewrite(world, "x".repeat(501));
  await world.plan();
  expect(world.calendar()).toEqual([]);
  expect((await world.series.get("ws_1", "ser_1"))?.problem).toMatchObject({ params: { actual: 501, allowed: 500 } });
  await rewrite(world, "Коротше");
  await world.plan();
  expect(world.calendar()).toHaveLength(27);
  expect((await world.series.get("ws_1", "ser_1"))?.problem).toBeUndefined();
});
