import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { faultsAt, InjectedFault } from "#tests/support/faults.ts";
import { angry, aRule, asks, type RulesWorld, rulesWorld } from "#tests/support/rules-world.ts";
import { assignThread, createSavedReply, handleRespondMessage, messageIdOf, threadIdOf } from "../inbox/index.ts";
import { fakeClock } from "../kernel/clock.ts";
import type { DomainEvent } from "../kernel/events.ts";
import { unwrap } from "../kernel/result.ts";
import { createRule, editRule } from "./change-rules.ts";
import { listRules } from "./list-rules.ts";
import type { RuleDraft } from "./model.ts";

let dynamo: TestDynamo;
let world: RulesWorld;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  world = rulesWorld(dynamo);
});

const threadId = threadIdOf("chan_1", "c1");

async function make(rule: RuleDraft, of = world) {
  const { version } = await of.deps.ruleBooks.get(of.workspaceId);
  return unwrap(await createRule(of.deps, of.actor, { ...rule, version })).rules.at(-1);
}

/** A rule that does everything there is. */
async function makeFull(of = world) {
  const texts = { uk: "{name}, вибачте! Напишіть нам, будь ласка: {link}", en: "" };
  const reply = unwrap(await createSavedReply(of.deps, of.actor, { name: "Вибачення", texts }));
  const deeds: RuleDraft["deeds"] = {
    assign: "mem_1",
    labels: ["скарга"],
    priority: "high",
    hide: true,
    reply: reply.id,
    alert: "high",
    lead: true,
  };
  return make(aRule({ deeds }), of);
}

/** All that can be seen of what rules did in a workspace, whenever it was done. */
async function seen({ deps, workspaceId, actor, rig }: RulesWorld, id = threadId) {
  const thread = await deps.threads.get(workspaceId, id);
  const { rules } = unwrap(await listRules(deps, actor));
  const runs = await deps.ruleRuns.listByThread(workspaceId, id);
  return {
    assignee: thread?.assigneeId,
    labels: thread?.labels,
    priority: thread?.priority,
    draft: thread?.draft?.text,
    done: runs.flatMap(({ steps }) => steps.map(({ kind, ruleName, outcome }) => `${ruleName}: ${kind} ${outcome}`)),
    hides: (await deps.outgoings.listByThread(workspaceId, id)).map(({ kind, by }) => `${kind} by ${by}`),
    alerts: (await deps.alerts.list(workspaceId, { state: "open" }, 10, undefined)).map(
      ({ kind, count }) => `${kind} ${count}`,
    ),
    leads: new Set(rig.published.filter(({ type }) => type === "lead.received").map(({ data }) => JSON.stringify(data)))
      .size,
    counted: rules.map(({ acted }) => acted),
  };
}

const everything = {
  assignee: "mem_1",
  labels: ["скарга"],
  priority: "high",
  draft: "{name}, вибачте! Напишіть нам, будь ласка: {link}",
  done: ["assign", "label", "priority", "draft", "hide", "alert", "lead"].map((kind) => `Скарги: ${kind} done`),
  hides: ["hide by system:rule"],
  alerts: ["rule-matched 1"],
  leads: 1,
  counted: [1],
};

