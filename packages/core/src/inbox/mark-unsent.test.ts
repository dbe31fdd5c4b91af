import { beforeEach, describe, expect, it } from "vitest";
import { comment, type InboxRig } from "#tests/support/inbox.ts";
import { freshWorkspaceForEach, willingReplies } from "#tests/support/intake-rig.ts";
import type { ReplyAnswer } from "../channels/replies.ts";
import type { Actor } from "../kernel/actor.ts";
import type { FakeClock } from "../kernel/clock.ts";
import { unwrap } from "../kernel/result.ts";
import { handleDelivery, handleRespondMessage, markThread, replyToMessage, snoozeThread, threadIdOf } from "./index.ts";

let rig: InboxRig;
let clock: FakeClock;
let actor: Actor;
let answer: ReplyAnswer;
freshWorkspaceForEach((start) => {
  ({ rig, clock, actor } = start);
});
beforeEach(async () => {
  answer = { kind: "rejected", cause: { class: "not-found", code: "100", message: "" } };
  rig.platform.replies = willingReplies({ reply: async () => answer, findReply: async () => lost });
  await deliver(comment({ occurredAt: now() }));
});

const lost = { kind: "unknown", cause: { class: "unknown", code: "timeout", message: "" } } as const;
const minute = 60_000;
const now = () => clock.nowMs();
const threadId = threadIdOf("chan_1", "c1");
const deliver = (...items: Parameters<InboxRig["delivery"]>[0]) => handleDelivery(rig, rig.delivery(items));
const thread = () => rig.threads.get(actor.workspaceId, threadId);
const work = async () => {
  for (const { message } of rig.sent.splice(0)) await handleRespondMessage(rig, message);
};
let keys = 0;
const ask = async () =>
  unwrap(await replyToMessage(rig, actor, { threadId, text: "З восьмої", clientKey: `client-key-${++keys}` }));
const reply = async () => {
  const asked = await ask();
  await work();
  return asked;
};
const told = (type: string) => rig.published.filter((event) => event.type === type).map(({ data }) => data);

describe("a reply that failed", () => {
  it("is marked on its thread with its cause", async () => {
    const { id } = await reply();
    expect(await thread()).toMatchObject({
      unsent: { outgoingId: id, state: "failed", code: "answer-target-gone", at: now() },
    });
  });

  it("opens its thread again when that was done or set aside meanwhile, with the target as before", async () => {
    const { dueAt } = (await thread()) ?? {};
    await ask();
    unwrap(await markThread(rig, actor, { threadId, state: "done" }));
    await work();
    expect(await thread()).toMatchObject({ state: "open", dueAt });
    unwrap(await snoozeThread(rig, actor, { threadId, until: "2026-11-27T12:00" }));
    await reply();
    expect((await thread())?.snooze).toBeUndefined();
  });

  it("is dealt with by the next reply that arrives, here or on the platform itself, and that is told", async () => {
    await reply();
    answer = { kind: "done", remoteId: "a1" };
    clock.advance(minute);
    await reply();
    expect((await thread())?.unsent).toBeUndefined();
    expect(told("reply.sent")).toMatchObject([{ overcome: "answer-target-gone" }]);

    answer = { kind: "rejected", cause: { class: "permission", code: "200", message: "" } };
    await reply();
    clock.advance(minute);
    await deliver(comment({ remoteId: "own", own: true, text: "З восьмої", occurredAt: now() }));
    expect((await thread())?.unsent).toBeUndefined();
  });

  it("is dealt with by a member who marks the thread done after it, not by a customer who writes again", async () => {
    await reply();
    clock.advance(minute);
    await deliver(comment({ remoteId: "c2", text: "Агов?", occurredAt: now() }));
    expect((await thread())?.unsent).toBeDefined();
    unwrap(await markThread(rig, actor, { threadId, state: "done" }));
    expect(await thread()).toMatchObject({ state: "done" });
    expect((await thread())?.unsent).toBeUndefined();
    expect(told("thread.done")).toMatchObject([{ overcome: "answer-target-gone" }]);
  });

  it("is no matter where a later one has arrived meanwhile", async () => {
    answer = lost;
    await reply();
    clock.advance(minute);
    answer = { kind: "done", remoteId: "a2" };
    await reply();
    unwrap(await markThread(rig, actor, { threadId, state: "done" }));
    answer = { kind: "rejected", cause: { class: "permission", code: "200", message: "" } };
    if (rig.platform.replies) rig.platform.replies.findReply = async () => ({ kind: "absent" });
    for (let look = 0; look < 40 && told("reply.failed").length === 0; look++) {
      clock.advance(5 * minute);
      await work();
    }
    expect(told("reply.failed")).toHaveLength(1);
    expect(await thread()).toMatchObject({ state: "done" });
    expect((await thread())?.unsent).toBeUndefined();
  });

  it("after many attempts does not say that it will be sent yet", async () => {
    answer = { kind: "retry", afterMs: 1000, cause: { class: "rate-limited", resetAt: 0, code: "32", message: "" } };
    await reply();
    for (let attempt = 1; attempt < 8; attempt++) {
      clock.advance(15 * minute);
      await work();
    }
    expect(await thread()).toMatchObject({ unsent: { state: "failed", code: "answer-given-up" } });
  });
});

describe("a reply of which nobody knows", () => {
  const looksFor = async (minutes: number) => {
    for (let passed = 0; passed < minutes; passed += 5) {
      clock.advance(5 * minute);
      await work();
    }
  };

  it("is told of once when a quarter of an hour has passed, and leaves the thread as done as it is", async () => {
    answer = lost;
    const { id: outgoingId } = await reply();
    unwrap(await markThread(rig, actor, { threadId, state: "done" }));
    await looksFor(10);
    expect(told("reply.unconfirmed")).toEqual([]);
    await looksFor(30);
    expect(told("reply.unconfirmed")).toMatchObject([{ outgoingId, code: "answer-unconfirmed" }]);
    expect(await thread()).toMatchObject({ state: "done", unsent: { outgoingId, state: "unconfirmed" } });
  });

  it("is not told of when a later one has arrived", async () => {
    answer = lost;
    await reply();
    clock.advance(minute);
    answer = { kind: "done", remoteId: "a2" };
    await reply();
    await looksFor(30);
    expect(told("reply.unconfirmed")).toEqual([]);
    expect((await thread())?.unsent).toBeUndefined();
  });

  it("is no matter any more once it is found", async () => {
    answer = lost;
    await reply();
    await looksFor(20);
    expect((await thread())?.unsent).toBeDefined();
    if (rig.platform.replies) rig.platform.replies.findReply = async () => ({ kind: "found", remoteId: "a1" });
    await looksFor(5);
    expect((await thread())?.unsent).toBeUndefined();
  });
});
