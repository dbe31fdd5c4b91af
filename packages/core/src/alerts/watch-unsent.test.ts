import * as v from "valibot";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type AlertsWorld, alertsWorld } from "#tests/support/alerts-world.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { comment, type InboxRig, intakeRig } from "#tests/support/inbox.ts";
import { willingReplies } from "#tests/support/intake-rig.ts";
import type { ReplyAnswer } from "../channels/replies.ts";
import {
  handleDelivery,
  handleRespondMessage,
  markThread,
  replyFailed,
  replySent,
  replyToMessage,
  replyUnconfirmed,
  threadDone,
  threadIdOf,
} from "../inbox/index.ts";
import type { MemberActor } from "../kernel/actor.ts";
import { unwrap } from "../kernel/result.ts";
import { lookAtOpen } from "./look-at-open.ts";
import { settleUnsent, watchUnsent } from "./watch-unsent.ts";

let dynamo: TestDynamo;
let world: AlertsWorld;
let rig: InboxRig;
let actor: MemberActor;
let answer: ReplyAnswer;
const refused = (kind: "permission" | "not-found"): ReplyAnswer => ({
  kind: "rejected",
  cause: { class: kind, code: "200", message: "" },
});
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  world = alertsWorld(dynamo);
  const { workspace, clock } = world;
  rig = intakeRig(dynamo, workspace.id, clock);
  actor = { type: "member", workspaceId: workspace.id, memberId: "mem_1", role: "manager", language: "uk" };
  answer = refused("permission");
  rig.platform.replies = willingReplies({ reply: async () => answer });
});

let keys = 0;
/** Asks for a reply under a comment and works it off. */
async function happens(n: number): Promise<void> {
  const threadId = threadIdOf("chan_1", `c${n}`);
  world.clock.advance(60_000);
  const asked = comment({ remoteId: `c${n}`, threadRemoteId: `c${n}`, occurredAt: world.clock.nowMs() });
  await handleDelivery(rig, rig.delivery([asked]));
  unwrap(await replyToMessage(rig, actor, { threadId, text: "Так", clientKey: `client-key-${++keys}` }));
  for (const { message } of rig.sent.splice(0)) await handleRespondMessage(rig, message);
}
/** What the register hears of it. */
async function hear(): Promise<void> {
  for (const event of rig.published.splice(0)) {
    const one = v.safeParse(unsent, event);
    if (one.success) await watchUnsent(world.deps, one.output);
    const over = v.safeParse(overcome, event);
    if (over.success) await settleUnsent(world.deps, over.output.workspaceId, over.output.data);
  }
}
const unsent = v.union([replyFailed.schema, replyUnconfirmed.schema]);
const overcome = v.union([replySent.schema, threadDone.schema]);
const reply = async (n: number): Promise<void> => {
  await happens(n);
  await hear();
};
const alerts = async (state: "open" | "closed") =>
  (await world.deps.alerts.list(world.workspace.id, { state }, 10, undefined)).map(
    ({ kind, severity, count, params, outcome }) =>
      [kind, severity, count, params.code, outcome?.because].filter((one) => one !== undefined).join(" "),
  );

it("is one alert for a channel and cause, with each of the conversations", async () => {
  await reply(1);
  await reply(2);
  answer = refused("not-found");
  await reply(3);
  expect((await alerts("open")).toSorted()).toEqual([
    "answer-unsent high 1 answer-target-gone",
    "answer-unsent high 2 answer-not-permitted",
  ]);
});

it("has ended with the next reply of the last conversation in it", async () => {
  await reply(1);
  await reply(2);
  answer = { kind: "done", remoteId: "a1" };
  await reply(1);
  expect(await alerts("closed")).toEqual([]);
  answer = { kind: "done", remoteId: "a2" };
  await reply(2);
  expect(await alerts("closed")).toEqual(["answer-unsent high 2 answer-not-permitted reply-arrived"]);
});

it("has ended when a member deals with it, and when it failed over something else since", async () => {
  await reply(1);
  unwrap(await markThread(rig, actor, { threadId: threadIdOf("chan_1", "c1"), state: "done" }));
  await hear();
  expect(await alerts("closed")).toEqual(["answer-unsent high 1 answer-not-permitted done"]);
  await reply(2);
  answer = refused("not-found");
  await reply(2);
  await lookAtOpen(world.deps, world.workspace.id);
  expect(await alerts("open")).toEqual(["answer-unsent high 1 answer-target-gone"]);
});

it("is not raised of what was dealt with before it was heard", async () => {
  await happens(1);
  unwrap(await markThread(rig, actor, { threadId: threadIdOf("chan_1", "c1"), state: "done" }));
  await hear();
  expect(await alerts("open")).toEqual([]);
});
