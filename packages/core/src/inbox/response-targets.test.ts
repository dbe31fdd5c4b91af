import { describe, expect, it } from "vitest";
import { comment, type InboxRig } from "#tests/support/inbox.ts";
import { freshWorkspaceForEach } from "#tests/support/intake-rig.ts";
import { rawEventsOf } from "../adapters/dynamo/raw-events.ts";
import type { Actor } from "../kernel/actor.ts";
import type { FakeClock } from "../kernel/clock.ts";
import { unwrap } from "../kernel/result.ts";
import {
  changeResponseTargets,
  defaultResponseTargets,
  getThread,
  handleDelivery,
  handleRespondMessage,
  markThread,
  type ResponseTargets,
  readResponseTargets,
  replyToMessage,
  snoozeThread,
  tellOverdue,
  threadIdOf,
} from "./index.ts";

let rig: InboxRig;
let clock: FakeClock;
let actor: Actor;
freshWorkspaceForEach((start) => {
  ({ rig, clock, actor } = start);
});

const threadId = threadIdOf("chan_1", "c1");
const writes = (remoteId = "c1", occurredAt = clock.nowMs()) =>
  handleDelivery(rig, rig.delivery([comment({ remoteId, threadRemoteId: remoteId, occurredAt })]));
const dueOf = async (id = threadId) => {
  const { dueAt } = unwrap(await getThread(rig, actor, { threadId: id })).thread;
  return dueAt === undefined ? undefined : new Date(dueAt).toISOString();
};
const change = async (targets: Partial<ResponseTargets>) => {
  const { version } = await readResponseTargets(rig, actor);
  return changeResponseTargets(rig, actor, { targets: { ...defaultResponseTargets, ...targets }, version });
};
const code = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? "ok" : result.error?.code);

describe("the response target", () => {
  const day = { opens: "09:00", closes: "18:00" };
  const workdays = [day, day, day, day, day, null, null];

  it("is four hours of a day from 9 to 21 until somebody decides", async () => {
    await writes();
    expect(await dueOf()).toBe("2026-11-20T14:00:00.000Z");
  });

  it("counts open time only: neither nights nor weekends nor holidays", async () => {
    unwrap(await change({ week: workdays, targetMinutes: 480, holidays: ["2026-11-23"] }));
    await writes();
    // Six hours are left on Friday, Monday is a holiday: two hours on Tuesday morning.
    expect(await dueOf()).toBe("2026-11-24T09:00:00.000Z");
  });

  it("counts hours that pass midnight, of a holiday's eve too, and not those that the holiday would open", async () => {
    const bar = { opens: "18:00", closes: "02:00" };
    const week = Array.from({ length: 7 }, () => bar);
    unwrap(await change({ week, targetMinutes: 600, holidays: ["2026-11-21"] }));
    await writes();
    // Eight hours from Friday evening to Saturday at two, none on Saturday evening, two on Sunday evening.
    expect(await dueOf()).toBe("2026-11-22T18:00:00.000Z");
  });

  it("is a channel's own where it has one, in the workspace's hours unless it has its own of those too", async () => {
    unwrap(await change({ week: workdays, channels: [{ channelId: "chan_1", targetMinutes: 60, week: null }] }));
    await writes();
    expect(await dueOf()).toBe("2026-11-20T11:00:00.000Z");
    const late = [null, null, null, null, { opens: "20:00", closes: "24:00" }, null, null];
    unwrap(await change({ channels: [{ channelId: "chan_1", targetMinutes: 60, week: late }] }));
    clock.advance(1000);
    await writes("c2");
    expect(await dueOf(threadIdOf("chan_1", "c2"))).toBe("2026-11-20T19:00:00.000Z");
  });

  it("stays what it was for what came before a change, also when the thread is settled again", async () => {
    await writes();
    clock.advance(60_000);
    unwrap(await change({ targetMinutes: 30 }));
    await writes();
    unwrap(await markThread(rig, actor, { threadId, state: "done" }));
    unwrap(await markThread(rig, actor, { threadId, state: "open" }));
    expect(await dueOf()).toBe("2026-11-20T14:00:00.000Z");
    const raw = rawEventsOf({ ...rig, publications: { list: async () => [] } });
    await writes("c2", clock.nowMs() + 1);
    const { messages: counted } = await raw.talk(actor.workspaceId, "chan_1", 0, clock.nowMs() + 1000);
    expect(counted.map(({ targetMs }) => targetMs)).toEqual([4 * 3_600_000, 30 * 60_000]);
  });

  it("is changed by one at a time, by managers, and into something that can be met", async () => {
    const targets = defaultResponseTargets;
    unwrap(await changeResponseTargets(rig, actor, { targets, version: 0 }));
    expect(code(await changeResponseTargets(rig, actor, { targets, version: 0 }))).toBe("changed-meanwhile");
    expect(code(await change({ week: Array.from({ length: 7 }, () => null) }))).toBe("nobody-ever-answers");
    const author = { ...actor, role: "author" } as Actor;
    expect(code(await changeResponseTargets(rig, author, { targets, version: 1 }))).toBe("forbidden");
  });
});

