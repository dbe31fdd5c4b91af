import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { angry, aRule, asks, type RulesWorld, rulesWorld } from "#tests/support/rules-world.ts";
import type { Actor } from "../kernel/actor.ts";
import { unwrap } from "../kernel/result.ts";
import { createRule, editRule, mostRules, orderRules, removeRule } from "./change-rules.ts";
import type { RuleDraft } from "./model.ts";
import { tryRule } from "./try-rule.ts";

let dynamo: TestDynamo;
let world: RulesWorld;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  world = rulesWorld(dynamo);
});

const book = () => world.deps.ruleBooks.get(world.workspaceId);
const make = async (rule: RuleDraft) =>
  createRule(world.deps, world.actor, { ...rule, version: (await book()).version });
const code = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? "ok" : result.error?.code);
const names = async () => (await book()).rules.map(({ name }) => name);

describe("rules", () => {
  it("stand in the order they are put in", async () => {
    for (const name of ["a", "b", "c"]) unwrap(await make(aRule({ name })));
    const ids = (await book()).rules.map(({ id }) => id);
    const turned = [...ids].reverse();
    unwrap(await orderRules(world.deps, world.actor, { ruleIds: turned, version: 3 }));
    expect(await names()).toEqual(["c", "b", "a"]);
    expect(code(await orderRules(world.deps, world.actor, { ruleIds: ids.slice(1), version: 4 }))).toBe(
      "rule-order-incomplete",
    );
    const twice = [ids[0] ?? "", ids[0] ?? "", ids[1] ?? ""];
    expect(code(await orderRules(world.deps, world.actor, { ruleIds: twice, version: 4 }))).toBe(
      "rule-order-incomplete",
    );
    unwrap(await removeRule(world.deps, world.actor, { ruleId: ids[1] ?? "", version: 4 }));
    expect(await names()).toEqual(["c", "a"]);
  });

  it("are changed by one person at a time", async () => {
    const first = unwrap(await make(aRule()));
    const change = { ...aRule({ name: "Інше" }), ruleId: first.rules[0]?.id ?? "", version: 1 };
    const both = await Promise.all([
      editRule(world.deps, world.actor, change),
      editRule(world.deps, world.actor, change),
    ]);
    expect(both.map(code).sort()).toEqual(["changed-meanwhile", "ok"]);
    expect((await book()).rules[0]).toMatchObject({ name: "Інше", version: 2 });
  });

  it.each([
    ["rule-without-condition", { when: asks({}) }],
    ["rule-without-deed", { deeds: { labels: [], hide: false, lead: false } }],
    ["rule-rating-reversed", { when: asks({ rating: { from: 3, to: 1 } }) }],
    ["rule-word-unreadable", { when: asks({ words: ["гарно", "!?"] }) }],
    ["no-such-member", { deeds: { ...aRule().deeds, assign: "mem_gone" } }],
    ["no-such-saved-reply", { deeds: { ...aRule().deeds, reply: "sav_gone" } }],
  ])("are refused as %s, and nothing changes", async (expected, change) => {
    expect(code(await make(aRule(change)))).toBe(expected);
    expect(await book()).toEqual({ rules: [], version: 0 });
  });

  it("are no more than a message can be held against", async () => {
    for (let i = 0; i < mostRules; i++) unwrap(await make(aRule({ name: String(i) })));
    expect(code(await make(aRule()))).toBe("too-many-rules");
  });

  it("are made by those who answer, and seen by nobody else's workspace", async () => {
    const author: Actor = { ...world.actor, type: "member", memberId: "mem_2", role: "author", language: "uk" };
    expect(code(await createRule(world.deps, author, { ...aRule(), version: 0 }))).toBe("forbidden");
    unwrap(await make(aRule()));
    expect(await world.deps.ruleBooks.get("ws_other")).toEqual({ rules: [], version: 0 });
  });
});

describe("a try", () => {
  it("tells what the last thirty days would have brought, and changes nothing", async () => {
    await world.arrives({ remoteId: "c1", threadRemoteId: "c1" });
    await world.arrives({ remoteId: "c2", threadRemoteId: "c1" });
    await world.arrives({ remoteId: "c3", threadRemoteId: "c3", text: "Дуже смачно, дякую!" });
    await world.arrives({ remoteId: "c4", threadRemoteId: "c4", occurredAt: world.clock.nowMs() - 31 * 86_400_000 });
    const rule = aRule({ deeds: { labels: ["скарга"], hide: true, lead: false } });
    const trial = unwrap(await tryRule(world.deps, world.actor, rule));
    expect(trial).toMatchObject({ looked: 3, isAll: true, matched: 2, threads: 1, takenAbove: 0 });
    expect(trial.would).toEqual([
      { kind: "label", count: 1 },
      { kind: "hide", count: 2 },
    ]);
    expect(trial.examples).toMatchObject([{ text: angry, person: "Олена" }]);
    expect(await book()).toEqual({ rules: [], version: 0 });
  });

  it("counts what a rule above keeps for itself", async () => {
    await world.arrives();
    unwrap(await make(aRule({ name: "вище" })));
    const trial = unwrap(await tryRule(world.deps, world.actor, aRule()));
    expect(trial).toMatchObject({ matched: 0, takenAbove: 1 });
  });

  it("reads no more than it may cost", async () => {
    const asked: number[] = [];
    const ruleHistory: typeof world.deps.ruleHistory = {
      newest: async (...[, , , limit]) => {
        asked.push(limit);
        return { subjects: [], isAll: false };
      },
    };
    const channels = {
      list: async () => Array.from({ length: 7 }, (_, i) => ({ ...world.rig.channel, id: `chan_${i}` })),
    };
    const trial = unwrap(await tryRule({ ...world.deps, ruleHistory, channels }, world.actor, aRule()));
    expect(trial.isAll).toBe(false);
    expect(2 * asked.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(2000);
  });
});
