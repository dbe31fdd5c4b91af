import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Import } from "#core/exchange/index.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { importRepository } from "./import-repository.ts";

let dynamo: TestDynamo;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());

const item = (change: Partial<Import> = {}): Import => ({
  id: "imp_1",
  workspaceId: "ws_1",
  state: "checked",
  fileName: "план.csv",
  bytes: 1000,
  sha256: "0".repeat(64),
  timeZone: "Europe/Kyiv",
  memberId: "mem_1",
  check: { rows: 10, bad: 1, scheduled: 4, ignoredColumns: ["Ціль"], encoding: "utf-8" },
  run: { badRows: "skip", next: 3, imported: 2, scheduled: 1, failed: 1, startedAt: 5 },
  failure: { code: "import-too-many-rows", params: { allowed: 10_000 } },
  createdAt: 1_000,
  version: 1,
  ...change,
});

describe("imports in the table", () => {
  it("are stored once and come back whole", async () => {
    const imports = importRepository(dynamo);
    expect(await imports.create(item())).toBe(true);
    expect(await imports.create(item({ fileName: "other.csv" }))).toBe(false);
    expect(await imports.get("ws_1", "imp_1")).toEqual(item());
    expect(await imports.get("ws_2", "imp_1")).toBeNull();
  });

  it("are written only on the version that was read", async () => {
    const imports = importRepository(dynamo);
    await imports.create(item({ id: "imp_2" }));
    const saved = await imports.save(item({ id: "imp_2", state: "importing" }));
    expect(saved).toMatchObject({ state: "importing", version: 2 });
    expect(await imports.save(item({ id: "imp_2", state: "failed" }))).toBeNull();
    expect(await imports.get("ws_1", "imp_2")).toEqual(saved);
  });

  it("are listed by workspace, the newest first, as many as asked for", async () => {
    const imports = importRepository(dynamo);
    for (const createdAt of [20, 40, 30]) {
      await imports.create(item({ id: `imp_at_${createdAt}`, workspaceId: "ws_3", createdAt }));
    }
    expect((await imports.list("ws_3", 2)).map(({ id }) => id)).toEqual(["imp_at_40", "imp_at_30"]);
  });
});
