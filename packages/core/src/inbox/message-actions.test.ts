import { beforeEach, expect, it } from "vitest";
import { comment, type InboxRig } from "#tests/support/inbox.ts";
import { freshWorkspaceForEach, willingReplies } from "#tests/support/intake-rig.ts";
import type { ReplyAnswer } from "../channels/replies.ts";
import type { Actor } from "../kernel/actor.ts";
import type { FakeClock } from "../kernel/clock.ts";
import { unwrap } from "../kernel/result.ts";
import {
  actionsOn,
  getThread,
  handleDelivery,
  handleRespondMessage,
  type ModerateInput,
  messageIdOf,
  moderateMessage,
  threadIdOf,
} from "./index.ts";

let rig: InboxRig;
let clock: FakeClock;
let actor: Actor;
let answer: Exclude<ReplyAnswer, { kind: "unknown" }>;
freshWorkspaceForEach((start) => {
  ({ rig, clock, actor } = start);
});
beforeEach(async () => {
  answer = { kind: "rejected", cause: { class: "permission", code: "200", message: "" } };
  const answering = async () => answer;
  rig.platform.replies = willingReplies({ setHidden: answering, setLiked: answering, remove: answering });
  await deliver({});
});

const threadId = threadIdOf("chan_1", "c1");
const messageId = messageIdOf("chan_1", "c1");
const deliver = (change: Parameters<typeof comment>[0]) =>
  handleDelivery(rig, rig.delivery([comment({ occurredAt: clock.nowMs(), ...change })]));
let keys = 0;
const ask = async (action: ModerateInput["action"]) => {
  clock.advance(1000);
  unwrap(await moderateMessage(rig, actor, { threadId, messageId, action, clientKey: `client-key-${++keys}` }));
};
const work = async () => {
  for (const { message } of rig.sent.splice(0)) await handleRespondMessage(rig, message);
};
const shown = async () => {
  const { messages, asked } = unwrap(await getThread(rig, actor, { threadId }));
  return messages.flatMap((message) =>
    actionsOn(message, asked).map(({ kind, state, failure }) => [kind, state, failure?.code]),
  );
};

it.each(["hide", "like", "remove"] as const)(
  "%s is shown while it is under way, and why it was refused",
  async (kind) => {
    await ask(kind);
    expect(await shown()).toEqual([[kind, "queued", undefined]]);
    await work();
    expect(await shown()).toEqual([[kind, "failed", "answer-not-permitted"]]);
  },
);

it("is over when it is done, asked for again or not", async () => {
  await ask("hide");
  await work();
  answer = { kind: "done" };
  await ask("hide");
  await work();
  expect(await shown()).toEqual([]);
});

it("is over when the message is what was asked for by another hand, or the opposite was asked for", async () => {
  await ask("hide");
  await ask("like");
  await work();
  expect(await shown()).toHaveLength(2);
  clock.advance(1000);
  await deliver({ change: "hidden" });
  expect((await shown()).map(([kind]) => kind)).toEqual(["like"]);
  await ask("unlike");
  expect(await shown()).toEqual([]);
});
