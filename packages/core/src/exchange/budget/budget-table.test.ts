import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { type ReturnWorld, returnWorld } from "#tests/support/return-world.ts";
import type { Actor } from "../../kernel/actor.ts";
import { unwrap } from "../../kernel/result.ts";
import { readBudget } from "../../strategy/index.ts";
import { budgetTemplate, checkBudgetTable, exportBudget, importBudget } from "../index.ts";

let dynamo: TestDynamo;
let world: ReturnWorld;
let workspaces = 0;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  world = returnWorld(dynamo, `ws_bt${workspaces++}`);
});

const bytes = (text: string) => new TextEncoder().encode(text);
const run = (text: string) => importBudget(world.deps, world.actor, { bytes: bytes(text), from: 0 });
const lines = async () =>
  unwrap(await readBudget(world.deps, world.actor, { from: "2026-10", to: "2026-12" })).months.flatMap((month) =>
    month.lines.map(({ month: of, kind, name, planned, spent }) => [of, kind, name, planned, spent]),
  );

const table = [
  "\uFEFFМісяць;Вид;На що;Заплановано;Витрачено",
  "2026-11;Контент;Фотограф;8 000;7500,50",
  "11.2026;реклама;Пошук;1 200,5;",
  ";;;;",
  "01.12.2026;tools;Canva;520;0",
].join("\r\n");

describe("a budget's table", () => {
  it("is read as people write it: months, words of both languages, amounts", async () => {
    expect(unwrap(await run(table))).toEqual({ imported: 3 });
    expect((await lines()).toSorted()).toEqual([
      ["2026-11", "ads", "Пошук", 1_200_50, null],
      ["2026-11", "content", "Фотограф", 8_000_00, 7_500_50],
      ["2026-12", "tools", "Canva", 520_00, 0],
    ]);
  });

  it("changes nothing when it comes again, and the amounts of lines that are there", async () => {
    await run(table);
    expect(unwrap(await run(table))).toEqual({ imported: 0 });
    expect(unwrap(await run("month,kind,name,planned,spent\n2026-11,content,фотограф,9000,\n"))).toEqual({
      imported: 1,
    });
    expect(await lines()).toContainEqual(["2026-11", "content", "Фотограф", 9_000_00, 7_500_50]);
  });

  it.each(["uk", "en"] as const)("that is taken out in %s comes in again unchanged", async (language) => {
    await run(table);
    await run('month,kind,name,planned\n2026-10,training,"=HYPERLINK(""x"")",1\n');
    const before = await lines();
    const months = { from: "2026-10", to: "2026-12" };
    const text = unwrap(await exportBudget(world.deps, world.actor, language, months));
    expect(text).not.toMatch(/"=/);
    world = returnWorld(dynamo, `ws_bt${workspaces++}`);
    expect(unwrap(await run(text))).toEqual({ imported: 4 });
    expect((await lines()).toSorted()).toEqual(before.toSorted());
  });

  it("says of each bad row everything that is wrong with it", async () => {
    const text = [
      "month,kind,name,planned,spent,currency",
      "2026-13,beer,,much,-1,USD",
      `2026-11,ads,${"x".repeat(101)},1,,`,
      "2026-11,ads,good,1,,uah",
    ].join("\n");
    const { good, bad } = unwrap(await checkBudgetTable(world.deps, world.actor, bytes(text)));
    expect(good.map(({ row }) => row)).toEqual([4]);
    expect(bad.map(({ row, problems }) => [row, problems.map(({ code }) => code).toSorted()])).toEqual([
      [
        2,
        [
          "amount-malformed",
          "amount-malformed",
          "budget-currency-other",
          "budget-kind-unknown",
          "budget-month-malformed",
          "budget-name-missing",
        ],
      ],
      [3, ["cell-too-long"]],
    ]);
    expect(await lines()).toEqual([]);
  });

  it("is refused without its columns, and from who may not plan", async () => {
    expect(await run("month,name\n2026-11,x\n")).toMatchObject({ error: { code: "csv-no-budget-columns" } });
    const viewer = { ...world.actor, role: "viewer" } as Actor;
    expect(await checkBudgetTable(world.deps, viewer, bytes(table))).toMatchObject({ error: { code: "forbidden" } });
  });

  it.each(["uk", "en"] as const)("has a template in %s that is itself right", async (language) => {
    const text = budgetTemplate(language, { month: "2026-11", currency: "UAH" });
    expect(unwrap(await checkBudgetTable(world.deps, world.actor, bytes(text))).good).toHaveLength(1);
  });
});
