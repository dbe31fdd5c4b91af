import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { type RequestsWorld, requestsWorld } from "#tests/support/requests-world.ts";
import { unwrap } from "../../kernel/result.ts";
import { listRequests } from "../../review-requests/index.ts";
import { buyerTemplate, checkBuyerTable, importBuyers } from "../index.ts";

let dynamo: TestDynamo;
let world: RequestsWorld;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(async () => {
  world = requestsWorld(dynamo);
  await world.agree();
});

const bytes = (text: string) => new TextEncoder().encode(text);
const run = (text: string) => importBuyers(world.deps, world.as("manager"), { bytes: bytes(text), from: 0 });
const requests = async () => unwrap(await listRequests(world.deps, world.as("manager"), { limit: 100 })).items;

const table = [
  "\uFEFFПошта;Ім'я;Дата покупки;Мова",
  "Olena@x.ua;Олена;23.11.2026;",
  ";;;",
  "john@x.ua;John;2026-11-01;en",
].join("\r\n");

describe("a table of purchases", () => {
  it("has each buyer asked after the usual delay, at once where that has passed, in their language", async () => {
    expect(unwrap(await run(table))).toEqual({ imported: 2 });
    const [john, olena] = (await requests()).toSorted((a, b) => (a.email < b.email ? -1 : 1));
    expect(olena).toMatchObject({ email: "olena@x.ua", language: "uk", dueAt: Date.parse("2026-11-26T08:00:00Z") });
    expect(john).toMatchObject({ email: "john@x.ua", language: "en", dueAt: world.clock.nowMs() });
  });

  it("adds nothing when it comes again, nor does the same purchase in another one", async () => {
    await run(table);
    expect(unwrap(await run(table))).toEqual({ imported: 0 });
    expect(unwrap(await run("date,email\n2026-11-23,olena@x.ua\n"))).toEqual({ imported: 0 });
    expect(unwrap(await run("date,email\n2026-11-24,olena@x.ua\n"))).toEqual({ imported: 1 });
  });

  it("says of each bad row everything that is wrong with it, and takes the others", async () => {
    const text = [
      "email,name,date,language",
      "nothing,x,2026-02-30,de",
      `a@x.ua,${"x".repeat(101)},,`,
      "b@x.ua,,2026-12-01,",
      "c@x.ua,,2026-01-01,",
      "d@x.ua,,,",
    ].join("\n");
    const { good, bad } = unwrap(await checkBuyerTable(world.deps, world.as("manager"), bytes(text)));
    expect(good.map(({ row, value }) => [row, value.email])).toEqual([[6, "d@x.ua"]]);
    expect(bad.map(({ row, problems }) => [row, problems.map(({ code }) => code)])).toEqual([
      [2, ["email-malformed", "language-unknown", "day-malformed"]],
      [3, ["cell-too-long"]],
      [4, ["day-in-future"]],
      [5, ["purchase-too-old"]],
    ]);
    expect(await requests()).toEqual([]);
  });

  it.each([
    ["name\nОлена\n", "csv-no-email-column"],
    ["email,e-mail\na@x.ua,b@x.ua\n", "csv-column-twice"],
    ["email\n", "import-empty"],
    ["", "csv-no-email-column"],
  ])("%j is refused: %s", async (text, code) => {
    expect(await run(text)).toMatchObject({ error: { code } });
  });

  it("is taken from owners and managers, once there is a place to leave a review", async () => {
    expect(await checkBuyerTable(world.deps, world.as("author"), bytes(table))).toMatchObject({ ok: false });
    await world.agree({ places: [] });
    expect(await run(table)).toMatchObject({ error: { code: "review-place-missing" } });
  });

  it.each(["uk", "en"] as const)("has a template in %s that is itself right", async (language) => {
    const text = buyerTemplate(language, "2026-11-24");
    expect(unwrap(await checkBuyerTable(world.deps, world.as("owner"), bytes(text))).good).toHaveLength(1);
  });
});
