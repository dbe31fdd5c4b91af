import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { adAccountRepository, adDayRepository } from "../../adapters/dynamo/ad-repository.ts";
import { budgetRepository } from "../../adapters/dynamo/budget-repository.ts";
import { exchangeRateRepository } from "../../adapters/dynamo/exchange-rate-repository.ts";
import { keepRate } from "../../currencies/index.ts";
import type { Actor } from "../../kernel/actor.ts";
import { fakeClock } from "../../kernel/clock.ts";
import { type Result, unwrap } from "../../kernel/result.ts";
import { addDays } from "../../kernel/time.ts";
import {
  addBudgetLine,
  copyBudgetMonth,
  daysOfMonth,
  editBudgetLine,
  type NewBudgetLine,
  partOfMonth,
  readBudget,
  removeBudgetLine,
} from "./index.ts";

let dynamo: TestDynamo;
let actor: Actor;
let workspaces = 0;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  actor = { type: "member", workspaceId: `ws_${workspaces++}`, memberId: "mem_1", role: "manager", language: "uk" };
});

const deps = () => ({
  budgetLines: budgetRepository(dynamo),
  adDays: adDayRepository(dynamo),
  adAccounts: adAccountRepository(dynamo),
  exchangeRates: exchangeRateRepository(dynamo),
  workspaces: {
    get: async (id: string) => ({
      id,
      name: "Листок",
      timeZone: "Europe/Kyiv",
      language: "uk" as const,
      currency: "UAH",
      createdAt: 0,
      version: 1,
    }),
  },
  clock: fakeClock("2026-11-26T10:00:00Z"),
});
const add = (line: Partial<NewBudgetLine> = {}) =>
  addBudgetLine(deps(), actor, {
    month: "2026-11",
    kind: "content",
    name: "Фотограф",
    planned: 500_000,
    spent: null,
    ...line,
  });
const november = async () => unwrap(await readBudget(deps(), actor, { from: "2026-11", to: "2026-11" })).months[0];
const code = (result: Result<unknown, { code: string }>) => (result.ok ? "ok" : result.error.code);

