import fc from "fast-check";
import { expect, it } from "vitest";
import { systemActor } from "../kernel/actor.ts";
import { unwrap } from "../kernel/result.ts";
import { dayRange } from "../kernel/time.ts";
import { aLead, aMessage, aWorld, workspaceId } from "./fixtures/world.ts";
import { noChannel, wholeWorkspace } from "./model.ts";
import { readKpiDay } from "./read-kpis.ts";
import { recount } from "./recount.ts";
import { handleRollupMessage } from "./rollup.ts";

it("sends one message for an hour that waits, and another once it was recounted", async () => {
  const world = aWorld();
  const at = Date.parse("2026-11-22T10:15:00Z");
  await world.dirtyBuckets.mark(workspaceId, "chan_1", at);
  await world.dirtyBuckets.mark(workspaceId, "chan_1", at + 60_000);
  expect(world.queued).toEqual([{ workspaceId, channelId: "chan_1", day: "2026-11-22", hour: 12 }]);
  await handleRollupMessage(world, { workspaceId, channelId: "chan_1", day: "2026-11-22", hour: 12 });
  await world.dirtyBuckets.mark(workspaceId, "chan_1", at);
  expect(world.queued).toHaveLength(2);
});

it("sends again for an hour whose message must have been lost", async () => {
  const world = aWorld();
  const at = Date.parse("2026-11-22T10:15:00Z");
  await world.dirtyBuckets.mark(workspaceId, "chan_1", at);
  world.clock.advance(16 * 60_000);
  await world.dirtyBuckets.mark(workspaceId, "chan_1", at);
  expect(world.queued).toHaveLength(2);
});

it("lets the next mark send when the message could not be sent", async () => {
  const world = aWorld();
  const sendAsUsual = world.rollupQueue.send;
  world.rollupQueue.send = async () => {
    throw new Error("the queue is away");
  };
  await expect(world.dirtyBuckets.mark(workspaceId, "chan_1", 0)).rejects.toThrow("the queue is away");
  world.rollupQueue.send = sendAsUsual;
  await world.dirtyBuckets.mark(workspaceId, "chan_1", 0);
  expect(world.queued).toHaveLength(1);
});

it("counts every event once, whatever the order, repetition and lateness of events and messages", async () => {
  const day = "2026-10-25";
  const { from, to } = dayRange(day, "Europe/Kyiv");
  const slot = fc.nat({ max: 40 });
  const timeOf = (n: number) => from + Math.floor(((to - from) * n) / 41);
  const event = fc.oneof(
    fc.tuple(slot, fc.boolean(), fc.option(fc.nat({ max: 9_000_000 }))).map(([n, negative, firstResponseMs]) => ({
      kind: "messages" as const,
      channelId: "chan_1",
      row: aMessage({ id: `msg_${n}`, occurredAt: timeOf(n), negative, firstResponseMs }),
      at: timeOf(n),
    })),
    fc.tuple(slot, fc.boolean()).map(([n, won]) => ({
      kind: "leads" as const,
      channelId: noChannel,
      row: aLead({ id: `lead_${n}`, createdAt: timeOf(n), won }),
      at: timeOf(n),
    })),
  );
  const steps = fc.array(fc.tuple(event, fc.nat({ max: 3 }), fc.nat()), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const world = aWorld();
      for (const [{ kind, channelId, row, at }, delivered, pick] of all) {
        if (kind === "messages") world.store(kind, channelId, row);
        else world.store(kind, channelId, row);
        await world.dirtyBuckets.mark(workspaceId, channelId, at);
        for (let n = 0; n < delivered && world.queued.length > 0; n++) {
          const [message] = world.queued.splice(pick % world.queued.length, n === 1 ? 0 : 1);
          if (message) await handleRollupMessage(world, message);
        }
      }
      for (const message of world.queued) await handleRollupMessage(world, message);
      const read = unwrap(
        await readKpiDay(world, systemActor(workspaceId, "test"), { channelId: wholeWorkspace, day }),
      );
      expect(read.kpis).toEqual((await recount(world, workspaceId, day))?.workspace);
    }),
    { numRuns: 40 },
  );
});
