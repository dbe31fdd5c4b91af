import { afterAll, beforeAll, expect, it } from "vitest";
import { alertsWorld } from "#tests/support/alerts-world.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { type Fault, faultsAt } from "#tests/support/faults.ts";
import type { MemberActor } from "../kernel/actor.ts";
import { sweepAfterMs } from "../kernel/owed-events.ts";
import { type Result, unwrap } from "../kernel/result.ts";
import { acknowledgeAlert } from "./acknowledge-alert.ts";
import { decideAlert } from "./decide-alert.ts";
import { type Alert, alertIdOf } from "./model.ts";
import { raiseAlert } from "./raise-alert.ts";
import { wakeDueAlerts } from "./wake-due-alerts.ts";

let dynamo: TestDynamo;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());

async function raised(...planned: Fault[]) {
  const { deps, workspace, clock, published } = alertsWorld(dynamo);
  const { id: workspaceId } = workspace;
  const evidence = [{ key: "m1", what: "message", id: "thr_1", at: clock.nowMs() }] as const;
  await raiseAlert(deps, workspaceId, { kind: "negative-burst", cause: "chan_1", severity: "low", evidence });
  const faults = faultsAt(...planned);
  const guarded = {
    ...deps,
    alerts: faults.guard("alerts", deps.alerts),
    events: faults.guard("events", deps.events),
  };
  const actor: MemberActor = { type: "member", workspaceId, memberId: "mem_manager", role: "manager", language: "uk" };
  const alertId = alertIdOf(workspaceId, "negative-burst", "chan_1");
  const stored = async (): Promise<Alert> => {
    const alert = await deps.alerts.get(workspaceId, alertId);
    if (!alert) throw new Error("no alert");
    return alert;
  };
  return { deps, guarded, faults, actor, alertId, stored, clock, published };
}
type Rig = Awaited<ReturnType<typeof raised>>;

const acknowledge = ({ guarded, actor, alertId }: Rig) => acknowledgeAlert(guarded, actor, { alertId });
const close = async ({ guarded, actor, alertId, stored }: Rig) =>
  decideAlert(guarded, actor, {
    alertId,
    version: (await stored()).version,
    decision: { what: "close", outcome: "handled" },
  });

const deeds: readonly (readonly [Alert["state"], (rig: Rig) => Promise<Result<unknown, unknown>>])[] = [
  ["acknowledged", acknowledge],
  ["closed", close],
];

it.each(deeds)("an alert that was %s is told of, once, wherever the worker died", async (state, deed) => {
  const clean = await raised();
  unwrap(await deed(clean));
  expect(clean.faults.calls.slice(-3)).toEqual(["alerts.save", "events.publish", "alerts.save"]);
  for (const [index, place] of clean.faults.calls.entries()) {
    for (const moment of ["before", "after"] as const) {
      const at = `${moment} ${place}`;
      const rig = await raised({ call: index + 1, moment, kind: "dies" });
      await expect(deed(rig), at).rejects.toThrow();
      rig.faults.newWorker();
      // Whoever sees that nothing happened does it again.
      if ((await rig.stored()).state === "open") unwrap(await deed(rig));
      rig.clock.advance(sweepAfterMs);
      expect(await wakeDueAlerts(rig.deps), at).toBe(0);
      const ids = rig.published.filter(({ type }) => type === `alert.${state}`).map(({ id }) => id);
      expect(new Set(ids).size, at).toBe(1);
      const after = await rig.stored();
      expect(after, at).toMatchObject({ state, history: [{ what: "raised" }, { what: state }] });
      expect(after.owed, at).toBeUndefined();
      rig.clock.advance(sweepAfterMs);
      await wakeDueAlerts(rig.deps);
      expect(
        rig.published.filter(({ type }) => type === `alert.${state}`),
        at,
      ).toHaveLength(ids.length);
    }
  }
});

it("is left in peace by the due index once it is told", async () => {
  const rig = await raised();
  unwrap(await close(rig));
  rig.clock.advance(10 * sweepAfterMs);
  const due = await rig.deps.alerts.listDue(rig.clock.nowMs(), 100);
  expect(due.filter(({ id }) => id === rig.alertId)).toEqual([]);
});
