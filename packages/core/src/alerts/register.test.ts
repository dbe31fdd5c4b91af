import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type AlertsWorld, alertsWorld } from "#tests/support/alerts-world.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import type { MemberActor } from "../kernel/actor.ts";
import { unwrap } from "../kernel/result.ts";
import { decideAlert } from "./decide-alert.ts";
import type { Evidence } from "./evidence.ts";
import type { Severity } from "./kinds.ts";
import { type Alert, alertIdOf } from "./model.ts";
import { raiseAlert } from "./raise-alert.ts";
import { listAlerts } from "./read-alerts.ts";
import { endCause } from "./settle-alert.ts";
import type { Signal } from "./signal.ts";

let dynamo: TestDynamo;
let world: AlertsWorld;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  world = alertsWorld(dynamo);
});

const evidence = (key: string, change: Partial<Evidence> = {}): Evidence => ({
  key,
  what: "message",
  id: "thr_1",
  at: world.clock.nowMs(),
  ...change,
});
const signal = (keys: readonly string[], severity: Severity = "medium", change: Partial<Signal> = {}): Signal => {
  const [first = "m1", ...rest] = keys;
  return {
    kind: "negative-burst",
    cause: "chan_1",
    severity,
    channelId: "chan_1",
    evidence: [evidence(first), ...rest.map((key) => evidence(key))],
    ...change,
  };
};
const raise = (keys: readonly string[], severity?: Severity, change?: Partial<Signal>) =>
  raiseAlert(world.deps, world.workspace.id, signal(keys, severity, change));
const stored = async (): Promise<Alert> => {
  const alert = await world.deps.alerts.get(
    world.workspace.id,
    alertIdOf(world.workspace.id, "negative-burst", "chan_1"),
  );
  if (!alert) throw new Error("no alert");
  return alert;
};
const manager = (): MemberActor => ({
  type: "member",
  workspaceId: world.workspace.id,
  memberId: "mem_manager",
  role: "manager",
  language: "uk",
});
const close = async (note?: string) => {
  const { id: alertId, version } = await stored();
  const decision = { what: "close" as const, outcome: "handled" as const, ...(note && { note }) };
  return unwrap(await decideAlert(world.deps, manager(), { alertId, version, decision }));
};
const told = () => world.published.filter(({ type }) => type === "alert.raised").length;

