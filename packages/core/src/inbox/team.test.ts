import { beforeEach, describe, expect, it } from "vitest";
import { comment, type InboxRig } from "#tests/support/inbox.ts";
import { freshWorkspaceForEach, willingReplies } from "#tests/support/intake-rig.ts";
import type { MemberActor } from "../kernel/actor.ts";
import type { FakeClock } from "../kernel/clock.ts";
import { unwrap } from "../kernel/result.ts";
import {
  assignThread,
  changeMany,
  correctClassification,
  getThread,
  handleDelivery,
  handleRespondMessage,
  type ListThreadsInput,
  labelThread,
  listThreads,
  markThread,
  messageIdOf,
  removeNote,
  replyToMessage,
  showPresence,
  snoozeThread,
  threadIdOf,
  writeNote,
} from "./index.ts";

let rig: InboxRig;
let clock: FakeClock;
let olena: MemberActor;
let mark: MemberActor;
freshWorkspaceForEach((start) => {
  ({ rig, clock, actor: olena } = start);
  mark = { ...olena, memberId: "mem_2" };
  rig.platform.replies = willingReplies();
});
beforeEach(() => writes("c1"));

const now = () => clock.nowMs();
const deliver = (...items: Parameters<InboxRig["delivery"]>[0]) => handleDelivery(rig, rig.delivery(items));
/** A customer's comment that begins a thread of its own, or continues one. */
const writes = (remoteId: string, change: Parameters<typeof comment>[0] = {}) =>
  deliver(comment({ remoteId, threadRemoteId: remoteId, occurredAt: now(), ...change }));
const threadId = threadIdOf("chan_1", "c1");
const messageId = messageIdOf("chan_1", "c1");
const code = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? "ok" : result.error?.code);
const list = async (input: Partial<ListThreadsInput> = {}) => {
  const page = await listThreads(rig, olena, { state: "open", sort: "activity", limit: 50, ...input });
  return unwrap(page).items.map(({ remoteId }) => remoteId);
};
const work = async () => {
  for (const { message } of rig.sent.splice(0)) await handleRespondMessage(rig, message);
};

describe("a snoozed thread", () => {
  // 13:00 in Kyiv is 11:00 in Greenwich; it is 12:00 there now.
  const snooze = () => snoozeThread(rig, olena, { threadId, until: "2026-11-20T13:00" });

  it("is set aside until its time by the workspace's clock, and is open again without anything waking it", async () => {
    expect(unwrap(await snooze()).snooze?.until).toBe(Date.parse("2026-11-20T11:00:00Z"));
    expect([await list(), await list({ state: "snoozed" })]).toEqual([[], ["c1"]]);
    clock.advance(3_600_000 - 1);
    expect(await list()).toEqual([]);
    clock.advance(1);
    expect([await list(), await list({ state: "snoozed" })]).toEqual([["c1"], []]);
  });

  it("comes back as soon as the person writes again, but not for a repeated delivery or an answer of ours", async () => {
    unwrap(await snooze());
    await deliver(comment({ occurredAt: now() }));
    unwrap(await replyToMessage(rig, olena, { threadId, text: "Зараз спитаю", clientKey: "client-key-1" }));
    await work();
    expect(await list()).toEqual([]);
    await writes("c1b", { threadRemoteId: "c1", text: "Агов?" });
    expect(await list()).toEqual(["c1"]);
  });

  it("can be taken back, ends with done, and never begins in the past or years ahead", async () => {
    unwrap(await snooze());
    unwrap(await snoozeThread(rig, olena, { threadId, until: null }));
    expect(await list()).toEqual(["c1"]);
    unwrap(await snooze());
    unwrap(await markThread(rig, olena, { threadId, state: "done" }));
    unwrap(await markThread(rig, olena, { threadId, state: "open" }));
    expect(await list()).toEqual(["c1"]);
    unwrap(await markThread(rig, olena, { threadId, state: "done" }));
    unwrap(await snooze());
    expect([await list({ state: "done" }), await list({ state: "snoozed" })]).toEqual([[], ["c1"]]);
    await deliver(comment({ occurredAt: now() }));
    expect(await list({ state: "snoozed" })).toEqual(["c1"]);
    clock.advance(3_600_000);
    expect(await list()).toEqual(["c1"]);
    for (const until of ["2026-11-20T12:00", "2028-01-01T09:00"]) {
      expect(code(await snoozeThread(rig, olena, { threadId, until }))).toBe("snooze-not-ahead");
    }
  });
});

