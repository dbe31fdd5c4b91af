import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Source } from "#core/sources/index.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { sourceRepository } from "./source-repository.ts";

let dynamo: TestDynamo;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());

const source = (change: Partial<Source> = {}): Source => ({
  ...{ id: "src_1", workspaceId: "ws_1", kind: "feed", address: "https://news.example/feed", channelIds: ["chan_1"] },
  ...{ topic: "Новини", labels: ["блог"], template: "{title}", paused: false, title: "Кав’ярня", memberId: "mem_1" },
  ...{ nextReadAt: 2_000, lastReadAt: 1_000, etag: '"1"', lastModified: "Tue", seen: ["a", "b"], made: 2, failures: 1 },
  ...{ failure: { code: "web-answer-status", params: { status: 500 } }, createdAt: 500, version: 1 },
  ...change,
});

describe("sources in the table", () => {
  it("are stored once, come back whole, change on their version only, and are gone when removed", async () => {
    const sources = sourceRepository(dynamo);
    expect(await sources.create(source())).toBe(true);
    expect(await sources.create(source({ address: "https://other.example" }))).toBe(false);
    expect(await sources.get("ws_1", "src_1")).toEqual(source());
    expect(await sources.get("ws_2", "src_1")).toBeNull();
    const saved = await sources.save(source({ made: 3 }));
    expect(saved).toMatchObject({ made: 3, version: 2 });
    expect(await sources.save(source({ made: 9 }))).toBeNull();
    expect(await sources.list("ws_1")).toEqual([saved]);
    await sources.remove("ws_1", "src_1");
    expect(await sources.list("ws_1")).toEqual([]);
  });

  it("are due, of all workspaces, when their time has come and they are not paused", async () => {
    const sources = sourceRepository(dynamo);
    await sources.create(source({ id: "src_now", workspaceId: "ws_3", nextReadAt: 5_000 }));
    await sources.create(source({ id: "src_late", workspaceId: "ws_4", nextReadAt: 10 }));
    await sources.create(source({ id: "src_soon", workspaceId: "ws_3", nextReadAt: 5_001 }));
    const { nextReadAt: _nextReadAt, ...paused } = source({ id: "src_paused", workspaceId: "ws_3", paused: true });
    await sources.create(paused);
    expect((await sources.due(5_000)).map(({ id }) => id)).toEqual(["src_late", "src_now"]);
    const [late] = await sources.due(10);
    const { nextReadAt: _gone, ...rest } = late ?? source();
    await sources.save({ ...rest, paused: true });
    expect((await sources.due(5_000)).map(({ id }) => id)).toEqual(["src_now"]);
  });
});