describe("the register", () => {
  it("holds one alert for one cause, and adds what comes to it", async () => {
    expect(await raise(["m1", "m2"])).toBe("raised");
    world.clock.advance(60_000);
    expect(await raise(["m3"])).toBe("added");
    const alert = await stored();
    expect(alert).toMatchObject({ count: 3, state: "open", severity: "medium", round: 1 });
    expect(alert.lastSeenAt - alert.firstSeenAt).toBe(60_000);
    expect(told()).toBe(1);
  });

  it("takes the same signal once, however often it comes and however much came since", async () => {
    await raise(["m1"]);
    await raise(Array.from({ length: 60 }, (_, i) => `x${i}`));
    const before = await stored();
    expect(await raise(["m1"])).toBe("known");
    expect(await raise(["x7", "x8"])).toBe("known");
    expect(await stored()).toEqual(before);
  });

  it("shows the first and the newest evidence, and stays small", async () => {
    for (let i = 0; i < 30; i++) await raise(Array.from({ length: 20 }, (_, j) => `m${i * 20 + j}`));
    const alert = await stored();
    expect(alert.count).toBe(600);
    expect(alert.evidence.map(({ key }) => key).slice(0, 2)).toEqual(["m0", "m589"]);
    expect(alert.evidence).toHaveLength(12);
    expect(JSON.stringify(alert).length).toBeLessThan(6_000);
  });

  it("loses nothing when many come at the same time", async () => {
    await Promise.all(Array.from({ length: 12 }, (_, i) => raise([`m${i}`])));
    expect((await stored()).count).toBe(12);
    expect(new Set(world.published.map(({ id }) => id)).size).toBe(1);
  });

  it("announces again what an earlier attempt may have died over", async () => {
    await raise(["m1"]);
    world.published.length = 0;
    await raise(["m1"]);
    expect(told()).toBe(1);
  });

  it("gets worse, and is then open again for those who had acknowledged it", async () => {
    await raise(["m1"], "medium");
    const { version, id: alertId } = await stored();
    const decision = { what: "assign" as const, ownerId: "mem_manager" };
    unwrap(await decideAlert(world.deps, manager(), { alertId, version, decision }));
    expect(await raise(["m2"], "medium")).toBe("added");
    expect((await stored()).state).toBe("acknowledged");
    expect(await raise(["m3"], "critical")).toBe("worsened");
    expect(await stored()).toMatchObject({ state: "open", severity: "critical", round: 2, ownerId: "mem_manager" });
  });

  it("is open again for what comes a day after it was acknowledged, and not for what had happened before", async () => {
    await raise(["m1"]);
    const { version, id: alertId } = await stored();
    const decision = { what: "assign" as const, ownerId: "mem_manager" };
    unwrap(await decideAlert(world.deps, manager(), { alertId, version, decision }));
    const before = world.clock.nowMs();
    world.clock.advance(86_400_000 - 1);
    expect(await raise(["m2"])).toBe("added");
    world.clock.advance(1);
    expect(await raise(["m3"], "medium", { evidence: [evidence("m3", { at: before })] })).toBe("added");
    expect(await stored()).toMatchObject({ state: "acknowledged", round: 1 });
    world.published.length = 0;
    expect(await raise(["m4"], "low")).toBe("reopened");
    const alert = await stored();
    expect(alert).toMatchObject({
      state: "open",
      round: 2,
      level: 0,
      severity: "medium",
      count: 4,
      ownerId: "mem_manager",
    });
    expect([alert.acknowledged, told()]).toEqual([undefined, 1]);
    expect(await raise(["m4"], "low")).toBe("known");
  });

  it("is told anew of what comes a day after everybody was told and nobody answered, unless it ends by itself", async () => {
    await raise(["m1"]);
    const { alerts } = world.deps;
    const first = await stored();
    const mailedAt = world.clock.nowMs();
    await alerts.save({ ...first, level: 2, mailedAt, wakeAt: undefined, version: first.version + 1 });
    world.clock.advance(86_400_000);
    expect(await raise(["m2"])).toBe("reopened");
    expect(await stored()).toMatchObject({ round: 2, level: 0 });
    for (const kind of ["frequent-question", "response-overdue"] as const) {
      await raise(["m1"], "low", { kind });
      const other = await alerts.get(world.workspace.id, alertIdOf(world.workspace.id, kind, "chan_1"));
      const acknowledged = { at: world.clock.nowMs(), by: "mem_manager" };
      if (other) await alerts.save({ ...other, state: "acknowledged", acknowledged, version: other.version + 1 });
      world.clock.advance(2 * 86_400_000);
      expect([kind, await raise(["m2"], "low", { kind })]).toEqual([kind, "added"]);
    }
  });

  it("comes back after it was closed, and keeps how it had ended", async () => {
    await raise(["m1"]);
    await close("Зміну попереджено");
    world.clock.advance(3_600_000);
    expect(await raise(["m1"])).toBe("known");
    expect(await raise(["m2"], "low")).toBe("reopened");
    const alert = await stored();
    expect(alert).toMatchObject({ state: "open", round: 2, severity: "low", count: 2 });
    expect(alert.outcome).toBeUndefined();
    expect(alert.history.map(({ what }) => what)).toEqual(["raised", "closed", "reopened"]);
    expect(alert.history[1]?.params).toEqual({ outcome: "handled", note: "Зміну попереджено" });
  });

  it("is not opened by what had happened before it was closed", async () => {
    await raise(["m1"]);
    const earlier = world.clock.nowMs();
    world.clock.advance(3_600_000);
    await close();
    expect(await raise(["m0"], "medium", { evidence: [evidence("m0", { at: earlier })] })).toBe("known");
    expect((await stored()).state).toBe("closed");
  });

  it("is closed by itself when its cause has ended, once", async () => {
    await raise(["m1"]);
    const settle = () => endCause(world.deps, world.workspace.id, "negative-burst", "chan_1", "gone");
    expect(await settle()).toBe("gone");
    expect(await settle()).toBeUndefined();
    expect(await stored()).toMatchObject({
      state: "closed",
      outcome: { what: "settled", because: "gone", by: "system:alerts" },
    });
    expect((await stored()).wakeAt).toBeUndefined();
  });
});

describe("a decision about an alert", () => {
  it("is made on the version that was seen", async () => {
    await raise(["m1"]);
    const { version, id: alertId } = await stored();
    await raise(["m2"]);
    const stale = await decideAlert(world.deps, manager(), { alertId, version, decision: { what: "note", note: "x" } });
    expect(stale).toMatchObject({ ok: false, error: { code: "alert-changed-meanwhile" } });
  });

  it("is for managers and owners, and an owner of it is a member", async () => {
    await raise(["m1"]);
    const { version, id: alertId } = await stored();
    const assign = (ownerId: string) => ({ alertId, version, decision: { what: "assign" as const, ownerId } });
    const viewer: MemberActor = { ...manager(), role: "viewer", acknowledges: true };
    expect(await decideAlert(world.deps, viewer, assign("mem_manager"))).toMatchObject({
      error: { code: "forbidden" },
    });
    expect(await decideAlert(world.deps, manager(), assign("mem_stranger"))).toMatchObject({
      error: { code: "unknown-alert-owner" },
    });
    expect(await decideAlert(world.deps, manager(), assign("mem_owner"))).toMatchObject({
      value: { ownerId: "mem_owner", state: "acknowledged" },
    });
  });

  it("is not made about a closed one", async () => {
    await raise(["m1"]);
    const { version, id: alertId } = await close();
    const again = await decideAlert(world.deps, manager(), { alertId, version, decision: { what: "note", note: "x" } });
    expect(again).toMatchObject({ ok: false, error: { code: "alert-state-refuses", params: { state: "closed" } } });
  });
});