describe("a month of a budget", () => {
  it("adds a name once to a kind, also when it is added twice at once", async () => {
    const both = await Promise.all([add(), add({ name: "фотограф" })]);
    expect(both.map(code).sort()).toEqual(["budget-line-exists", "ok"]);
    expect(code(await add({ kind: "tools" }))).toBe("ok");
    expect((await november())?.lines).toHaveLength(2);
  });

  it("takes an old name again after a line was renamed, and no name twice", async () => {
    const line = unwrap(await add());
    const place = { month: line.month, lineId: line.id, version: line.version };
    unwrap(await editBudgetLine(deps(), actor, { ...place, name: "Відеограф", spent: 420_000 }));
    expect(code(await add())).toBe("ok");
    expect(code(await add({ name: "Відеограф" }))).toBe("budget-line-exists");
    expect(code(await editBudgetLine(deps(), actor, { ...place, planned: 1 }))).toBe("changed-meanwhile");
    expect((await november())?.kinds.find(({ kind }) => kind === "content")).toEqual({
      kind: "content",
      planned: 1_000_000,
      spent: 420_000,
    });
  });

  it("takes what ads cost from the measured figures, and adds what is written by hand", async () => {
    unwrap(await add({ kind: "ads", name: "Пошук Google", planned: 300_000, spent: 50_000 }));
    const row = { campaignId: "1", name: "Осінь", impressions: 1, clicks: 1, leads: 0 };
    const of = { accountId: "act_1", currency: "UAH", measuredAt: 1 };
    const days = deps().adDays;
    await days.put(actor.workspaceId, { ...of, day: "2026-11-30", campaigns: [{ ...row, spend: 12_34 }] });
    await days.put(actor.workspaceId, { ...of, day: "2026-12-01", campaigns: [{ ...row, spend: 99_99 }] });
    await days.put(actor.workspaceId, {
      ...of,
      accountId: "act_2",
      currency: "USD",
      day: "2026-11-02",
      campaigns: [{ ...row, spend: 700 }],
    });
    expect(await november()).toMatchObject({
      planned: 300_000,
      spent: 51_234,
      measuredAds: [
        { currency: "UAH", minorUnits: 1_234 },
        { currency: "USD", minorUnits: 700 },
      ],
      otherCurrencies: ["USD"],
      rates: [],
    });
    unwrap(await keepRate(deps(), actor, { month: "2026-11", from: "USD", rate: "41.255", version: 0 }));
    expect(await november()).toMatchObject({
      // 7 dollars are 288.785 hryvnias.
      spent: 51_234 + 288_79,
      otherCurrencies: [],
      rates: [{ month: "2026-11", from: "USD", to: "UAH", rate: "41.255" }],
    });
  });

  it("says that nothing is known of ads where no account was chosen", async () => {
    expect(unwrap(await readBudget(deps(), actor, { from: "2026-11", to: "2026-11" })).adsMeasured).toBe(false);
  });

  it("takes over the plan of the month before once, without what was spent", async () => {
    unwrap(await add({ month: "2026-10", name: "Canva", kind: "tools", planned: 60_000, spent: 61_000 }));
    unwrap(await add({ month: "2026-10" }));
    unwrap(await add({ planned: 1 }));
    expect(unwrap(await copyBudgetMonth(deps(), actor, { month: "2026-11" }))).toBe(1);
    expect(unwrap(await copyBudgetMonth(deps(), actor, { month: "2026-11" }))).toBe(0);
    const lines = (await november())?.lines.map(({ name, planned, spent }) => ({ name, planned, spent }));
    expect(lines).toHaveLength(2);
    expect(lines).toContainEqual({ name: "Canva", planned: 60_000, spent: null });
    expect(lines).toContainEqual({ name: "Фотограф", planned: 1, spent: null });
  });

  it("removes a line on the version that was seen; again it is not there", async () => {
    const { month, id: lineId, version } = unwrap(await add());
    expect(code(await removeBudgetLine(deps(), actor, { month, lineId, version: version + 1 }))).toBe(
      "changed-meanwhile",
    );
    expect(code(await removeBudgetLine(deps(), actor, { month, lineId, version }))).toBe("ok");
    expect(code(await removeBudgetLine(deps(), actor, { month, lineId, version }))).toBe("not-found");
    expect((await november())?.lines).toEqual([]);
  });

  it("is changed by managers and read by everybody of the workspace", async () => {
    unwrap(await add());
    actor = { ...actor, role: "viewer" } as Actor;
    expect(code(await add({ name: "Інше" }))).toBe("forbidden");
    expect(code(await copyBudgetMonth(deps(), actor, { month: "2026-11" }))).toBe("forbidden");
    expect((await november())?.lines).toHaveLength(1);
  });

  it("does not reach into other centuries", async () => {
    expect(code(await add({ month: "1926-11" }))).toBe("budget-month-too-far");
    expect(code(await readBudget(deps(), actor, { from: "2026-01", to: "2028-01" }))).toBe("budget-too-many-months");
  });
});

it("spreads a month evenly over its days, and the parts of neighbouring periods add up to the whole", () => {
  expect(partOfMonth(30_000, "2026-11", "2026-11-01", "2026-11-07")).toBe(7_000);
  expect(partOfMonth(30_000, "2026-11", "2026-12-01", "2026-12-31")).toBe(0);
  expect(partOfMonth(30_000, "2026-11", "2026-10-20", "2026-12-03")).toBe(30_000);
  const month = fc.constantFrom("2026-02", "2028-02", "2026-11", "2026-12");
  fc.assert(
    fc.property(fc.nat({ max: 1e9 }), month, fc.integer({ min: 1, max: 31 }), (amount, one, cut) => {
      const { first, last } = daysOfMonth(one);
      const middle = addDays(first, cut - 1);
      const before = partOfMonth(amount, one, "2020-01-01", middle);
      const after = partOfMonth(amount, one, addDays(middle, 1), "2030-01-01");
      expect(before + after).toBe(amount);
      expect(partOfMonth(amount, one, first, last)).toBe(amount);
    }),
  );
});