describe("a target that has passed", () => {
  const tell = () => {
    const { get } = rig.workspaces;
    const listAll = async () => [await get(actor.workspaceId)];
    return tellOverdue({ ...rig, workspaces: { listAll } });
  };
  const overdue = () => rig.published.filter(({ type }) => type === "answer.overdue").map(({ data }) => data);

  it("is told once, at the instant it has passed and not before", async () => {
    await writes();
    clock.advance(4 * 3_600_000);
    expect(await tell()).toBe(0);
    clock.advance(1);
    expect(await tell()).toBe(1);
    expect(overdue()).toMatchObject([{ threadId, channelId: "chan_1", dueAt: clock.nowMs() - 1 }]);
    expect(await tell()).toBe(0);
  });

  it("is told again for what is written after an answer, not for what was answered or done", async () => {
    rig.platform.replies = {
      reply: async () => ({ kind: "done", remoteId: "a1" }),
      findReply: async () => ({ kind: "absent" }),
      setHidden: async () => ({ kind: "done" }),
      setLiked: async () => ({ kind: "done" }),
      remove: async () => ({ kind: "done" }),
    };
    await writes();
    await writes("c2");
    unwrap(await markThread(rig, actor, { threadId: threadIdOf("chan_1", "c2"), state: "done" }));
    clock.advance(5 * 3_600_000);
    expect(await tell()).toBe(1);
    unwrap(await replyToMessage(rig, actor, { threadId, text: "Так", clientKey: "client-key-1" }));
    for (const { message } of rig.sent.splice(0)) await handleRespondMessage(rig, message);
    expect(await tell()).toBe(0);
    clock.advance(1000);
    await handleDelivery(
      rig,
      rig.delivery([comment({ remoteId: "c1b", threadRemoteId: "c1", occurredAt: clock.nowMs() })]),
    );
    clock.advance(24 * 3_600_000);
    expect(await tell()).toBe(1);
    expect(overdue()).toHaveLength(2);
  });

  it("waits with its telling while the thread is snoozed", async () => {
    await writes();
    unwrap(await snoozeThread(rig, actor, { threadId, until: "2026-11-21T09:00" }));
    clock.advance(10 * 3_600_000);
    expect(await tell()).toBe(0);
    clock.advance(12 * 3_600_000);
    expect(await tell()).toBe(1);
  });

  it("is told again when the worker dies before it has noted it", async () => {
    await writes();
    clock.advance(5 * 3_600_000);
    const { save } = rig.threads;
    rig.threads.save = () => Promise.reject(new Error("the worker died"));
    await expect(tell()).rejects.toThrow("died");
    rig.threads.save = save;
    expect(await tell()).toBe(1);
    expect(overdue()).toHaveLength(2);
  });
});
