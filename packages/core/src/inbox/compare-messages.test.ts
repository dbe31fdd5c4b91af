import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { comment, type InboxRig, intakeRig } from "#tests/support/inbox.ts";
import type { InboundMessage } from "../channels/inbound.ts";
import type { CoveredPlace } from "../channels/reviews.ts";
import { type FakeClock, fakeClock } from "../kernel/clock.ts";
import { ok } from "../kernel/result.ts";
import { messageIdOf, type PollMessage, pollChannel, threadIdOf } from "./index.ts";
import { handleDelivery } from "./receive-delivery.ts";

let dynamo: TestDynamo;
let clock: FakeClock;
let rig: InboxRig;
let workspaceId: string;
let workspaces = 0;

beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  workspaceId = `ws_compare${workspaces++}`;
  clock = fakeClock("2026-11-20T10:00:00Z");
  rig = intakeRig(dynamo, workspaceId, clock);
});

const hourMs = 3_600_000;
const message = (): PollMessage => ({
  kind: "poll",
  workspaceId,
  channelId: "chan_1",
  subject: "comments",
  attempt: 0,
});

describe("what is compared", () => {
  const first = (): number => clock.nowMs() - 3 * hourMs;
  const spoken = (remoteId: string, change: Partial<InboundMessage> = {}): InboundMessage =>
    comment({ remoteId, threadRemoteId: remoteId, occurredAt: first(), text: `Слова ${remoteId}`, ...change });
  let covers: readonly CoveredPlace[];
  beforeEach(() => {
    covers = [{ kind: "post", remoteId: "post-1", since: first() }];
  });
  const look = (items: readonly InboundMessage[], compare = true) => {
    rig.platform.inbox = {
      comments: async () =>
        ok({
          entries: items.map((item) => ({ sortedAt: item.occurredAt, changedAt: item.occurredAt, items: [item] })),
          covers,
        }),
    };
    return pollChannel(rig, { ...message(), compare });
  };
  const textOf = async (remoteId: string) =>
    (await rig.messages.get(workspaceId, threadIdOf("chan_1", remoteId), messageIdOf("chan_1", remoteId)))?.text;
  const many = Array.from({ length: 8 }, (_, index) => `c${index}`);
  const newest = () => spoken("newest", { occurredAt: clock.nowMs() - hourMs });

  it("is a customer's words, not their spaces, their absence, our own words or words told of just now", async () => {
    const own = spoken("own", { own: true });
    const fresh = spoken("c2");
    await look([newest(), spoken("c0"), spoken("c1"), fresh, own]);
    const edit = { ...fresh, change: "edited" as const, text: "Щойно", occurredAt: clock.nowMs() - 60_000 };
    await handleDelivery(rig, rig.delivery([edit]));
    const otherwise = [spoken("c0", { text: " Слова  c0" }), spoken("c1", { text: "" }), { ...own, text: "Інше" }];
    await look([newest(), ...otherwise, fresh]);
    expect(await Promise.all(["c0", "c1", "c2", "own"].map(textOf))).toEqual([
      ...["Слова c0", "Слова c1", "Щойно", "Слова own"],
    ]);
    await look([newest(), spoken("c1", { text: "Інші слова" })], false);
    expect(await textOf("c1")).toBe("Слова c1");
    await look([newest(), spoken("c1", { text: "Інші слова" })]);
    expect(await textOf("c1")).toBe("Інші слова");
  });

  it("is not believed where it would change most of what is known", async () => {
    await look([newest(), ...many.map((id) => spoken(id))]);
    await look([newest(), ...many.map((id) => spoken(id, { text: "[hidden]" }))]);
    expect(await textOf("c0")).toBe("Слова c0");
  });

  const messageOf = (remoteId: string, thread = remoteId) =>
    rig.messages.get(workspaceId, threadIdOf("chan_1", thread), messageIdOf("chan_1", remoteId));
  /** Two looks, the first in its hour and the second because something is missing. */
  const lookTwice = async (items: readonly InboundMessage[]) => {
    await look(items);
    clock.advance(15 * 60_000);
    await look(items, false);
  };

  it.each<{ told: string; place: Partial<CoveredPlace>; item: Partial<InboundMessage>; removed: boolean }>([
    { told: "whole", place: {}, item: {}, removed: true },
    { told: "since the item", place: { since: Date.parse("2026-11-20T07:00:00Z") }, item: {}, removed: true },
    { told: "only later", place: { since: Date.parse("2026-11-20T07:00:01Z") }, item: {}, removed: false },
    { told: "of another post", place: { remoteId: "post-2" }, item: {}, removed: false },
    {
      told: "without answers to comments",
      place: { kind: "top-level" },
      item: { parentRemoteId: "c0" },
      removed: false,
    },
    { told: "without answers", place: { kind: "top-level" }, item: {}, removed: true },
    { told: "where people may name us anywhere", place: {}, item: { messageKind: "mention" }, removed: false },
  ])(
    "takes out what is missing at two looks of a place that is told $told: $removed",
    async ({ place, item, removed }) => {
      const gone = spoken("gone", item);
      await look([newest(), spoken("c0"), gone]);
      const wider = { kind: "post", remoteId: "another post of the page", since: 0 } as const;
      covers = [...covers.map((all) => ({ ...all, ...place })), wider];
      await lookTwice([newest(), spoken("c0")]);
      expect(await messageOf("gone")).toMatchObject({ removed, text: removed ? "" : "Слова gone" });
      expect(await messageOf("c0")).toMatchObject({ removed: false });
    },
  );

  it("leaves alone what is hidden, or was told of just now", async () => {
    await look([newest(), spoken("c0"), spoken("hidden"), spoken("said")]);
    const at = { occurredAt: clock.nowMs() };
    await handleDelivery(rig, rig.delivery([spoken("hidden", { change: "hidden", ...at })]));
    await look([newest(), spoken("c0")]);
    clock.advance(15 * 60_000);
    const edit = spoken("said", { change: "edited", text: "Щойно", occurredAt: clock.nowMs() - 60_000 });
    await handleDelivery(rig, rig.delivery([edit]));
    for (const _ of [1, 2]) {
      await look([newest(), spoken("c0")], false);
      clock.advance(5 * 60_000);
    }
    const rest = [newest(), spoken("c0"), spoken("said", { text: "Щойно" })];
    await look(rest);
    clock.advance(15 * 60_000);
    await look(rest);
    expect([await messageOf("hidden"), await messageOf("said")]).toMatchObject([
      { removed: false },
      { removed: false },
    ]);
  });

  it("brings back what stands in the list again, and what a later webhook says is edited, not what comes late", async () => {
    const all = ["c0", "listed", "edited", "late"].map((id) => spoken(id));
    await look([newest(), ...all]);
    await lookTwice([newest(), spoken("c0")]);
    const gone = ["listed", "edited", "late"];
    for (const id of gone) expect(await messageOf(id)).toMatchObject({ removed: true, text: "" });
    const edits = [
      spoken("edited", { change: "edited", text: "Я ще тут", occurredAt: clock.nowMs() + 1000 }),
      spoken("late", { change: "edited", text: "Запізно", occurredAt: first() + 1000 }),
      spoken("late"),
    ];
    await handleDelivery(rig, rig.delivery(edits));
    expect(await messageOf("edited")).toMatchObject({ removed: false, text: "Я ще тут" });
    clock.advance(hourMs);
    await look([newest(), spoken("c0"), spoken("listed"), spoken("edited", { text: "Я ще тут" })]);
    expect(await Promise.all(gone.map((id) => messageOf(id)))).toMatchObject([
      { removed: false, text: "Слова listed" },
      { removed: false, text: "Я ще тут" },
      { removed: true, text: "" },
    ]);
    expect(await rig.threads.get(workspaceId, threadIdOf("chan_1", "listed"))).toMatchObject({
      state: "open",
      unanswered: 1,
    });
  });

  it("reads a busy post's comments once, and nothing at all in the looks between", async () => {
    const all = [newest(), ...many.map((id) => spoken(id))];
    await look(all);
    const reads: string[] = [];
    const { listByThread, listByChannelAndTime } = rig.messages;
    rig.messages.listByThread = (...of) => {
      reads.push("thread");
      return listByThread(...of);
    };
    rig.messages.listByChannelAndTime = (...of) => {
      reads.push("time");
      return listByChannelAndTime(...of);
    };
    clock.advance(hourMs);
    await look(all);
    // The newest is looked at again each time: lists settle late.
    expect(reads).toEqual(["thread", "time"]);
    clock.advance(15 * 60_000);
    await look(all, false);
    expect(reads).toEqual(["thread", "time", "thread"]);
  });
});
