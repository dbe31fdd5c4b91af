import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { suspensionRepository } from "../adapters/dynamo/suspension-repository.ts";
import type { Actor, Role } from "../kernel/actor.ts";
import { fakeClock } from "../kernel/clock.ts";
import { newId } from "../kernel/ids.ts";
import { type MailEvent, workspaceTag } from "../kernel/mail-course.ts";
import { liftSuspension } from "./lift-suspension.ts";
import { suspensionIdOf } from "./model.ts";
import { suspensionOf } from "./read-suspension.ts";
import { suspendByMailEvent } from "./suspend-address.ts";

let dynamo: TestDynamo;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());

let workspaceId: string;
let clock: ReturnType<typeof fakeClock>;
let deps: Parameters<typeof suspendByMailEvent>[0];
beforeEach(() => {
  workspaceId = newId("ws");
  clock = fakeClock("2026-11-23T07:00:00Z");
  deps = { suspensions: suspensionRepository(dynamo), clock };
});

const gone: Partial<MailEvent> = { eventType: "Bounce", bounce: { bounceType: "Permanent", bounceSubType: "General" } };
const event = (change: Partial<MailEvent>, to = "a@b.ua"): MailEvent => ({
  eventType: "Delivery",
  ...change,
  mail: {
    messageId: "m",
    timestamp: new Date(clock.nowMs()).toISOString(),
    destination: [to],
    tags: { [workspaceTag]: [workspaceId] },
  },
});
const reason = async (email = "a@b.ua") => (await suspensionOf(deps, workspaceId, email))?.because;
const member = (role: Role): Actor => ({ type: "member", workspaceId, memberId: "mem_1", role, language: "uk" });

it.each([
  ["comes back for good", gone, "bounced"],
  ["is called spam", { eventType: "Complaint" }, "complained"],
  [
    "finds a full mailbox",
    { eventType: "Bounce", bounce: { bounceType: "Transient", bounceSubType: "MailboxFull" } },
    undefined,
  ],
  ["comes back for reasons unknown", { eventType: "Bounce", bounce: { bounceType: "Undetermined" } }, undefined],
  ["is delivered", {}, undefined],
] as const)("an address whose mail %s", async (_, change, because) => {
  await suspendByMailEvent(deps, event(change));
  expect(await reason()).toBe(because);
});

it("is known in any spelling, in its own workspace alone, and not in clear", async () => {
  await suspendByMailEvent(deps, event(gone, "Anna@B.ua"));
  expect(await reason("anna@b.UA")).toBe("bounced");
  expect(await suspensionOf(deps, newId("ws"), "anna@b.ua")).toBeUndefined();
  const stored = await deps.suspensions.get(workspaceId, suspensionIdOf(workspaceId, "anna@b.ua"));
  expect(JSON.stringify(stored)).not.toMatch(/anna/i);
});

it("keeps the first reason when the events come again and at once", async () => {
  const outcomes = await Promise.all([1, 2, 3].map(() => suspendByMailEvent(deps, event(gone))));
  expect(outcomes.filter((outcome) => outcome === "suspended")).toHaveLength(1);
  expect(await suspendByMailEvent(deps, event({ eventType: "Complaint" }))).toBe("ignored");
  expect(await reason()).toBe("bounced");
});

it("is tried again when somebody lets it; only a newer mail suspends it anew", async () => {
  const old = event(gone);
  await suspendByMailEvent(deps, old);
  clock.advance(60_000);
  expect((await liftSuspension(deps, member("manager"), { email: "a@b.ua" })).ok).toBe(true);
  expect(await reason()).toBeUndefined();
  expect(await suspendByMailEvent(deps, old)).toBe("ignored");
  clock.advance(60_000);
  expect(await suspendByMailEvent(deps, event(gone))).toBe("suspended");
  expect(await reason()).toBe("bounced");
});

it("is not let by those who may not manage reports", async () => {
  await suspendByMailEvent(deps, event(gone));
  expect((await liftSuspension(deps, member("author"), { email: "a@b.ua" })).ok).toBe(false);
  expect(await reason()).toBe("bounced");
});
