import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type AlertsWorld, alertsWorld, aMember, answerLost, linkOf, refused } from "#tests/support/alerts-world.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import type { MemberActor } from "../kernel/actor.ts";
import { armedGraceMs } from "../kernel/mail-course.ts";
import { unwrap } from "../kernel/result.ts";
import { acknowledgeAlert, acknowledgeByLink } from "./acknowledge-alert.ts";
import { openAlertLink } from "./alert-link.ts";
import { alertMailTags, linkLifetimeMs } from "./alert-mail.ts";
import { changeAlertSettings } from "./alert-settings.ts";
import { afterQuiet } from "./escalation.ts";
import type { Severity } from "./kinds.ts";
import { mailAlert } from "./mail-alert.ts";
import { type Alert, alertIdOf } from "./model.ts";
import { raiseAlert } from "./raise-alert.ts";
import { recordAlertMail } from "./record-alert-mail.ts";
import { type AlertSettings, defaultAlertSettings } from "./settings.ts";
import type { Signal } from "./signal.ts";
import { wakeDueAlerts } from "./wake-due-alerts.ts";

let dynamo: TestDynamo;
let world: AlertsWorld;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
/** 14:00 in Kyiv. */
beforeEach(() => {
  world = alertsWorld(dynamo, "2026-11-24T12:00:00Z");
});

const hour = 3_600_000;
const actor = (role: MemberActor["role"], change: Partial<MemberActor> = {}): MemberActor => ({
  type: "member",
  workspaceId: world.workspace.id,
  memberId: `mem_${role}`,
  role,
  language: "uk",
  ...change,
});
const raise = async (severity: Severity = "high", key = "m1", change: Partial<Signal> = {}): Promise<string> => {
  const signal: Signal = {
    kind: "crisis-words",
    cause: "chan_1:lawsuit",
    severity,
    channelId: "chan_1",
    params: { topic: "lawsuit", words: "до суду" },
    evidence: [
      { key, what: "message", id: "thr_1", excerpt: "Подам до суду", person: "Олена", at: world.clock.nowMs() },
    ],
    ...change,
  };
  await raiseAlert(world.deps, world.workspace.id, signal);
  return alertIdOf(world.workspace.id, signal.kind, signal.cause);
};
const stored = async (alertId: string): Promise<Alert> => {
  const alert = await world.deps.alerts.get(world.workspace.id, alertId);
  if (!alert) throw new Error("no alert");
  return alert;
};
const mail = (alertId: string) => mailAlert(world.deps, { workspaceId: world.workspace.id, alertId });
/** What the schedule would mail of this workspace now. */
const runSchedule = async (): Promise<void> => {
  const before = world.published.length;
  await wakeDueAlerts(world.deps);
  for (const { type, workspaceId, data } of world.published.slice(before)) {
    if (type !== "alert.due" || workspaceId !== world.workspace.id) continue;
    await mail((data as { alertId: string }).alertId);
  }
};
const addresses = () => world.sent.map(({ to }) => to.address);
const settings = async (change: Partial<AlertSettings>) => {
  const { version } = await world.deps.alertSettings.get(world.workspace.id);
  unwrap(await changeAlertSettings(world.deps, actor("owner"), { ...defaultAlertSettings, ...change, version }));
};