describe("the list", () => {
  it("is filtered by label, assignee, sentiment, intent, channel and what waits", async () => {
    await writes("c2", { text: "Жахлива кава, поверніть гроші!" });
    await writes("c3", { text: "Дякую, дуже смачно!" });
    const second = threadIdOf("chan_1", "c2");
    unwrap(await labelThread(rig, olena, { threadId: second, add: ["Каса", "Терміново"], remove: [] }));
    unwrap(await assignThread(rig, olena, { threadId: second, memberId: "mem_1" }));
    unwrap(await replyToMessage(rig, olena, { threadId, text: "З восьмої", clientKey: "client-key-1" }));
    await work();
    expect(await list({ label: "Каса" })).toEqual(["c2"]);
    expect(await list({ assignee: "me" })).toEqual(["c2"]);
    expect((await list({ assignee: "nobody" })).sort()).toEqual(["c1", "c3"]);
    const held = await rig.threads.get(olena.workspaceId, second);
    if (!held) throw new Error("no thread");
    // Whoever had it is no member any more.
    const left = { ...held, assigneeId: "mem_gone", revision: held.revision + 1 };
    await rig.threads.save(left, held);
    expect((await list({ assignee: "nobody" })).sort()).toEqual(["c1", "c2", "c3"]);
    await rig.threads.save({ ...held, revision: left.revision + 1 }, left);
    expect(await list({ sentiment: "negative" })).toEqual(["c2"]);
    expect(await list({ intent: "praise" })).toEqual(["c3"]);
    expect(await list({ channel: "chan_9" })).toEqual([]);
    expect((await list({ waiting: "unanswered" })).sort()).toEqual(["c2", "c3"]);
    expect(await list({ waiting: "overdue" })).toEqual([]);
    clock.advance(5 * 3_600_000);
    expect((await list({ waiting: "overdue" })).sort()).toEqual(["c2", "c3"]);
  });

  it("by target has only what waits, the most urgent first, page by page", async () => {
    for (const [i, remoteId] of ["c2", "c3", "c4"].entries())
      await writes(remoteId, { occurredAt: now() - i * 60_000 });
    unwrap(await replyToMessage(rig, olena, { threadId, text: "З восьмої", clientKey: "client-key-1" }));
    await work();
    const first = unwrap(await listThreads(rig, olena, { state: "open", sort: "target", limit: 2 }));
    expect(first.items.map(({ remoteId }) => remoteId)).toEqual(["c4", "c3"]);
    const { cursor } = first;
    const next = unwrap(await listThreads(rig, olena, { state: "open", sort: "target", limit: 2, cursor }));
    expect(next.items.map(({ remoteId }) => remoteId)).toEqual(["c2"]);
    expect(code(await listThreads(rig, olena, { state: "open", sort: "activity", limit: 2, cursor }))).toBe(
      "invalid-cursor",
    );
  });
});

it("takes a label as it is spelled already, whatever its capitals", async () => {
  unwrap(await labelThread(rig, olena, { threadId, add: ["Важливо"], remove: [] }));
  unwrap(await labelThread(rig, mark, { threadId, add: ["важливо", "КАСА", "каса"], remove: [] }));
  expect(unwrap(await getThread(rig, olena, { threadId })).thread.labels).toEqual(["Важливо", "каса"]);
  unwrap(await labelThread(rig, mark, { threadId, add: ["каса"], remove: ["каса", "Важливо"] }));
  unwrap(await labelThread(rig, mark, { threadId, add: ["ВАЖЛИВО"], remove: [] }));
  expect(unwrap(await getThread(rig, olena, { threadId })).thread.labels).toEqual(["КАСА", "Важливо"]);
});

