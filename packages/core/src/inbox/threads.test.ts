import { beforeEach, describe, expect, it } from "vitest";
import { comment, type InboxRig } from "#tests/support/inbox.ts";
import { freshWorkspaceForEach, willingReplies } from "#tests/support/intake-rig.ts";
import type { Actor } from "../kernel/actor.ts";
import type { FakeClock } from "../kernel/clock.ts";
import { unwrap } from "../kernel/result.ts";
import { aNewLead } from "../leads/index.ts";
import {
  assignThread,
  getThread,
  handleDelivery,
  handleRespondMessage,
  listThreads,
  markThread,
  messageIdOf,
  moderateMessage,
  replyToMessage,
  threadIdOf,
} from "./index.ts";

let rig: InboxRig;
let clock: FakeClock;
let actor: Actor;
freshWorkspaceForEach((start) => {
  ({ rig, clock, actor } = start);
});
beforeEach(async () => {
  rig.platform.replies = willingReplies({ reply: async () => ({ kind: "done", remoteId: "a1" }) });
  await deliver(comment({ occurredAt: now() }));
});

const now = () => clock.nowMs();
const deliver = (...items: Parameters<InboxRig["delivery"]>[0]) => handleDelivery(rig, rig.delivery(items));
const threadId = threadIdOf("chan_1", "c1");
const messageId = messageIdOf("chan_1", "c1");
const code = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? "ok" : result.error?.code);
const list = async (state: "open" | "done" | "all") =>
  unwrap(await listThreads(rig, actor, { state, limit: 50, sort: "activity" })).items.map(({ remoteId }) => remoteId);
const view = async () => unwrap(await getThread(rig, actor, { threadId }));
const work = async () => {
  for (const { message } of rig.sent.splice(0)) await handleRespondMessage(rig, message);
};

describe("the list", () => {
  it("is sorted by last activity and paged without gaps", async () => {
    for (let i = 2; i <= 7; i++) {
      await deliver(comment({ remoteId: `c${i}`, threadRemoteId: `c${i}`, occurredAt: now() + Math.floor(i / 2) }));
    }
    await markThread(rig, actor, { threadId: threadIdOf("chan_1", "c4"), state: "done" });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = unwrap(await listThreads(rig, actor, { state: "all", limit: 2, cursor, sort: "activity" }));
      seen.push(...page.items.map(({ remoteId }) => remoteId));
      cursor = page.cursor;
    } while (cursor);
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
    expect(seen.at(-1)).toBe("c1");
    expect(await list("done")).toEqual(["c4"]);
    expect(await list("open")).not.toContain("c4");
  });

  it("takes no cursor of another workspace", async () => {
    await deliver(comment({ remoteId: "c2", threadRemoteId: "c2", occurredAt: now() + 1 }));
    const { cursor } = unwrap(await listThreads(rig, actor, { state: "all", limit: 1, sort: "activity" }));
    expect(cursor).toBeTypeOf("string");
    const stranger: Actor = { ...actor, workspaceId: "ws_other" };
    expect(code(await listThreads(rig, stranger, { state: "all", limit: 1, cursor, sort: "activity" }))).toBe(
      "invalid-cursor",
    );
  });
});

describe("done", () => {
  it("lasts until the customer writes again", async () => {
    unwrap(await markThread(rig, actor, { threadId, state: "done" }));
    await deliver(comment({ occurredAt: now() }));
    expect(await list("done")).toEqual(["c1"]);
    await deliver(comment({ remoteId: "c1b", text: "Агов?", occurredAt: now() + 5 }));
    expect(await list("open")).toEqual(["c1"]);
  });

  it("can be taken back, with the time left as before", async () => {
    const before = unwrap(await getThread(rig, actor, { threadId })).thread;
    unwrap(await markThread(rig, actor, { threadId, state: "done" }));
    const opened = unwrap(await markThread(rig, actor, { threadId, state: "open" }));
    expect(opened).toMatchObject({ state: "open", dueAt: before.dueAt });
  });
});

