import fc from "fast-check";
import { expect, it } from "vitest";
import { systemActor } from "../kernel/actor.ts";
import { unwrap } from "../kernel/result.ts";
import { dayRange } from "../kernel/time.ts";
import { aMessage, aWorld, type World, workspaceId } from "./fixtures/world.ts";
import { readKpiDay } from "./read-kpis.ts";
import { recount } from "./recount.ts";
import { eventsOfQuietHour } from "./recount-hour.ts";
import { handleRollupMessage } from "./rollup.ts";

const channelId = "chan_1";
const day = "2026-11-22";
const hour = { workspaceId, channelId, day, hour: 9 };
const start = dayRange(day, "Europe/Kyiv").from + 9 * 3_600_000;
const atMinute = (minute: number): number => start + minute * 60_000;

/** Stores messages in a minute and marks it, as intake does. */
async function write(world: World, minute: number, count: number, negative = false): Promise<void> {
  for (let n = 0; n < count; n++) {
    world.store("messages", channelId, aMessage({ id: `${minute}/${n}`, occurredAt: atMinute(minute), negative }));
  }
  await world.dirtyBuckets.mark(workspaceId, channelId, atMinute(minute));
}

/** How many rows each further read of messages gives. */
function watchReads(world: World): number[] {
  const reads: number[] = [];
  const read = world.raw.talk;
  world.raw.talk = async (...range) => {
    const talk = await read(...range);
    reads.push(talk.messages.length);
    return talk;
  };
  return reads;
}

it("counts a quiet hour whole", async () => {
  const world = aWorld();
  await write(world, 3, eventsOfQuietHour);
  await handleRollupMessage(world, hour);
  expect((await world.buckets.slices.ofDay(hour)).get("09")).toMatchObject({
    byMinutes: "no",
    parts: { response: { received: eventsOfQuietHour } },
  });
  expect(await world.buckets.minutes.ofHour(hour)).toEqual(new Map());
});

it("splits an hour in which much happens, and from then on reads the minutes that changed", async () => {
  const world = aWorld();
  for (let minute = 0; minute < 60; minute += 2) await write(world, minute, 3);
  await handleRollupMessage(world, hour);
  expect([...(await world.buckets.minutes.ofHour(hour)).keys()]).toHaveLength(30);
  await write(world, 4, 5, true);
  await write(world, 5, 1);
  const reads = watchReads(world);
  await handleRollupMessage(world, hour);
  expect(reads.toSorted((a, b) => a - b)).toEqual([1, 5]);
  const { parts, byMinutes } = (await world.buckets.slices.ofDay(hour)).get("09") ?? {};
  expect([byMinutes, parts?.response.received, parts?.negative.messages]).toEqual(["yes", 93, 5]);
});

it("finishes a split that a worker began and did not live to finish", async () => {
  const world = aWorld();
  await write(world, 1, 40);
  await write(world, 2, 40);
  const dying = { ...world.buckets.minutes, write: () => Promise.reject(new Error("killed")) };
  await expect(handleRollupMessage({ ...world, buckets: { ...world.buckets, minutes: dying } }, hour)).rejects.toThrow(
    "killed",
  );
  await write(world, 3, 1);
  await handleRollupMessage(world, hour);
  expect((await world.buckets.slices.ofDay(hour)).get("09")).toMatchObject({
    byMinutes: "yes",
    parts: { response: { received: 81 } },
  });
});

it("recounts all minutes of a split hour of which nobody knows what changed", async () => {
  const world = aWorld();
  await write(world, 1, 70);
  await handleRollupMessage(world, hour);
  world.store("messages", channelId, aMessage({ id: "unmarked", occurredAt: atMinute(50) }));
  world.remove("1/0");
  await handleRollupMessage(world, { workspaceId, channelId, day });
  const read = unwrap(await readKpiDay(world, systemActor(workspaceId, "test"), { channelId, day }));
  expect(read.kpis).toEqual((await recount(world, workspaceId, day))?.channels.get(channelId));
});

it("ends with what a recount gives, whoever splits, merges, dies of nothing and comes late meanwhile", async () => {
  const step = fc.oneof(
    fc.record({
      kind: fc.constant("write" as const),
      minute: fc.nat({ max: 4 }),
      count: fc.integer({ min: 1, max: 45 }),
    }),
    fc.record({ kind: fc.constant("remove" as const), minute: fc.nat({ max: 4 }), count: fc.nat({ max: 3 }) }),
    fc.record({ kind: fc.constant("again" as const), minute: fc.constant(0), count: fc.constant(0) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), fc.scheduler(), async (steps, scheduler) => {
      const world = aWorld();
      const { slices, minutes } = world.buckets;
      const slow = <Arguments extends unknown[], Answer>(call: (...all: Arguments) => Promise<Answer>) =>
        scheduler.scheduleFunction(call);
      const contended = {
        ...world,
        raw: { ...world.raw, talk: slow(world.raw.talk) },
        buckets: {
          ...world.buckets,
          slices: { ...slices, read: slow(slices.read), write: slow(slices.write) },
          minutes: { read: slow(minutes.read), write: slow(minutes.write), ofHour: slow(minutes.ofHour) },
        },
      };
      const running: Promise<void>[] = [];
      const work = () => running.push(handleRollupMessage(contended, hour));
      const moves = steps.map(({ kind, minute, count }) => async () => {
        if (kind === "again") work();
        if (kind === "write") await write(world, minute, count, count % 2 === 0);
        if (kind === "remove") {
          world.remove(`${minute}/${count}`);
          await world.dirtyBuckets.mark(workspaceId, channelId, atMinute(minute));
        }
        for (const _ of world.queued.splice(0)) work();
      });
      await scheduler.waitFor(scheduler.scheduleSequence(moves).task);
      await scheduler.waitFor(Promise.all(running));
      const read = unwrap(await readKpiDay(world, systemActor(workspaceId, "test"), { channelId, day }));
      expect(read.kpis).toEqual((await recount(world, workspaceId, day))?.channels.get(channelId));
    }),
    { numRuns: 150 },
  );
});