describe("a rule", () => {
  it("does what it says, keeps its name with it, and sends nothing by itself", async () => {
    await makeFull();
    for (const event of await world.arrives()) await world.react(event);
    expect(await seen(world)).toEqual(everything);
  });

  it("does not look at our own messages, at what is not news, or at what was written before it", async () => {
    const [before] = await world.arrives({ remoteId: "early", threadRemoteId: "early" });
    world.clock.advance(1000);
    await make(aRule());
    const own = await world.arrives({ remoteId: "own", threadRemoteId: "own", own: true });
    const old = await world.arrives({
      remoteId: "old",
      threadRemoteId: "old",
      occurredAt: world.clock.nowMs() - 49 * 3_600_000,
    });
    for (const event of [...(before ? [before] : []), ...own, ...old]) await world.react(event);
    expect((await seen(world)).counted).toEqual([0]);
  });

  it("that is changed later acts on nothing that came before, however often that is told", async () => {
    const rule = await make(aRule());
    const events = await world.arrives();
    for (const event of events) await world.react(event);
    world.clock.advance(60_000);
    const changed = aRule({ name: "Інакше", deeds: { labels: ["інше"], hide: true, lead: false } });
    unwrap(await editRule(world.deps, world.actor, { ...changed, ruleId: rule?.id ?? "", version: 1 }));
    for (const event of events) await world.react(event);
    expect(await seen(world)).toMatchObject({ labels: ["скарга"], hides: [], counted: [1] });
  });

  it.each([
    ["mem_2", "does not take a thread from whom it was given to, and says so", "mem_2", "already-assigned"],
    ["mem_gone", "takes over what belonged to somebody who is no member any more", "mem_1", "done"],
  ])("and a thread of %s: it %s", async (holder, _what, assignee, outcome) => {
    await make(aRule({ deeds: { assign: "mem_1", labels: [], hide: false, lead: false } }));
    const events = await world.arrives();
    const thread = await world.deps.threads.get(world.workspaceId, threadId);
    if (!thread) throw new Error("no thread");
    await world.deps.threads.save({ ...thread, assigneeId: holder, revision: thread.revision + 1 }, thread);
    for (const event of events) await world.react(event);
    expect(await seen(world)).toMatchObject({ assignee, done: [`Скарги: assign ${outcome}`] });
  });

  it("says what the platform cannot do", async () => {
    await make(aRule({ deeds: { labels: [], hide: true, lead: false } }));
    for (const event of await world.arrives({ messageKind: "direct" })) await world.react(event);
    expect(await seen(world)).toMatchObject({ done: ["Скарги: hide action-not-supported"], hides: [] });
  });

  it("that counts followers has them looked up, and no other rule has", async () => {
    const asked: string[] = [];
    world.deps.followersOf = async ({ remoteId }) => {
      asked.push(remoteId);
      return remoteId === "c1" ? 12_000 : 9_999;
    };
    await make(aRule());
    for (const event of await world.arrives({ remoteId: "c0", threadRemoteId: "c0" })) await world.react(event);
    expect(asked).toEqual([]);
    await make(
      aRule({
        name: "Відомі",
        when: asks({ followersFrom: 10_000 }),
        deeds: { labels: ["відомі"], hide: false, lead: false },
      }),
    );
    world.clock.advance(1000);
    for (const remoteId of ["c1", "c2"]) {
      for (const event of await world.arrives({ remoteId, threadRemoteId: remoteId, text: "Смачно" }))
        await world.react(event);
    }
    expect(asked).toEqual(["c1", "c2"]);
    expect([(await seen(world)).labels, (await seen(world, threadIdOf("chan_1", "c2"))).labels]).toEqual([
      ["відомі"],
      [],
    ]);
  });

  it("takes reviews by their stars", async () => {
    await make(
      aRule({ when: asks({ rating: { from: 1, to: 2 } }), deeds: { labels: ["оцінка"], hide: false, lead: false } }),
    );
    const review = (remoteId: string, rating: number) => ({
      kind: "review" as const,
      change: "added" as const,
      channelRemoteId: "page-1",
      remoteId,
      occurredAt: world.clock.nowMs(),
      author: { remoteId: "person-9", name: "Ігор" },
      rating,
      text: "",
    });
    const events = await world.arrivesAll([review("r1", 1), review("r5", 5)]);
    for (const event of events) await world.react(event);
    expect((await seen(world)).counted).toEqual([1]);
  });
});