describe("a reply", () => {
  const reply = { threadId, text: "З восьмої", clientKey: "client-key-1" };

  it("is one, however often the client sends it", async () => {
    const first = unwrap(await replyToMessage(rig, actor, reply));
    const second = unwrap(await replyToMessage(rig, actor, reply));
    expect(second.id).toBe(first.id);
    expect(code(await replyToMessage(rig, actor, { ...reply, text: "інше" }))).toBe("client-key-reused");
    await work();
    const view = unwrap(await getThread(rig, actor, { threadId }));
    expect(view.messages.map(({ text, own }) => [text, own])).toEqual([
      ["Коли ви відкриваєтесь?", false],
      ["З восьмої", true],
    ]);
    expect(view.messages[1]?.sentBy).toBe("mem_1");
    expect(view.outgoing).toEqual([]);
  });

  it("and its echo are one message, in either order", async () => {
    unwrap(await replyToMessage(rig, actor, reply));
    const echo = comment({ remoteId: "a1", own: true, text: "З восьмої", occurredAt: now() + 1000, author: undefined });
    await deliver(echo);
    await work();
    await deliver(echo);
    const view = unwrap(await getThread(rig, actor, { threadId }));
    expect(view.messages).toHaveLength(2);
    expect(view.messages[1]).toMatchObject({ own: true, sentBy: "mem_1", occurredAt: now() + 1000 });
    expect(view.thread).toMatchObject({ unanswered: 0, messageCount: 2 });
  });

  it("that the platform refuses fails with a cause that a person can read", async () => {
    const cause = { class: "permission", code: "200", message: "no" } as const;
    if (rig.platform.replies) rig.platform.replies.reply = async () => ({ kind: "rejected", cause });
    unwrap(await replyToMessage(rig, actor, reply));
    await work();
    const { outgoing } = unwrap(await getThread(rig, actor, { threadId }));
    expect(outgoing).toMatchObject([
      { state: "failed", failure: { code: "answer-not-permitted" }, platformCode: "200" },
    ]);
    expect(rig.published.at(-1)).toMatchObject({ type: "reply.failed", data: { code: "answer-not-permitted" } });
  });

  it("with a dead token asks for the channel to be connected again", async () => {
    const cause = { class: "auth-expired", code: "190", message: "" } as const;
    if (rig.platform.replies) rig.platform.replies.reply = async () => ({ kind: "reconnect", cause });
    unwrap(await replyToMessage(rig, actor, reply));
    await work();
    expect(rig.reconnects).toEqual(["chan_1 190"]);
    const { outgoing } = unwrap(await getThread(rig, actor, { threadId }));
    expect(outgoing).toMatchObject([{ state: "failed", failure: { code: "channel-reconnect-needed" } }]);
  });

  it("waits as long as the platform asks, and is sent then", async () => {
    const answers = [
      { kind: "retry", afterMs: 60_000, cause: { class: "rate-limited", resetAt: 0, code: "32", message: "" } },
      { kind: "done", remoteId: "a1" },
    ] as const;
    let calls = 0;
    if (rig.platform.replies) rig.platform.replies.reply = async () => answers[calls++] ?? { kind: "done" };
    const { id } = unwrap(await replyToMessage(rig, actor, reply));
    const message = rig.sent.splice(0)[0]?.message;
    if (!message) throw new Error("nothing enqueued");
    await handleRespondMessage(rig, message);
    expect(rig.sent).toMatchObject([{ delayMs: 60_000 }]);
    await handleRespondMessage(rig, message);
    expect(calls).toBe(1);
    clock.advance(60_000);
    await work();
    expect(calls).toBe(2);
    expect(await rig.outgoings.get(actor.workspaceId, threadId, id)).toMatchObject({ state: "done" });
  });

  it("to a direct message is refused after 24 hours, and allowed before", async () => {
    const direct = {
      messageKind: "direct",
      remoteId: "d1",
      threadRemoteId: "person-1",
      postRemoteId: undefined,
    } as const;
    await deliver(comment({ ...direct, occurredAt: now() }));
    const input = { ...reply, threadId: threadIdOf("chan_1", "person-1") };
    clock.advance(24 * 3_600_000 + 1);
    expect(code(await replyToMessage(rig, actor, input))).toBe("messaging-window-closed");
    await deliver(comment({ ...direct, remoteId: "d2", occurredAt: now() }));
    expect(code(await replyToMessage(rig, actor, input))).toBe("ok");
  });

  it("after the usual window goes as a person's where the platform has such a rule, and not a moment longer", async () => {
    const direct = { messageKind: "direct", remoteId: "d1", threadRemoteId: "person-1" } as const;
    await deliver(comment({ ...direct, occurredAt: now() }));
    rig.platform.humanAgentHours = 168;
    const tags: unknown[] = [];
    if (rig.platform.replies) {
      rig.platform.replies.reply = async (_call, target) => {
        tags.push(target.byHumanAgent);
        return { kind: "done", remoteId: `a${tags.length}` };
      };
    }
    const answer = (clientKey: string) =>
      replyToMessage(rig, actor, { threadId: threadIdOf("chan_1", "person-1"), text: "Так", clientKey });
    unwrap(await answer("client-key-1"));
    await work();
    clock.advance(25 * 3_600_000);
    unwrap(await answer("client-key-2"));
    await work();
    clock.advance(143 * 3_600_000);
    const last = unwrap(await answer("client-key-3"));
    clock.advance(1);
    expect(code(await answer("client-key-4"))).toBe("messaging-window-closed");
    // It was asked for in time; by now it is too late.
    await work();
    expect(tags).toEqual([undefined, true]);
    expect(await rig.outgoings.get(actor.workspaceId, last.threadId, last.id)).toMatchObject({
      state: "failed",
      failure: { code: "messaging-window-closed", params: { hours: 168 } },
    });
  });

  it.each(["Вітаємо, {name}!", "Меню: {link}", "Вітаємо, {nmae}!"])(
    "with a place left open is refused: %s",
    async (text) => {
      expect(await replyToMessage(rig, actor, { ...reply, text })).toMatchObject({
        ok: false,
        error: { code: "placeholder-left", field: "text" },
      });
      expect(code(await replyToMessage(rig, actor, { ...reply, text: "Ціни {без знижок}, (name)" }))).toBe("ok");
    },
  );

  it("is not for viewers, nor for what is gone", async () => {
    expect(code(await replyToMessage(rig, { ...actor, role: "viewer" } as Actor, reply))).toBe("forbidden");
    await deliver(comment({ remoteId: "c1b", occurredAt: now() + 1 }));
    await deliver(comment({ change: "removed", text: undefined, occurredAt: now() + 2 }));
    expect(code(await replyToMessage(rig, actor, { ...reply, messageId }))).toBe("message-gone");
  });
});

