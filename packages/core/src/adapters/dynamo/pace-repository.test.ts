import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "#core/kernel/ids.ts";
import type { ChannelPaces } from "#core/publishing/index.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { memoryPaces } from "#tests/support/memory-publications.ts";
import { paceRepository } from "./pace-repository.ts";

let dynamo: TestDynamo;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());

const stores: [string, () => ChannelPaces][] = [
  ["in the table", () => paceRepository(dynamo)],
  ["in memory", memoryPaces],
];

describe.each(stores)("a channel's pace %s", (_name, make) => {
  const idle = () => ({ workspaceId: newId("ws"), channelId: "chan_1", busyUntil: 5, closedUntil: 0, version: 0 });

  it("is begun by one of two who found none, and is then changed on its version", async () => {
    const paces = make();
    const pace = idle();
    const first = await paces.save(pace);
    expect(first).toEqual({ ...pace, version: 1 });
    expect(await paces.save({ ...pace, busyUntil: 9 })).toBeNull();
    expect(await paces.save({ ...pace, version: 1, busyUntil: 9 })).toEqual({ ...pace, version: 2, busyUntil: 9 });
    expect(await paces.get(pace.workspaceId, pace.channelId)).toMatchObject({ busyUntil: 9, version: 2 });
  });

  it("is changed by one of two who say the same, and by the same one again when its answer got lost", async () => {
    const paces = make();
    const pace = idle();
    const mine = { ...pace, writtenBy: "att_mine" };
    expect(await paces.save(mine)).toEqual({ ...mine, version: 1 });
    expect(await paces.save({ ...pace, writtenBy: "att_other" })).toBeNull();
    expect(await paces.save(mine)).toEqual({ ...mine, version: 1 });
  });

  it("is unknown where nothing was published", async () => {
    expect(await make().get(newId("ws"), "chan_1")).toBeNull();
  });
});