describe("the list", () => {
  const list = async (input: object) =>
    unwrap(await listAlerts(world.deps, manager(), { limit: 50, state: "open", ...input }));
  /** Gives the alert of a cause another deadline, as its mail does. */
  const dueBy = async (cause: string, answerBy: number) => {
    const id = alertIdOf(world.workspace.id, "negative-burst", cause);
    const alert = await world.deps.alerts.get(world.workspace.id, id);
    if (alert) await world.deps.alerts.save({ ...alert, answerBy, version: alert.version + 1 });
  };

  it("has the gravest first, of these threats, then what must be acknowledged soonest, then what was last seen", async () => {
    const at = world.clock.nowMs();
    const causes: [string, Severity][] = [
      ["late", "high"],
      ["old", "high"],
      ["new", "high"],
      ["soon", "high"],
      ["small", "low"],
      ["worst", "critical"],
    ];
    for (const [cause, severity] of causes) {
      world.clock.advance(1000);
      await raise([cause], severity, { cause });
    }
    await raise(["fan"], "low", { kind: "happy-customer", cause: "thr_1" });
    await dueBy("late", at + 9_000_000);
    await dueBy("soon", at + 7_000_000);
    const found = (await list({})).items.map(({ evidence: [first] }) => first?.key);
    expect(found).toEqual(["worst", "soon", "late", "new", "old", "small", "fan"]);
  });

  it("of what is closed has the last closed first, however grave", async () => {
    for (const [cause, severity] of [
      ["a", "critical"],
      ["b", "low"],
      ["c", "high"],
    ] as const) {
      await raise([cause], severity, { cause });
      world.clock.advance(1000);
    }
    for (const cause of ["b", "a", "c"]) {
      await endCause(world.deps, world.workspace.id, "negative-burst", cause, "gone");
      world.clock.advance(1000);
    }
    const found = (await list({ state: "closed" })).items.map(({ evidence: [first] }) => first?.key);
    expect(found).toEqual(["c", "a", "b"]);
  });

  it("is filtered by state, side and severity, page by page, and each alert is on one page", async () => {
    for (let i = 0; i < 5; i++) {
      world.clock.advance(1000);
      await raise([`a${i}`], i % 2 ? "high" : "low", { cause: `chan_${i}` });
      await raise([`b${i}`], "low", { kind: "happy-customer", cause: `thr_${i}` });
    }
    expect((await list({})).items).toHaveLength(10);
    expect((await list({ side: "opportunity" })).items.map(({ kind }) => kind)).toEqual(
      Array.from({ length: 5 }, () => "happy-customer"),
    );
    expect((await list({ side: "threat", severity: "high" })).items).toHaveLength(2);
    expect((await list({ state: "closed" })).items).toHaveLength(0);
    const first = await list({ side: "threat", limit: 3 });
    const second = await list({ side: "threat", limit: 3, cursor: first.cursor });
    const seen = [...first.items, ...second.items].map(({ evidence: [one] }) => one?.key);
    expect(seen).toEqual(["a3", "a1", "a4", "a2", "a0"]);
    expect(second.cursor).toBeUndefined();
    expect(await listAlerts(world.deps, manager(), { limit: 3, state: "open", cursor: first.cursor })).toMatchObject({
      error: { code: "invalid-cursor" },
    });
  });

  it("reads no more than a page of it, and at most five hundred where few fit", async () => {
    const asked: number[] = [];
    const alerts = {
      list: async (...[, , limit]: Parameters<typeof world.deps.alerts.list>) => {
        asked.push(limit);
        const one = await world.deps.alerts.get(
          world.workspace.id,
          alertIdOf(world.workspace.id, "negative-burst", "a"),
        );
        return one ? Array.from({ length: limit }, (_, n) => ({ ...one, id: `alr_${n}` })) : [];
      },
    };
    await raise(["a"], "high", { cause: "a" });
    unwrap(await listAlerts({ alerts }, manager(), { limit: 20, state: "open" }));
    expect(asked.splice(0)).toEqual([21]);
    unwrap(await listAlerts({ alerts }, manager(), { limit: 20, state: "open", severity: "low" }));
    expect(asked.reduce((sum, limit) => sum + limit, 0)).toBe(500);
  });
});