describe("moderation", () => {
  it.each([
    ["hide", { hidden: true }],
    ["unhide", { hidden: false }],
    ["like", { liked: true }],
    ["unlike", { liked: false }],
    ["remove", { removed: true, text: "" }],
  ] as const)("%s shows at the message, and twice is once", async (action, shown) => {
    const input = { threadId, messageId, action, clientKey: "client-key-2" };
    unwrap(await moderateMessage(rig, actor, input));
    unwrap(await moderateMessage(rig, actor, input));
    await work();
    expect(await rig.messages.get(actor.workspaceId, threadId, messageId)).toMatchObject(shown);
  });
});

it("does not hide again what was shown since, when the first attempt comes late", async () => {
  const calls: boolean[] = [];
  if (rig.platform.replies) {
    rig.platform.replies.setHidden = async (_call, _target, hidden) => {
      calls.push(hidden);
      const cause = { class: "transient", code: "2", message: "" } as const;
      return calls.length === 1 ? { kind: "retry", afterMs: 60_000, cause } : { kind: "done" };
    };
  }
  const hide = unwrap(
    await moderateMessage(rig, actor, { threadId, messageId, action: "hide", clientKey: "hide-key" }),
  );
  await work();
  const late = rig.sent.splice(0);
  clock.advance(1000);
  unwrap(await moderateMessage(rig, actor, { threadId, messageId, action: "unhide", clientKey: "show-key" }));
  await work();
  clock.advance(60_000);
  for (const { message } of late) await handleRespondMessage(rig, message);
  expect(calls).toEqual([true, false]);
  expect(await rig.outgoings.get(actor.workspaceId, threadId, hide.id)).toMatchObject({
    state: "failed",
    failure: { code: "action-superseded" },
  });
  expect(await rig.messages.get(actor.workspaceId, threadId, messageId)).toMatchObject({ hidden: false });
});