it("keeps two members' labels, and suggests a new word from then on", async () => {
  unwrap(await labelThread(rig, olena, { threadId, add: ["Каса"], remove: [] }));
  unwrap(await labelThread(rig, mark, { threadId, add: ["Меню"], remove: ["Каса"] }));
  unwrap(await labelThread(rig, olena, { threadId, add: ["Меню", "Нове"], remove: [] }));
  expect(unwrap(await getThread(rig, olena, { threadId })).thread.labels).toEqual(["Меню", "Нове"]);
  expect((await rig.wordBooks.get(olena.workspaceId)).words.labels).toEqual(["Нове", "Меню", "Каса"]);
});

it("does the same to many threads, and one that is gone keeps none back", async () => {
  await writes("c2");
  const threadIds = [threadId, "thr_gone", threadIdOf("chan_1", "c2")];
  const changed = unwrap(await changeMany(rig, olena, { threadIds, act: { kind: "mark", state: "done" } }));
  expect(changed.map(({ outcome }) => code(outcome))).toEqual(["ok", "not-found", "ok"]);
  expect((await list({ state: "done" })).sort()).toEqual(["c1", "c2"]);
  const viewer = { ...olena, role: "viewer" } as const;
  expect(code(await changeMany(rig, viewer, { threadIds, act: { kind: "mark", state: "open" } }))).toBe("forbidden");
});

describe("a note", () => {
  const note = { threadId, text: "Спитати в Марка про молоко", clientKey: "note-key-1" };

  it("is there once for everybody in the workspace, goes nowhere, and is its writer's to take away", async () => {
    const { id: noteId } = unwrap(await writeNote(rig, olena, note));
    expect(unwrap(await writeNote(rig, olena, note)).id).toBe(noteId);
    expect(code(await writeNote(rig, olena, { ...note, text: "Інше" }))).toBe("client-key-reused");
    const { notes, messages, thread } = unwrap(await getThread(rig, mark, { threadId }));
    expect(notes).toMatchObject([{ text: note.text, by: "mem_1", at: now() }]);
    expect(messages).toHaveLength(1);
    expect(thread.unanswered).toBe(1);
    expect(rig.sent).toEqual([]);
    expect(code(await removeNote(rig, mark, { threadId, noteId }))).toBe("not-found");
    unwrap(await removeNote(rig, olena, { threadId, noteId }));
    expect(code(await removeNote(rig, olena, { threadId, noteId }))).toBe("not-found");
    expect(unwrap(await getThread(rig, mark, { threadId })).notes).toEqual([]);
  });

  it("is nothing for viewers to write, nor for strangers to find", async () => {
    expect(code(await writeNote(rig, { ...olena, role: "viewer" }, note))).toBe("forbidden");
    expect(code(await writeNote(rig, { ...olena, role: "author" }, note))).toBe("ok");
    expect(code(await writeNote(rig, { ...olena, workspaceId: "ws_else" }, note))).toBe("not-found");
  });
});

