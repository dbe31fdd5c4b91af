import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { comment, type InboxRig, intakeRig } from "#tests/support/inbox.ts";
import type { RepliesCapability } from "../channels/replies.ts";
import { systemActor } from "../kernel/actor.ts";
import { fakeClock } from "../kernel/clock.ts";
import { unwrap } from "../kernel/result.ts";
import {
  handleDelivery,
  handleRespondMessage,
  listStuckReplies,
  messageIdOf,
  moderateMessage,
  type RespondMessage,
  replyToMessage,
  threadIdOf,
} from "./index.ts";

let dynamo: TestDynamo;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());

const start = "2026-11-20T10:00:00Z";
let workspaces = 0;

/** A page that keeps what was answered on it, and in what way. */
function page(clock: { nowMs(): number }) {
  const answers: { remoteId: string; text: string; at: number; privately?: true | undefined }[] = [];
  /** The state of the one comment, as its platform has it. */
  const comment = { hidden: false, liked: false, removed: false };
  const set = async (change: Partial<typeof comment>) => {
    Object.assign(comment, change);
    return { kind: "done" } as const;
  };
  const replies: RepliesCapability = {
    reply: async (_call, { privately }, text) => {
      const remoteId = `answer-${answers.length + 1}`;
      answers.push({ remoteId, text, at: clock.nowMs(), privately });
      return { kind: "done", remoteId };
    },
    findReply: async (_call, { privately }, { text, armedAt }) => {
      const found = answers.find(
        (answer) => answer.text === text && answer.at >= armedAt && answer.privately === privately,
      );
      return found ? { kind: "found", remoteId: found.remoteId } : { kind: "absent" };
    },
    setHidden: (_call, _target, hidden) => set({ hidden }),
    setLiked: (_call, _target, liked) => set({ liked }),
    remove: () => set({ removed: true }),
  };
  return { answers, replies, comment };
}

/** Dies at the n-th call to anything outside, before or after it takes effect; a dead worker calls nothing any more. */
function mortal<T extends object>(ports: T, at: number, when: "before" | "after") {
  let calls = 0;
  let dead = false;
  const die = () => {
    dead = true;
    throw new Error("the worker died");
  };
  const wrap = <P extends object>(port: P): P =>
    new Proxy(port, {
      get(target, name) {
        const member = Reflect.get(target, name) as unknown;
        if (typeof member !== "function") return member;
        return async (...args: unknown[]) => {
          if (dead) die();
          calls += 1;
          if (calls === at && when === "before") die();
          const answer = await (member as (...args: unknown[]) => unknown).apply(target, args);
          if (calls === at && when === "after") die();
          return answer;
        };
      },
    });
  return { ports: wrap(ports), wrap, wasHit: () => calls >= at };
}

const outside = [
  "outgoings",
  "messages",
  "threads",
  "reviews",
  "events",
  "dirtyBuckets",
  "respondQueue",
  "channels",
  "channelCalls",
  "workspaces",
] as const;

/** The rig for one life of a worker that dies at its n-th call. */
function dyingRig(rig: InboxRig, replies: RepliesCapability, at: number, when: "before" | "after") {
  const { wrap, wasHit } = mortal({}, at, when);
  const wrapped = Object.fromEntries(outside.map((name) => [name, wrap(rig[name])]));
  rig.platform.replies = wrap(replies);
  return { deps: { ...rig, ...wrapped } as InboxRig, wasHit };
}

const threadId = threadIdOf("chan_1", "c1");

/** A page with one comment that was taken in. */
async function scene() {
  const workspaceId = `ws_fault${workspaces++}`;
  const clock = fakeClock(start);
  const rig = intakeRig(dynamo, workspaceId, clock);
  const onPlatform = page(clock);
  rig.platform.replies = onPlatform.replies;
  await handleDelivery(rig, rig.delivery([comment({ occurredAt: clock.nowMs() - 60_000 })]));
  return { rig, clock, onPlatform };
}

async function asked(privately = false) {
  const { rig, clock, onPlatform } = await scene();
  const input = { threadId, text: "З восьмої", clientKey: "client-key-1", privately };
  const outgoing = unwrap(await replyToMessage(rig, systemActor(rig.channel.workspaceId, "test"), input));
  return { rig, clock, answers: onPlatform.answers, replies: onPlatform.replies, outgoing };
}

/** What queue and sweep do until nothing waits: deliver again what failed, wake what is due. */
async function untilQuiet(rig: InboxRig, clock: ReturnType<typeof fakeClock>, first: RespondMessage): Promise<void> {
  let waiting: RespondMessage[] = [first];
  for (let round = 0; round < 40; round++) {
    for (const message of waiting) await handleRespondMessage(rig, message);
    clock.advance(60_000);
    waiting = [...rig.sent.splice(0).map(({ message }) => message), ...(await listStuckReplies(rig))];
    const stored = await rig.outgoings.get(first.workspaceId, first.threadId, first.outgoingId);
    if (stored?.wakeAt === undefined) return;
  }
  throw new Error("it never came to rest");
}