describe("escalation", () => {
  it("tells the team at once, the management when nobody answers in time, and then nobody", async () => {
    await settings({ management: [{ email: "ceo@example.com", name: "Ірина", language: "en" }] });
    const alertId = await raise("high");
    await mail(alertId);
    expect(addresses()).toEqual(["manager@example.com"]);
    world.clock.advance(2 * hour - 1);
    await runSchedule();
    expect(world.sent).toHaveLength(1);
    world.clock.advance(1);
    await runSchedule();
    expect(addresses()).toEqual(["manager@example.com", "owner@example.com", "ceo@example.com"]);
    world.clock.advance(100 * hour);
    await runSchedule();
    await mail(alertId);
    expect(world.sent).toHaveLength(3);
    expect(await stored(alertId)).toMatchObject({ level: 2, state: "open" });
    expect((await stored(alertId)).wakeAt).toBeUndefined();
  });

  it("mails each level once, however often and by however many it is asked for", async () => {
    const alertId = await raise("high");
    await Promise.all([mail(alertId), mail(alertId), mail(alertId)]);
    await mail(alertId);
    expect(world.sent).toHaveLength(1);
    world.clock.advance(2 * hour);
    await Promise.all([runSchedule(), runSchedule()]);
    expect(addresses()).toEqual(["manager@example.com", "owner@example.com"]);
  });

  it("stops when somebody acknowledges, also between the look at the index and the mail", async () => {
    const alertId = await raise("high");
    await mail(alertId);
    world.clock.advance(2 * hour);
    unwrap(await acknowledgeAlert(world.deps, actor("manager"), { alertId }));
    expect(await mail(alertId)).toBe("not-due");
    await runSchedule();
    expect(world.sent).toHaveLength(1);
    expect(world.published.at(-1)).toMatchObject({ type: "alert.acknowledged", actor: "mem_manager" });
  });

  it("begins anew when a closed or acknowledged one comes back or gets worse", async () => {
    const alertId = await raise("medium");
    await mail(alertId);
    unwrap(await acknowledgeAlert(world.deps, actor("manager"), { alertId }));
    world.clock.advance(1000);
    await raise("critical", "m2");
    await mail(alertId);
    expect(addresses()).toEqual(["manager@example.com", "manager@example.com"]);
    expect(world.sent[1]?.subject).toMatch(/^Критично: /);
  });

  it("tells the alert's owner instead of the managers, and the owner where there is no manager", async () => {
    world.members.push(aMember(world.workspace.id, "author"));
    const alertId = await raise("medium");
    const alert = await stored(alertId);
    await world.deps.alerts.save({ ...alert, ownerId: "mem_author", version: alert.version + 1 });
    await mail(alertId);
    expect(addresses()).toEqual(["author@example.com"]);
    world.members.splice(1);
    const other = await raise("medium", "m9", { cause: "chan_2:lawsuit" });
    await mail(other);
    expect(addresses()).toEqual(["author@example.com", "owner@example.com"]);
  });

  it("tells members who look on and may acknowledge with the management", async () => {
    world.members.push(aMember(world.workspace.id, "viewer", { acknowledges: true }));
    const alertId = await raise("critical");
    await mail(alertId);
    world.clock.advance(hour / 2);
    await runSchedule();
    expect(addresses()).toEqual(["manager@example.com", "owner@example.com", "viewer@example.com"]);
    expect(await acknowledgeAlert(world.deps, actor("viewer"), { alertId })).toMatchObject({
      error: { code: "forbidden" },
    });
    expect(await acknowledgeAlert(world.deps, actor("viewer", { acknowledges: true }), { alertId })).toMatchObject({
      value: { state: "acknowledged" },
    });
  });

  it("keeps opportunities to the register unless the team wants them mailed, and never tells the management", async () => {
    const opportunity = { kind: "happy-customer", cause: "thr_1" } as const;
    const alertId = await raise("low", "m1", opportunity);
    expect((await stored(alertId)).wakeAt).toBeUndefined();
    await settings({ mailOpportunities: true });
    const wanted = await raise("low", "m2", { ...opportunity, cause: "thr_2" });
    expect(await mail(wanted)).toBe("mailed");
    expect((await stored(wanted)).wakeAt).toBeUndefined();
  });
});