describe("another workspace", () => {
  it("sees nothing, changes nothing and cannot tell what exists", async () => {
    const stranger: Actor = { ...actor, workspaceId: "ws_stranger" };
    const reply = { threadId, text: "hi", clientKey: "client-key-1" };
    const input = { threadId, messageId, action: "hide", clientKey: "client-key-2" } as const;
    expect(code(await getThread(rig, stranger, { threadId }))).toBe("not-found");
    expect(code(await replyToMessage(rig, stranger, reply))).toBe("not-found");
    expect(code(await moderateMessage(rig, stranger, input))).toBe("not-found");
    expect(code(await markThread(rig, stranger, { threadId, state: "done" }))).toBe("not-found");
    expect(code(await assignThread(rig, stranger, { threadId, memberId: null }))).toBe("not-found");
    expect(unwrap(await listThreads(rig, stranger, { state: "all", limit: 10, sort: "activity" })).items).toEqual([]);
    expect(rig.sent).toEqual([]);
  });
});

it("shows a person's other threads", async () => {
  await deliver(comment({ remoteId: "c9", threadRemoteId: "c9", occurredAt: now() + 9 }));
  const { otherThreads } = unwrap(await getThread(rig, actor, { threadId }));
  expect(otherThreads.map(({ remoteId }) => remoteId)).toEqual(["c9"]);
});

it("shows a person's threads on all profiles that a lead brings together, and the lead", async () => {
  const elsewhere = { remoteId: "d1", threadRemoteId: "psid:7", messageKind: "direct" } as const;
  await deliver(comment({ ...elsewhere, author: { remoteId: "psid:7", name: "Олена" }, occurredAt: now() + 9 }));
  await deliver(comment({ remoteId: "c8", threadRemoteId: "c8", author: { remoteId: "p8" }, occurredAt: now() + 3 }));
  expect((await view()).otherThreads).toEqual([]);
  expect((await view()).lead).toBeUndefined();

  const source = { id: "s", kind: "manual", at: now() } as const;
  const lead = aNewLead({ workspaceId: actor.workspaceId, id: "lead_1", createdAt: now(), sources: [source] }, "mem_1");
  const profiles = ["testbook:person-1", "testbook:psid:7", "other:person-1"];
  await rig.leads.create({ ...lead, profiles });
  for (const value of profiles) await rig.leads.claimIdentity(actor.workspaceId, { kind: "profile", value }, lead.id);
  const { otherThreads, lead: shown } = await view();
  expect(otherThreads.map(({ remoteId }) => remoteId)).toEqual(["psid:7"]);
  expect(shown).toMatchObject({ id: "lead_1", stage: "new" });

  await rig.leads.save({ ...lead, profiles, erasedAt: now(), version: 2 });
  expect(await view()).toMatchObject({ otherThreads: [], lead: undefined });
});

it("gives a thread to a member of the workspace and to nobody else", async () => {
  expect(unwrap(await assignThread(rig, actor, { threadId, memberId: "mem_1" })).assigneeId).toBe("mem_1");
  expect(code(await assignThread(rig, actor, { threadId, memberId: "mem_9" }))).toBe("no-such-member");
  await deliver(comment({ remoteId: "c1b", occurredAt: now() + 5 }));
  expect(unwrap(await getThread(rig, actor, { threadId })).thread.assigneeId).toBe("mem_1");
  expect(unwrap(await assignThread(rig, actor, { threadId, memberId: null })).assigneeId).toBeUndefined();
});
