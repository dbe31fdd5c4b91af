import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { comment, type InboxRig, intakeRig } from "#tests/support/inbox.ts";
import type { InboundItem } from "../channels/inbound.ts";
import { type FakeClock, fakeClock } from "../kernel/clock.ts";
import {
  DeliveryIncomplete,
  handleDelivery,
  messageIdOf,
  threadIdOf,
  UnreadableDelivery,
  UnreadableParts,
} from "./index.ts";

let dynamo: TestDynamo;
let rig: InboxRig;
let clock: FakeClock;
let workspaceId: string;
let workspaces = 0;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  workspaceId = `ws_in${workspaces++}`;
  clock = fakeClock("2026-11-20T10:00:00Z");
  rig = intakeRig(dynamo, workspaceId, clock);
});

const t0 = 1_795_168_800_000;
const deliver = (...items: InboundItem[]) => handleDelivery(rig, rig.delivery(items));
const thread = (remoteId = "c1") => rig.threads.get(workspaceId, threadIdOf("chan_1", remoteId));
const message = (remoteId = "c1", threadRemoteId = "c1") =>
  rig.messages.get(workspaceId, threadIdOf("chan_1", threadRemoteId), messageIdOf("chan_1", remoteId));
const types = () => rig.published.map(({ type }) => type);

const answer = comment({
  remoteId: "a1",
  own: true,
  parentRemoteId: "c1",
  author: { remoteId: "page-1" },
  text: "З восьмої",
  occurredAt: t0 + 60_000,
});

describe("a comment", () => {
  it("is stored, classified and announced once however often it is delivered", async () => {
    await deliver(comment());
    await deliver(comment(), comment());
    expect(await message()).toMatchObject({
      text: "Коли ви відкриваєтесь?",
      classification: { language: "uk", intent: "question" },
    });
    expect(await thread()).toMatchObject({
      state: "open",
      unanswered: 1,
      messageCount: 1,
      person: { name: "Олена" },
      intent: "question",
    });
    expect(types()).toEqual(["message.received"]);
    expect(new Set(rig.marks)).toEqual(new Set([`chan_1 ${Math.floor(t0 / 3_600_000) * 3_600_000}`]));
  });

  it("shows its edit though the edit came first", async () => {
    await deliver(comment({ change: "edited", text: "О котрій?", occurredAt: t0 + 5000 }));
    await deliver(comment());
    expect(await message()).toMatchObject({ text: "О котрій?", edited: true, occurredAt: t0 });
  });

  it("stays away when its removal came first, and leaves no text behind", async () => {
    await deliver(comment({ change: "removed", text: undefined, occurredAt: t0 + 5000 }));
    expect(await thread()).toMatchObject({ state: "empty" });
    await deliver(comment());
    expect(await message()).toMatchObject({ removed: true, text: "" });
    expect(JSON.stringify(await message())).not.toContain("відкриваєтесь");
    expect(types()).toEqual([]);
  });

  it("tells of a change once", async () => {
    await deliver(comment());
    await deliver(comment({ change: "hidden", text: undefined, occurredAt: t0 + 1000 }));
    await deliver(comment({ change: "hidden", text: undefined, occurredAt: t0 + 1000 }));
    expect(await message()).toMatchObject({ hidden: true, text: "Коли ви відкриваєтесь?" });
    expect(types()).toEqual(["message.received", "message.changed"]);
    expect(await thread()).toMatchObject({ unanswered: 0 });
  });

  it("lands in the hour in which it was written, however late it comes", async () => {
    const day = 24 * 3_600_000;
    await deliver(comment({ occurredAt: t0 - 3 * day }));
    const found = await rig.messages.listByChannelAndTime(workspaceId, "chan_1", t0 - 3 * day, t0 - 3 * day + 1);
    expect(found.map(({ remoteId }) => remoteId)).toEqual(["c1"]);
    expect(await rig.messages.listByChannelAndTime(workspaceId, "chan_1", t0 - 3 * day + 1, t0)).toEqual([]);
    expect(rig.marks).toEqual([`chan_1 ${Math.floor((t0 - 3 * day) / 3_600_000) * 3_600_000}`]);
  });

  it("has its answer due four business hours later", async () => {
    await deliver(comment());
    expect(await thread()).toMatchObject({ waitingSince: t0, dueAt: t0 + 4 * 3_600_000 });
  });
});

describe("an own echo", () => {
  it("counts as the answer, not as a customer's word, whichever came first", async () => {
    for (const order of [
      [comment(), answer],
      [answer, comment()],
    ]) {
      workspaceId = `ws_in${workspaces++}`;
      rig = intakeRig(dynamo, workspaceId, clock);
      for (const item of order) await deliver(item);
      expect(await thread()).toMatchObject({
        unanswered: 0,
        lastOwn: true,
        messageCount: 2,
        person: { name: "Олена" },
      });
      expect((await message())?.answeredAt).toBe(t0 + 60_000);
      expect((await message("a1"))?.classification).toBeUndefined();
    }
  });

  it("does not answer what was asked after it", async () => {
    await deliver(comment(), answer, comment({ remoteId: "c2", text: "А ввечері?", occurredAt: t0 + 120_000 }));
    expect(await thread()).toMatchObject({ unanswered: 1, waitingSince: t0 + 120_000 });
  });

  it("alone waits for nobody", async () => {
    await deliver(answer);
    expect(await thread()).toMatchObject({ state: "done", unanswered: 0 });
  });
});

