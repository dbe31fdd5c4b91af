import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { comment, type InboxRig, intakeRig } from "#tests/support/inbox.ts";
import type { MessageTarget, ReplyAnswer } from "../channels/replies.ts";
import { systemActor } from "../kernel/actor.ts";
import { type FakeClock, fakeClock } from "../kernel/clock.ts";
import { unwrap } from "../kernel/result.ts";
import {
  handleDelivery,
  handleRespondMessage,
  mayReplyPrivately,
  messageIdOf,
  replyToMessage,
  threadIdOf,
} from "./index.ts";
import type { ReplyInput } from "./reply-to-message.ts";

const day = 86_400_000;
const threadId = threadIdOf("chan_1", "c1");
let dynamo: TestDynamo;
let rig: InboxRig;
let clock: FakeClock;
let sent: { target: MessageTarget; text: string }[];
let answer: ReplyAnswer;
let workspaces = 0;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(async () => {
  clock = fakeClock("2026-11-20T10:00:00Z");
  rig = intakeRig(dynamo, `ws_private${workspaces++}`, clock);
  sent = [];
  answer = { kind: "done", remoteId: "m_1" };
  rig.platform.replies = {
    reply: async (_call, target, text) => {
      sent.push({ target, text });
      return answer;
    },
    findReply: async () => ({ kind: "absent" }),
    setHidden: async () => ({ kind: "done" }),
    setLiked: async () => ({ kind: "done" }),
    remove: async () => ({ kind: "done" }),
  };
  await handleDelivery(rig, rig.delivery([comment({ occurredAt: clock.nowMs() })]));
});

const actor = () => systemActor(rig.channel.workspaceId, "test");
const ask = (change: Partial<ReplyInput> = {}) =>
  replyToMessage(rig, actor(), {
    ...{ threadId, text: "Ціни надіслали вам", clientKey: `client-key-${sent.length}`, privately: true },
    ...change,
  });
const carryOut = async () => {
  for (const { message } of rig.sent.splice(0)) await handleRespondMessage(rig, message);
};
const codeOf = (result: Awaited<ReturnType<typeof ask>>) => (result.ok ? undefined : result.error);
const messages = () => rig.messages.listByThread(rig.channel.workspaceId, threadId);

it("goes to the author of the comment alone, and stands below the comment as such, which is answered by it", async () => {
  const asked = unwrap(await ask());
  expect(asked.target).toEqual({
    ...{ kind: "comment", remoteId: "c1", authorRemoteId: "person-1", privately: true },
    parentRemoteId: undefined,
  });
  await carryOut();
  expect(sent).toMatchObject([{ target: { remoteId: "c1", privately: true }, text: "Ціни надіслали вам" }]);
  const own = (await messages()).filter((message) => message.own);
  expect(own).toMatchObject([{ kind: "direct", remoteId: "privately-m_1", text: "Ціни надіслали вам" }]);
  expect(await rig.threads.get(rig.channel.workspaceId, threadId)).toMatchObject({ kind: "comment", unanswered: 0 });
});

it("is sent once for a comment, whoever asks and however often", async () => {
  const [one, other] = await Promise.all([ask({ clientKey: "from-one-1" }), ask({ clientKey: "from-other" })]);
  expect(unwrap(one).id).toBe(unwrap(other).id);
  expect(codeOf(await ask({ text: "Інші слова" }))).toMatchObject({ code: "private-reply-given" });
  await carryOut();
  await carryOut();
  expect(sent).toHaveLength(1);
  expect(codeOf(await ask({ text: "Ще щось" }))).toMatchObject({ code: "private-reply-given" });
  expect(unwrap(await ask()).state).toBe("done");
  await carryOut();
  expect(sent).toHaveLength(1);
});

it("may be asked for again when the platform surely did not take it", async () => {
  answer = { kind: "rejected", cause: { class: "blocked", code: "368", message: "" } };
  unwrap(await ask());
  await carryOut();
  answer = { kind: "done", remoteId: "m_2" };
  unwrap(await ask({ text: "Інші слова" }));
  await carryOut();
  expect(sent.map(({ text }) => text)).toEqual(["Ціни надіслали вам", "Інші слова"]);
});

it("says so when somebody answered privately in the platform's own app", async () => {
  answer = { kind: "rejected", cause: { class: "duplicate", code: "10900", message: "" } };
  const { id } = unwrap(await ask());
  await carryOut();
  const stored = await rig.outgoings.get(rig.channel.workspaceId, threadId, id);
  expect(stored).toMatchObject({ state: "failed", failure: { code: "private-reply-given" } });
});

it("is refused when seven days have passed since the comment, also when they pass while it waits", async () => {
  const { id } = unwrap(await ask());
  clock.advance(7 * day + 1);
  await carryOut();
  expect(sent).toEqual([]);
  expect(await rig.outgoings.get(rig.channel.workspaceId, threadId, id)).toMatchObject({
    failure: { code: "private-reply-too-late", params: { days: 7 } },
  });
  expect(codeOf(await ask())).toMatchObject({ code: "private-reply-too-late", params: { days: 7 } });
  expect(unwrap(await ask({ privately: false })).target.privately).toBeUndefined();
});

it("is for comments of others only, and only where the platform can do it", async () => {
  const own = comment({
    remoteId: "own",
    threadRemoteId: "c1",
    parentRemoteId: "c1",
    own: true,
    occurredAt: clock.nowMs(),
  });
  const direct = comment({ remoteId: "d1", threadRemoteId: "p1", messageKind: "direct", occurredAt: clock.nowMs() });
  const mention = comment({ remoteId: "n1", threadRemoteId: "n1", messageKind: "mention", occurredAt: clock.nowMs() });
  await handleDelivery(rig, rig.delivery([own, direct, mention]));
  expect(codeOf(await ask({ messageId: messageIdOf("chan_1", "own") }))).toMatchObject({ code: "own-message" });
  expect(codeOf(await ask({ messageId: messageIdOf("chan_1", "nothing") }))).toMatchObject({ code: "not-found" });
  for (const [thread, message] of [
    ["p1", "d1"],
    ["n1", "n1"],
  ] as const) {
    const input = { threadId: threadIdOf("chan_1", thread), messageId: messageIdOf("chan_1", message) };
    expect(codeOf(await ask(input))).toMatchObject({ code: "action-not-supported" });
  }
});

it("is offered until its window ends, and not once it is given", async () => {
  const until = clock.nowMs() + 7 * day;
  const offered = async (manifest: object = { privateReply: { hours: 168 } }) => {
    const outgoing = await rig.outgoings.listByThread(rig.channel.workspaceId, threadId);
    return (await messages()).map((message) => mayReplyPrivately(manifest, message, outgoing, clock.nowMs()));
  };
  expect(await offered()).toEqual([until]);
  expect(await offered({})).toEqual([undefined]);
  unwrap(await ask());
  expect(await offered()).toEqual([undefined]);
});
