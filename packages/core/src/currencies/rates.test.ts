import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { exchangeRateRepository } from "../adapters/dynamo/exchange-rate-repository.ts";
import { aWorkspace } from "../insights/fixtures/world.ts";
import type { MemberActor } from "../kernel/actor.ts";
import { fakeClock } from "../kernel/clock.ts";
import { type Result, unwrap } from "../kernel/result.ts";
import { type KeepRate, keepRate, readRates, removeRate } from "./index.ts";

let dynamo: TestDynamo;
let actor: MemberActor;
let workspaces = 0;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  actor = { type: "member", workspaceId: `ws_fx${workspaces++}`, memberId: "mem_1", role: "manager", language: "uk" };
});

const deps = () => ({
  exchangeRates: exchangeRateRepository(dynamo),
  workspaces: { get: async (id: string) => ({ ...aWorkspace(), id, currency: "UAH", timeZone: "Europe/Kyiv" }) },
  clock: fakeClock("2026-11-26T10:00:00Z"),
});
const keep = (change: Partial<KeepRate> = {}, by = actor) =>
  keepRate(deps(), by, { month: "2026-11", from: "USD", rate: "41.25", version: 0, ...change });
const code = (result: Result<unknown, { code: string }>) => (result.ok ? "ok" : result.error.code);
const rates = async (from = "2026-01", to = "2026-12") =>
  unwrap(await readRates(deps(), actor, { from, to })).rates.map((one) => [one.month, one.from, one.rate, one.version]);

it("keeps one rate a month and currency; other months keep theirs when it changes", async () => {
  unwrap(await keep({ month: "2026-10", rate: "41.1", note: "НБУ" }));
  unwrap(await keep());
  unwrap(await keep({ rate: "42", version: 1 }));
  unwrap(await keep({ from: "EUR", rate: "48.3" }));
  expect(await rates()).toEqual([
    ["2026-10", "USD", "41.1", 1],
    ["2026-11", "EUR", "48.3", 1],
    ["2026-11", "USD", "42", 2],
  ]);
  expect(await rates("2026-10", "2026-10")).toHaveLength(1);
});

it("does not overwrite what somebody else has written, and says the same twice without a change", async () => {
  const both = await Promise.all([keep({ rate: "41" }), keep({ rate: "42" })]);
  expect(both.map(code).sort()).toEqual(["ok", "rate-changed"]);
  const [[, , kept = ""] = []] = await rates();
  expect(code(await keep({ rate: String(kept) }))).toBe("ok");
  expect(code(await keep({ rate: "43" }))).toBe("rate-changed");
  expect(code(await removeRate(deps(), actor, { month: "2026-11", from: "USD", version: 7 }))).toBe("rate-changed");
  expect((await rates()).map(([, , , version]) => version)).toEqual([1]);
  expect(code(await removeRate(deps(), actor, { month: "2026-11", from: "USD", version: 1 }))).toBe("ok");
  expect(await rates()).toEqual([]);
});

it.each([
  ["a month that has not begun", { month: "2026-12" }, "rate-month-too-far"],
  ["a month over ten years ago", { month: "2016-10" }, "rate-month-too-far"],
  ["the workspace's own currency", { from: "UAH" }, "rate-to-itself"],
])("refuses %s", async (_, change, refusal) => {
  expect(code(await keep(change))).toBe(refusal);
  expect(await rates()).toEqual([]);
});

it("is for owners and managers, and in no other workspace", async () => {
  expect(code(await keep({}, { ...actor, role: "author" }))).toBe("forbidden");
  unwrap(await keep());
  expect(
    code(await removeRate(deps(), { ...actor, role: "viewer" }, { month: "2026-11", from: "USD", version: 1 })),
  ).toBe("forbidden");
  const stranger = { ...actor, workspaceId: "ws_other" };
  expect(unwrap(await readRates(deps(), stranger, { from: "2026-01", to: "2026-12" })).rates).toEqual([]);
});
