import type { Entity } from "electrodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { intakeRig } from "#tests/support/inbox.ts";
import { messageSchema, type Outgoing, outgoingSchema, threadSchema } from "../../inbox/index.ts";
import { fakeClock } from "../../kernel/clock.ts";
import { leadSchema } from "../../leads/index.ts";
import { reviewSchema } from "../../reviews/index.ts";
import { messageEntity, outgoingEntity, threadEntity } from "./entities/inbox.ts";
import { leadEntity } from "./entities/leads.ts";
import { reviewEntity } from "./entities/reviews.ts";

let dynamo: TestDynamo;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());

// An attribute that the entity does not name would be left out of a write without a word.
it.each([
  ["message", messageEntity, messageSchema],
  ["thread", threadEntity, threadSchema],
  ["outgoing", outgoingEntity, outgoingSchema],
  ["review", reviewEntity, reviewSchema],
  ["lead", leadEntity, leadSchema],
] as const)("keeps every field of a %s", (_name, entity, schema) => {
  const { attributes } = (entity(dynamo) as unknown as Entity<string, string, string, never>).schema;
  expect(Object.keys(attributes)).toEqual(expect.arrayContaining(Object.keys(schema.entries)));
});

describe("what waits", () => {
  const outgoing = (id: string, wakeAt: number | undefined): Outgoing => ({
    workspaceId: "ws_wake",
    threadId: "thr_1",
    id,
    channelId: "chan_1",
    platform: "testbook",
    kind: "reply",
    target: { kind: "comment", remoteId: "c1" },
    text: "hi",
    state: "queued",
    by: "mem_1",
    requestedAt: 0,
    attempts: 0,
    looks: 0,
    notBefore: 0,
    wakeAt,
    version: 1,
  });

  it("is found however old, until nobody needs to look any more", async () => {
    const { outgoings } = intakeRig(dynamo, "ws_wake", fakeClock("2026-11-20T10:00:00Z"));
    for (let i = 0; i < 20; i++) await outgoings.create(outgoing(`act_${i}`, 1000 + i));
    await outgoings.create(outgoing("act_later", 5000));
    await outgoings.create(outgoing("act_final", undefined));
    const ids = async (now: number) => (await outgoings.listDue(now, 100)).map(({ id }) => id).sort();
    expect(await ids(1019)).toHaveLength(20);
    expect(await ids(999)).toEqual([]);
    await outgoings.save({ ...outgoing("act_0", undefined), state: "done", version: 2 });
    expect(await ids(1_795_000_000_000)).toHaveLength(20);
    expect(await ids(1_795_000_000_000)).not.toContain("act_0");
  });

  it("is changed by the one whose version is next, and by nobody else", async () => {
    const { outgoings } = intakeRig(dynamo, "ws_wake", fakeClock("2026-11-20T10:00:00Z"));
    const stored = outgoing("act_fence", 1000);
    expect(await outgoings.create(stored)).toBe(true);
    expect(await outgoings.create(stored)).toBe(false);
    const results = await Promise.all([1, 2, 3].map(() => outgoings.save({ ...stored, version: 2 })));
    expect(results.filter(Boolean)).toHaveLength(1);
    expect(await outgoings.save({ ...stored, version: 2 })).toBe(false);
  });
});