describe("trouble with the mail service", () => {
  it("tries a refused mail again, and only that one", async () => {
    world.members.push(aMember(world.workspace.id, "manager", { id: "mem_m2", email: "second@example.com" }));
    const alertId = await raise("high");
    world.mailService.fault = ({ to }) => (to.address === "second@example.com" ? refused() : undefined);
    await expect(mail(alertId)).rejects.toThrow("was not taken");
    world.mailService.fault = undefined;
    await runSchedule();
    expect(addresses()).toEqual(["manager@example.com", "second@example.com"]);
    expect((await stored(alertId)).level).toBe(1);
  });

  it("does not repeat a mail whose answer was lost, and believes the service's own event", async () => {
    const alertId = await raise("high");
    world.mailService.fault = answerLost;
    expect(await mail(alertId)).toBe("mailed");
    const [armed] = await world.deps.alertMails.ofAlert(world.workspace.id, alertId);
    const tags = { [alertMailTags.workspace]: [world.workspace.id], [alertMailTags.mail]: [armed?.id ?? ""] };
    const say = (eventType: string) =>
      recordAlertMail(
        { mails: world.deps.alertMails, alerts: world.deps.alerts, clock: world.clock },
        { eventType, mail: { messageId: "m", tags } },
      );
    expect(await say("Delivery")).toBe("recorded");
    expect(await say("Delivery")).toBe("ignored");
    expect((await world.deps.alertMails.get(world.workspace.id, armed?.id ?? ""))?.state).toBe("delivered");
  });

  it("a worker that died after it armed a mail delays it by the time its event has, and no longer", async () => {
    const alertId = await raise("high");
    world.mailService.fault = answerLost;
    const { alerts } = world.deps;
    const dying = { ...world.deps, alerts: { ...alerts, save: async () => Promise.reject(new Error("died")) } };
    await expect(mailAlert(dying, { workspaceId: world.workspace.id, alertId })).rejects.toThrow("died");
    expect(await mail(alertId)).toBe("waiting");
    expect(world.sent).toHaveLength(1);
    world.mailService.fault = undefined;
    world.clock.advance(armedGraceMs);
    await runSchedule();
    expect(world.sent).toHaveLength(2);
    const links = world.sent.map(linkOf);
    for (const link of links) expect((await openAlertLink(world.deps, link)).ok).toBe(true);
  });
});

describe("quiet hours", () => {
  const quiet = { on: true, from: "21:00", to: "08:00", holdUpTo: "medium" } as const;
  const night = "2026-11-24T22:30:00Z";
  it.each([
    ["low", false],
    ["medium", false],
    ["high", true],
    ["critical", true],
  ] as const)("at night a %s alert is mailed at once: %s", async (severity, isMailed) => {
    await settings({ quiet });
    world.clock.set(night);
    const alertId = await raise(severity);
    await mail(alertId);
    expect(world.sent).toHaveLength(isMailed ? 1 : 0);
    if (isMailed) return;
    world.clock.set("2026-11-25T05:59:59Z");
    await runSchedule();
    expect(world.sent).toHaveLength(0);
    world.clock.set("2026-11-25T06:00:00Z");
    await runSchedule();
    expect(world.sent).toHaveLength(1);
  });

  it("never hold a critical one back, whatever is set", async () => {
    await settings({ quiet: { ...quiet, holdUpTo: "high" } });
    world.clock.set(night);
    await mail(await raise("critical"));
    expect(world.sent).toHaveLength(1);
  });

  it("that are changed while an alert waits count at once", async () => {
    await settings({ quiet });
    world.clock.set(night);
    const alertId = await raise("low");
    await settings({ quiet: { ...quiet, on: false } });
    await mail(alertId);
    expect(world.sent).toHaveLength(1);
  });

  const zone = "Europe/Kyiv";
  it.each([
    ["before midnight", "2026-11-24T20:00:00Z", "2026-11-25T06:00:00Z"],
    ["after midnight", "2026-11-25T01:00:00Z", "2026-11-25T06:00:00Z"],
    ["in the last minute", "2026-11-25T05:59:00Z", "2026-11-25T06:00:00Z"],
    ["by day", "2026-11-25T06:00:00Z", "2026-11-25T06:00:00Z"],
    ["on the night when clocks go back", "2026-10-24T22:00:00Z", "2026-10-25T06:00:00Z"],
    ["on the night when clocks go forward", "2026-03-28T22:00:00Z", "2026-03-29T05:00:00Z"],
  ])("%s they end in the morning of the workspace's clock", (_, at, end) => {
    expect(new Date(afterQuiet(Date.parse(at), quiet, zone)).toISOString()).toBe(new Date(end).toISOString());
  });

  it.each([
    ["before the hour that comes twice", "2026-10-24T22:00:00Z", "2026-10-25T01:30:00Z"],
    ["in its second run", "2026-10-25T01:10:00Z", "2026-10-25T01:30:00Z"],
    ["into an hour that is skipped", "2026-03-28T23:00:00Z", "2026-03-29T01:30:00Z"],
  ])("that end %s never end before they began", (_, at, end) => {
    const short = { ...quiet, to: "03:30" };
    expect(new Date(afterQuiet(Date.parse(at), short, zone)).toISOString()).toBe(new Date(end).toISOString());
  });

  it("may lie within a day", () => {
    const siesta = { ...quiet, from: "13:00", to: "15:00" };
    expect(afterQuiet(Date.parse("2026-11-24T12:00:00Z"), siesta, zone)).toBe(Date.parse("2026-11-24T13:00:00Z"));
    expect(afterQuiet(Date.parse("2026-11-24T13:00:00Z"), siesta, zone)).toBe(Date.parse("2026-11-24T13:00:00Z"));
  });
});

