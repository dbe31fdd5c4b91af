import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type AlertsWorld, alertsWorld, aMember, refused } from "#tests/support/alerts-world.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import type { Mailer } from "../kernel/mail.ts";
import type { MailEvent } from "../kernel/mail-course.ts";
import { liftSuspension, suspendByMailEvent } from "../mailing/index.ts";
import { alertMailTags } from "./alert-mail.ts";
import { mailAlert } from "./mail-alert.ts";
import { alertIdOf } from "./model.ts";
import { raiseAlert } from "./raise-alert.ts";
import { recordAlertMail } from "./record-alert-mail.ts";

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

async function raise(): Promise<string> {
  const at = world.clock.nowMs();
  await raiseAlert(world.deps, world.workspace.id, {
    kind: "crisis-words",
    cause: "chan_1:lawsuit",
    severity: "high",
    channelId: "chan_1",
    params: { topic: "lawsuit", words: "до суду" },
    evidence: [{ key: "m1", what: "message", id: "thr_1", excerpt: "Подам до суду", person: "Олена", at }],
  });
  return alertIdOf(world.workspace.id, "crisis-words", "chan_1:lawsuit");
}
const mail = (alertId: string) => mailAlert(world.deps, { workspaceId: world.workspace.id, alertId });
const addresses = () => world.sent.map(({ to }) => to.address);
const mailsOf = async (alertId: string) => world.deps.alertMails.ofAlert(world.workspace.id, alertId);
const bounce = (email: string, tags: Record<string, string> = {}, bounceType = "Permanent"): MailEvent => ({
  eventType: "Bounce",
  bounce: { bounceType, bounceSubType: "General" },
  mail: {
    messageId: "m",
    timestamp: new Date(world.clock.nowMs()).toISOString(),
    destination: [email],
    tags: {
      [alertMailTags.workspace]: [world.workspace.id],
      ...Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])),
    },
  },
});
const suspend = (email: string) => suspendByMailEvent(world.deps, bounce(email));
/** The mail service says that the mail of a reader came back. */
async function comeBack(alertId: string, email: string, bounceType?: string): Promise<"recorded" | "ignored"> {
  const own = (await mailsOf(alertId)).find(({ reader }) => reader.email === email);
  const event = bounce(email, { [alertMailTags.mail]: own?.id ?? "" }, bounceType);
  await suspendByMailEvent(world.deps, event);
  return recordAlertMail({ ...world.deps, mails: world.deps.alertMails }, event);
}

it("tells the owners at once, with the name, when the manager's address is suspended", async () => {
  await suspend("manager@example.com");
  const alertId = await raise();
  expect(await mail(alertId)).toBe("mailed");
  expect(addresses()).toEqual(["owner@example.com"]);
  expect(world.sent[0]?.text).toContain("Листи не доходять, тож сповіщення не отримали: manager.");
  expect(world.sent[0]?.html).toContain("не отримали: manager");
  const withheld = (await mailsOf(alertId)).find(({ reader }) => reader.email === "manager@example.com");
  expect(withheld).toMatchObject({ state: "waiting", withheldAt: world.clock.nowMs() });
});

it("says nothing of it where everybody is reached", async () => {
  await mail(await raise());
  expect(addresses()).toEqual(["manager@example.com"]);
  expect(world.sent[0]?.text).not.toContain("не доходять");
});

it("tells the others of the team and the owners when one of several is not reached", async () => {
  world.members.push(aMember(world.workspace.id, "manager", { id: "mem_2", email: "second@example.com" }));
  await suspend("second@example.com");
  await mail(await raise());
  expect(addresses().sort()).toEqual(["manager@example.com", "owner@example.com"]);
});

it("goes on to the management when no owner can be mailed, and says so when nobody can", async () => {
  const viewer = { id: "mem_v", email: "board@example.com", acknowledges: true };
  world.members.push(aMember(world.workspace.id, "viewer", viewer));
  await suspend("manager@example.com");
  await suspend("owner@example.com");
  expect(await mail(await raise())).toBe("mailed");
  expect(addresses()).toEqual(["board@example.com"]);
  await suspend("board@example.com");
  world.clock.advance(2 * 3_600_000);
  expect(await mail(await raise())).toBe("nobody-reached");
  expect(addresses()).toEqual(["board@example.com"]);
});

it.each(["Permanent", "Transient"])("tells the owners when the mail comes back afterwards: %s", async (bounceType) => {
  const alertId = await raise();
  await mail(alertId);
  expect(await comeBack(alertId, "manager@example.com", bounceType)).toBe("recorded");
  expect(await comeBack(alertId, "manager@example.com", bounceType)).toBe("ignored");
  expect(await mail(alertId)).toBe("mailed");
  expect(await mail(alertId)).toBe("held-back");
  expect(addresses()).toEqual(["manager@example.com", "owner@example.com"]);
});

it("tells the owners when a mail comes back while another is being sent", async () => {
  world.members.push(aMember(world.workspace.id, "manager", { id: "mem_2", email: "second@example.com" }));
  const alertId = await raise();
  const send: Mailer["send"] = async (one) => {
    if (one.to.address === "second@example.com") await comeBack(alertId, "manager@example.com");
    return world.deps.mailer.send(one);
  };
  await mailAlert({ ...world.deps, mailer: { send } }, { workspaceId: world.workspace.id, alertId });
  expect(addresses()).toEqual(["manager@example.com", "second@example.com"]);
  expect(await mail(alertId)).toBe("mailed");
  expect(addresses()).toEqual(["manager@example.com", "second@example.com", "owner@example.com"]);
  expect(await mail(alertId)).toBe("held-back");
});

it("leaves an alert alone that somebody has acknowledged before its mail came back", async () => {
  const alertId = await raise();
  await mail(alertId);
  const alert = await world.deps.alerts.get(world.workspace.id, alertId);
  if (!alert) throw new Error("no alert");
  await world.deps.alerts.save({ ...alert, state: "acknowledged", wakeAt: undefined, version: alert.version + 1 });
  await comeBack(alertId, "manager@example.com");
  expect(await mail(alertId)).toBe("not-due");
  expect(addresses()).toEqual(["manager@example.com"]);
});

it("tells the owners when the mail service refuses a mail five times", async () => {
  const alertId = await raise();
  world.mailService.fault = ({ to }) => (to.address === "manager@example.com" ? refused() : undefined);
  for (let tried = 1; tried < 5; tried += 1) await expect(mail(alertId)).rejects.toThrow("was not taken");
  expect(await mail(alertId)).toBe("waiting");
  expect(await mail(alertId)).toBe("mailed");
  expect(addresses()).toEqual(["owner@example.com"]);
});

it("mails an address again once a member lets it", async () => {
  await suspend("manager@example.com");
  const alertId = await raise();
  await liftSuspension(
    world.deps,
    { type: "member", workspaceId: world.workspace.id, memberId: "mem_owner", role: "owner", language: "uk" },
    { email: "manager@example.com" },
  );
  await mail(alertId);
  expect(addresses()).toEqual(["manager@example.com"]);
});