describe("no loops", () => {
  it("set off by what a rule does, or by the platform's echo of it", async () => {
    await makeFull();
    for (const event of await world.arrives()) await world.react(event);
    for (const { message } of world.rig.sent.splice(0)) await handleRespondMessage(world.deps, message);
    await world.arrives({ change: "hidden", occurredAt: world.clock.nowMs() + 1000 });
    await world.arrives({ remoteId: "a1", parentRemoteId: "c1", own: true, text: angry });
    const caused = new Set(world.rig.published.map(({ type }) => type));
    for (const type of ["reply.sent", "message.changed", "alert.raised", "lead.received"])
      expect(caused).toContain(type);
    const thread = await world.deps.threads.get(world.workspaceId, threadId);
    const told = world.rig.published.length;
    for (let round = 0; round < 3; round++) {
      for (const event of world.rig.published.slice()) await world.react(event);
    }
    expect(await seen(world)).toEqual(everything);
    expect(await world.deps.threads.get(world.workspaceId, threadId)).toEqual(thread);
    expect(world.rig.published).toHaveLength(told);
    expect(world.rig.sent).toEqual([]);
  });
});

describe("once", () => {
  it("however often and in whatever order, also at the same time, messages are told of", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 3 }), { minLength: 4, maxLength: 16 }),
        fc.boolean(),
        async (order, atOnce) => {
          const one = rulesWorld(dynamo);
          await makeFull(one);
          const events: DomainEvent[] = [];
          for (let i = 0; i < 4; i++) {
            const parent = i < 2 ? "c1" : `c${i}`;
            events.push(...(await one.arrives({ remoteId: i === 0 ? "c1" : `m${i}`, threadRemoteId: parent })));
          }
          const told = [...order, 0, 1, 2, 3].flatMap((i) => events[i] ?? []);
          if (atOnce) await Promise.all(told.map((event) => one.react(event)));
          else for (const event of told) await one.react(event);
          const { counted, hides, alerts } = await seen(one);
          expect({ counted, hides, alerts }).toEqual({
            counted: [4],
            hides: ["hide by system:rule", "hide by system:rule"],
            alerts: ["rule-matched 4"],
          });
        },
      ),
      { numRuns: 12 },
    );
  }, 120_000);

  it("when the worker fails or dies at any call, before or after its effect", async () => {
    const clean = faultsAt();
    await makeFull();
    for (const event of await world.arrives()) await world.react(event, clean);
    const calls = clean.calls.length;
    expect(calls).toBeGreaterThan(20);
    for (let call = 1; call <= calls; call++) {
      for (const moment of ["before", "after"] as const) {
        const one = rulesWorld(dynamo, fakeClock("2026-11-20T10:00:00Z"));
        await makeFull(one);
        const [event] = await one.arrives();
        if (!event) throw new Error("nothing arrived");
        const faults = faultsAt({ call, moment, kind: "dies" });
        await expect(one.react(event, faults)).rejects.toThrow(InjectedFault);
        one.clock.advance(60_000);
        await one.react(event);
        await one.react(event);
        const { counted, ...state } = await seen(one);
        const { counted: _, ...expected } = everything;
        expect(state, `${clean.calls[call - 1]} ${moment}`).toEqual(expected);
        // The count is one write after the last: a worker that dies between them leaves it one short, never one over.
        const isBetween = clean.calls[call - 1]?.startsWith("ruleRuns.finish") && moment === "after";
        const isCounting = clean.calls[call - 1]?.startsWith("ruleCounts.add") && moment === "before";
        expect(counted).toEqual([isBetween || isCounting ? 0 : 1]);
      }
    }
  }, 120_000);

  it("also when a person has changed the thread between a death and the next attempt", async () => {
    await makeFull();
    const [event] = await world.arrives();
    if (!event) throw new Error("nothing arrived");
    const clean = faultsAt();
    const other = rulesWorld(dynamo);
    await makeFull(other);
    for (const one of await other.arrives()) await other.react(one, clean);
    const call = clean.calls.indexOf("threads.save") + 1;
    await expect(world.react(event, faultsAt({ call, moment: "after", kind: "dies" }))).rejects.toThrow(InjectedFault);
    unwrap(await assignThread(world.deps, world.actor, { threadId, memberId: null }));
    await world.react(event);
    expect(await seen(world)).toEqual({ ...everything, assignee: undefined });
    expect(messageIdOf("chan_1", "c1")).toBe(
      (await world.deps.threads.get(world.workspaceId, threadId))?.draft?.itemId,
    );
  });
});