describe("the link in the mail", () => {
  const prepared = async () => {
    await settings({ management: [{ email: "ceo@example.com", name: "Ірина", language: "en" }] });
    const alertId = await raise("critical");
    await mail(alertId);
    world.clock.advance(hour / 2);
    await runSchedule();
    return { alertId, token: linkOf(world.sent.at(-1)) };
  };

  it("shows, and changes nothing by being opened; only saying so acknowledges", async () => {
    const { alertId, token } = await prepared();
    for (let i = 0; i < 3; i++) unwrap(await openAlertLink(world.deps, token));
    expect((await stored(alertId)).state).toBe("open");
    unwrap(await acknowledgeByLink(world.deps, token));
    expect(await stored(alertId)).toMatchObject({ state: "acknowledged", acknowledged: { by: "external:Ірина" } });
    unwrap(await acknowledgeByLink(world.deps, token));
    expect(world.published.filter(({ type }) => type === "alert.acknowledged")).toHaveLength(1);
  });

  it("names the member where its reader is one", async () => {
    const { alertId } = await prepared();
    unwrap(await acknowledgeByLink(world.deps, linkOf(world.sent[0])));
    expect((await stored(alertId)).acknowledged?.by).toBe("mem_manager");
  });

  it("ends, and is refused in one way whatever is wrong with it", async () => {
    const { token } = await prepared();
    const forged = `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;
    const other = alertsWorld(dynamo);
    const foreign = `${other.workspace.id.slice(3)}${token.slice(26)}`;
    for (const wrong of [forged, foreign, "", "x", token.slice(1)]) {
      expect(await openAlertLink(world.deps, wrong)).toMatchObject({
        ok: false,
        error: { code: "alert-link-invalid" },
      });
    }
    world.clock.advance(linkLifetimeMs);
    expect(await acknowledgeByLink(world.deps, token)).toMatchObject({ error: { code: "alert-link-invalid" } });
  });

  it("says so when the alert was closed meanwhile", async () => {
    const { alertId, token } = await prepared();
    const alert = await stored(alertId);
    await world.deps.alerts.save({ ...alert, state: "closed", version: alert.version + 1 });
    expect(await acknowledgeByLink(world.deps, token)).toMatchObject({ error: { code: "alert-state-refuses" } });
  });
});

describe("the settings", () => {
  it("are for managers and owners, on the version that was read", async () => {
    const change = { ...defaultAlertSettings, mailOpportunities: true };
    expect(await changeAlertSettings(world.deps, actor("viewer"), change)).toMatchObject({
      error: { code: "forbidden" },
    });
    expect(await changeAlertSettings(world.deps, actor("manager"), change)).toMatchObject({ value: { version: 1 } });
    expect(await changeAlertSettings(world.deps, actor("owner"), change)).toMatchObject({
      error: { code: "alert-settings-changed" },
    });
  });
});