describe("a review", () => {
  const review = {
    kind: "review",
    change: "added",
    channelRemoteId: "page-1",
    remoteId: "r1",
    occurredAt: t0,
    author: { remoteId: "person-2", name: "Ігор" },
    recommends: false,
    text: "Довго чекали",
  } as const;

  it("is a thread of the inbox too", async () => {
    await deliver(review, review);
    expect(await thread("r1")).toMatchObject({ kind: "review", state: "open", sentiment: "negative", unanswered: 1 });
    expect(types()).toEqual(["review.received"]);
  });

  it("is answered by an own comment in its conversation", async () => {
    await deliver(review, { ...answer, threadRemoteId: "r1", postRemoteId: "r1" });
    const reviews = await rig.reviews.listByChannelAndTime(workspaceId, "chan_1", t0, t0 + 1);
    expect(reviews).toMatchObject([{ state: "answered", answeredAt: t0 + 60_000 }]);
    expect(await thread("r1")).toMatchObject({ unanswered: 0, kind: "review" });
  });

  it("leaves the lists when it is removed", async () => {
    await deliver(review, { ...review, change: "removed", text: undefined, occurredAt: t0 + 1000 });
    expect(await rig.reviews.list(workspaceId, "open", "newest", 10, undefined)).toEqual([]);
    expect(await thread("r1")).toMatchObject({ state: "empty" });
  });
});

describe("a delivery", () => {
  it("that nobody can read names its cause", async () => {
    const unreadable = { ...rig.delivery([]), rawBody: "{" };
    await expect(handleDelivery(rig, unreadable)).rejects.toThrow(UnreadableDelivery);
    await expect(handleDelivery(rig, { ...unreadable, platform: "other" })).rejects.toThrow(/no webhooks of other/);
  });

  it("of which a part cannot be read stores the rest, and says which once more each time it comes", async () => {
    const base = { channelRemoteId: "page-1", occurredAt: t0 };
    const odd: InboundItem[] = ["comment", "comment", "leadgen"].map((what) => ({ ...base, kind: "unreadable", what }));
    for (const _ of ["first", "again"]) {
      await expect(deliver(...odd, comment())).rejects.toThrow(new UnreadableParts("d1: comment 2, leadgen 1"));
    }
    expect(await thread()).toMatchObject({ messageCount: 1 });
    const elsewhere = await deliver(...odd.map((item) => ({ ...item, channelRemoteId: "page-9" })));
    expect(elsewhere).toMatchObject({ items: 0, unknownChannels: ["page-9"] });
    const unused = await deliver({ ...base, kind: "ignored", what: "reaction" }, comment());
    expect(unused).toEqual({ items: 2, ignored: "reaction 1", unknownChannels: [] });
  });

  it("for a channel that is not connected stores nothing and says so", async () => {
    const outcome = await deliver(comment({ channelRemoteId: "page-9" }));
    expect(outcome).toEqual({ items: 0, ignored: "", unknownChannels: ["page-9"] });
    expect(await thread()).toBeNull();
  });

  it("stores the neighbours of an item that cannot be stored, and the rest when it comes again", async () => {
    const other = comment({ remoteId: "c2", threadRemoteId: "c2" });
    let broken = true;
    const save = rig.messages.save;
    rig.messages.save = async (item, expected) => {
      if (broken && item.remoteId === "c1") throw new Error("throttled");
      return save(item, expected);
    };
    await expect(deliver(comment(), other)).rejects.toThrow(DeliveryIncomplete);
    expect(await thread("c2")).toMatchObject({ messageCount: 1 });
    broken = false;
    await deliver(comment(), other);
    expect(await thread("c1")).toMatchObject({ messageCount: 1 });
    expect(types()).toEqual(["message.received", "message.received"]);
  });

  it("announces what an earlier worker stored and died before announcing", async () => {
    rig.events.publish = () => Promise.reject(new Error("bus away"));
    await expect(deliver(comment())).rejects.toThrow(DeliveryIncomplete);
    const healthy = intakeRig(dynamo, workspaceId, clock);
    await handleDelivery(healthy, healthy.delivery([comment()]));
    expect(healthy.published.map(({ type }) => type)).toEqual(["message.received"]);
  });

  it("of many items is stored whole", async () => {
    const items = Array.from({ length: 200 }, (_, i) =>
      comment({ remoteId: `m${i}`, threadRemoteId: `t${i % 40}`, occurredAt: t0 + i }),
    );
    expect(await deliver(...items)).toMatchObject({ items: 200 });
    expect(await rig.messages.listByChannelAndTime(workspaceId, "chan_1", t0, t0 + 1000)).toHaveLength(200);
  });
});