async function expectAnsweredOnce({ rig, answers, outgoing }: Awaited<ReturnType<typeof asked>>) {
  expect(answers).toHaveLength(1);
  const { workspaceId, threadId, id } = outgoing;
  expect(await rig.outgoings.get(workspaceId, threadId, id)).toMatchObject({ state: "done", remoteId: "answer-1" });
  const messages = await rig.messages.listByThread(workspaceId, threadId);
  expect(messages.filter(({ own }) => own)).toHaveLength(1);
  expect(await rig.threads.get(workspaceId, threadId)).toMatchObject({ unanswered: 0, lastOwn: true });
  expect(messages.find(({ own }) => !own)?.answeredAt).toBeTypeOf("number");
  expect(rig.published.filter(({ type }) => type === "reply.sent").length).toBeGreaterThanOrEqual(1);
}

it.each([
  ["before", "for all to see"],
  ["after", "for all to see"],
  ["before", "privately"],
  ["after", "privately"],
] as const)(
  "answers once when the worker dies %s any one of its calls, %s",
  { timeout: 120_000 },
  async (when, how) => {
    let at = 0;
    for (let hit = true; hit; ) {
      at += 1;
      const scene = await asked(how === "privately");
      const { rig, clock, replies, outgoing } = scene;
      const { workspaceId, threadId, id: outgoingId } = outgoing;
      const message = { workspaceId, threadId, outgoingId };
      rig.sent.length = 0;
      const { deps, wasHit } = dyingRig(rig, replies, at, when);
      await handleRespondMessage(deps, message).catch(() => undefined);
      hit = wasHit();
      rig.platform.replies = replies;
      await untilQuiet(rig, clock, message);
      await expectAnsweredOnce(scene);
    }
    expect(at).toBeGreaterThan(15);
  },
);

const acts = [
  ["hide", { hidden: true }],
  ["unhide", { hidden: false }],
  ["like", { liked: true }],
  ["unlike", { liked: false }],
  ["remove", { removed: true }],
] as const;

it.each(acts.flatMap((act) => [[...act, "before"] as const, [...act, "after"] as const]))(
  "ends a %s as %o here and on the platform when the worker dies %s any one of its calls",
  { timeout: 240_000 },
  async (action, wanted, when) => {
    let at = 0;
    for (let hit = true; hit; ) {
      at += 1;
      const { rig, clock, onPlatform } = await scene();
      const { workspaceId } = rig.channel;
      rig.platform.replies = { ...onPlatform.replies };
      Object.assign(onPlatform.comment, { hidden: action === "unhide", liked: action === "unlike" });
      const input = { threadId, messageId: messageIdOf("chan_1", "c1"), action, clientKey: "client-key-1" };
      const asked = unwrap(await moderateMessage(rig, systemActor(workspaceId, "test"), input));
      const message = { workspaceId, threadId, outgoingId: asked.id };
      rig.sent.length = 0;
      const { deps, wasHit } = dyingRig(rig, onPlatform.replies, at, when);
      await handleRespondMessage(deps, message).catch(() => undefined);
      hit = wasHit();
      rig.platform.replies = onPlatform.replies;
      await untilQuiet(rig, clock, message);
      expect(onPlatform.comment).toMatchObject(wanted);
      expect(await rig.messages.get(workspaceId, threadId, input.messageId)).toMatchObject(wanted);
      expect(await rig.outgoings.get(workspaceId, threadId, asked.id)).toMatchObject({ state: "done" });
    }
    expect(at).toBeGreaterThan(15);
  },
);

it.each(["lost before it arrived", "lost after it arrived"])(
  "settles a call that was %s by looking, and answers once",
  async (how) => {
    const scene = await asked();
    const { rig, clock, replies, outgoing } = scene;
    let first = true;
    rig.platform.replies = {
      ...replies,
      reply: async (...args) => {
        const isFirst = first;
        first = false;
        if (isFirst && how === "lost before it arrived") return unknown;
        const answer = await replies.reply(...args);
        return isFirst ? unknown : answer;
      },
    };
    const unknown = { kind: "unknown", cause: { class: "transient", code: "timeout", message: "" } } as const;
    const { workspaceId, threadId, id: outgoingId } = outgoing;
    await handleRespondMessage(rig, { workspaceId, threadId, outgoingId });
    expect(await rig.outgoings.get(workspaceId, threadId, outgoingId)).toMatchObject({ state: "unconfirmed" });
    await untilQuiet(rig, clock, { workspaceId, threadId, outgoingId });
    await expectAnsweredOnce(scene);
  },
);

it("answers once when the queue delivers the message to five workers at once", async () => {
  const scene = await asked();
  const { rig, clock, outgoing } = scene;
  const { workspaceId, threadId, id: outgoingId } = outgoing;
  const message = { workspaceId, threadId, outgoingId };
  await Promise.all([1, 2, 3, 4, 5].map(() => handleRespondMessage(rig, message)));
  await untilQuiet(rig, clock, message);
  await expectAnsweredOnce(scene);
});