describe("two members at one thread", () => {
  const present = async (actor: MemberActor) =>
    unwrap(await getThread(rig, actor, { threadId })).present.map(({ memberId, activity }) => [memberId, activity]);

  it("see each other look and write, and neither themselves nor who left or fell silent", async () => {
    unwrap(await showPresence(rig, olena, { threadId, activity: "looking" }));
    unwrap(await showPresence(rig, mark, { threadId, activity: "writing" }));
    expect(await present(olena)).toEqual([["mem_2", "writing"]]);
    expect(await present(mark)).toEqual([["mem_1", "looking"]]);
    unwrap(await showPresence(rig, mark, { threadId, activity: "gone" }));
    expect(await present(olena)).toEqual([]);
    clock.advance(44_999);
    expect(await present(mark)).toEqual([["mem_1", "looking"]]);
    clock.advance(1);
    expect(await present(mark)).toEqual([]);
  });

  it("do not answer across each other: whoever has not seen the other's answer is told of it first", async () => {
    const theirs = { threadId, text: "З восьмої", clientKey: "client-key-1", seenAnswer: null };
    const sent = unwrap(await replyToMessage(rig, olena, theirs));
    const mine = { threadId, text: "О восьмій", clientKey: "client-key-2" };
    const crossed = await replyToMessage(rig, mark, { ...mine, seenAnswer: null });
    expect(crossed).toMatchObject({ ok: false, error: { code: "answered-meanwhile", params: { name: "А" } } });
    await work();
    expect(code(await replyToMessage(rig, mark, { ...mine, seenAnswer: null }))).toBe("answered-meanwhile");
    // The same request again, by whoever made it, is no crossing; nor is an answer after having seen the other's.
    expect(unwrap(await replyToMessage(rig, olena, theirs)).id).toBe(sent.id);
    const more = { ...theirs, text: "Щодня", clientKey: "client-key-3" };
    expect(code(await replyToMessage(rig, olena, more))).toBe("ok");
    await work();
    expect(code(await replyToMessage(rig, mark, { ...mine, seenAnswer: sent.id }))).toBe("answered-meanwhile");
    const { messages } = unwrap(await getThread(rig, mark, { threadId }));
    const seenAnswer = messages.at(-1)?.facts.sent?.outgoingId ?? null;
    expect(code(await replyToMessage(rig, mark, { ...mine, seenAnswer }))).toBe("ok");
    expect(unwrap(await replyToMessage(rig, olena, theirs)).id).toBe(sent.id);
  });

  it("hear of an answer that was given in the platform's own app, too", async () => {
    await deliver(comment({ remoteId: "app-1", threadRemoteId: "c1", own: true, occurredAt: now() + 1 }));
    const mine = { threadId, text: "О восьмій", clientKey: "client-key-2", seenAnswer: null };
    expect(code(await replyToMessage(rig, mark, mine))).toBe("answered-meanwhile");
    expect(code(await replyToMessage(rig, mark, { ...mine, seenAnswer: messageIdOf("chan_1", "app-1") }))).toBe("ok");
  });
});

describe("a member's correction", () => {
  const correction = { threadId, messageId, sentiment: "negative", intent: "complaint" } as const;
  const view = async () => unwrap(await getThread(rig, olena, { threadId }));

  it("stands for the classifier's word everywhere, which stays beside it with who and when", async () => {
    rig.marks.length = 0;
    rig.published.length = 0;
    unwrap(await correctClassification(rig, olena, correction));
    const { thread, messages } = await view();
    expect(thread).toMatchObject({ sentiment: "negative", intent: "complaint" });
    expect(messages[0]).toMatchObject({
      classification: { sentiment: "negative", intent: "complaint" },
      corrected: { by: "mem_1", at: now(), sentiment: "neutral", intent: "question" },
    });
    const hour = Math.floor(now() / 3_600_000) * 3_600_000;
    expect(rig.marks).toEqual([`chan_1 ${hour}`]);
    expect(rig.published).toMatchObject([
      { type: "message.changed", data: { classification: { sentiment: "negative" } } },
    ]);
  });

  it("marks the hour of the message, not that of the correction, outlasts a repeated delivery and yields to an edit", async () => {
    const hour = Math.floor(now() / 3_600_000) * 3_600_000;
    const at = now();
    clock.advance(3 * 86_400_000);
    rig.marks.length = 0;
    unwrap(await correctClassification(rig, olena, correction));
    expect(rig.marks).toEqual([`chan_1 ${hour}`]);
    await deliver(comment({ occurredAt: at }));
    expect((await view()).thread.sentiment).toBe("negative");
    await deliver(comment({ change: "edited", text: "Дякую, дуже смачно!", occurredAt: now() + 1 }));
    expect((await view()).thread).toMatchObject({ sentiment: "positive", intent: "praise" });
  });

  it("is counted once a message, the last word of it", async () => {
    unwrap(await correctClassification(rig, olena, correction));
    unwrap(await correctClassification(rig, mark, { ...correction, sentiment: "positive" }));
    expect(await rig.corrections.list(olena.workspaceId, 10)).toMatchObject([
      { messageId, by: "mem_2", classified: { sentiment: "neutral" }, corrected: { sentiment: "positive" } },
    ]);
  });

  it("is not for viewers, nor about our own words", async () => {
    expect(code(await correctClassification(rig, { ...olena, role: "viewer" }, correction))).toBe("forbidden");
    await deliver(comment({ remoteId: "app-1", threadRemoteId: "c1", own: true, occurredAt: now() + 1 }));
    const own = { ...correction, messageId: messageIdOf("chan_1", "app-1") };
    expect(code(await correctClassification(rig, olena, own))).toBe("nothing-to-correct");
  });
});
