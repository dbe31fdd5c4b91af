import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { type InboxRig, intakeRig } from "#tests/support/inbox.ts";
import { twoAPage } from "#tests/support/two-a-page.ts";
import type { Connector } from "../channels/connector.ts";
import type { ConnectorError } from "../channels/errors.ts";
import type { PolledEntry } from "../channels/reviews.ts";
import { type FakeClock, fakeClock } from "../kernel/clock.ts";
import { err, ok } from "../kernel/result.ts";
import { reviewIdOf } from "../reviews/index.ts";
import { fetchReview, type PollMessage, planPolls, pollChannel } from "./index.ts";
import { handleDelivery } from "./receive-delivery.ts";

let dynamo: TestDynamo;
let clock: FakeClock;
let rig: InboxRig;
let workspaceId: string;
let workspaces = 0;
/** The platform's reviews, what changed last first. */
let list: PolledEntry[];
let asked: (string | undefined)[];
let failure: ConnectorError | undefined;

beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  workspaceId = `ws_poll${workspaces++}`;
  clock = fakeClock("2026-11-20T10:00:00Z");
  rig = intakeRig(dynamo, workspaceId, clock);
  list = [];
  asked = [];
  failure = undefined;
  rig.platform.reviews = {
    list: async (_call, page) => {
      asked.push(page);
      if (failure) return err(failure);
      return ok(twoAPage(list, page));
    },
    fetch: async (_call, remoteId) => {
      if (failure) return err(failure);
      const found = list.find(({ items }) => items[0]?.kind === "review" && items[0].remoteId === remoteId);
      return found ? ok(found.items) : err({ class: "not-found", code: "NOT_FOUND", message: "" });
    },
  };
});

const hourMs = 3_600_000;
/** A review that was written so many hours ago, and changed or was answered since. */
function entry(remoteId: string, hoursAgo: number, { rating = 5, answeredHoursAgo = hoursAgo } = {}): PolledEntry {
  const at = clock.nowMs() - hoursAgo * hourMs;
  const review = {
    kind: "review",
    change: "added",
    channelRemoteId: "page-1",
    remoteId,
    occurredAt: at,
    rating,
  } as const;
  return { sortedAt: at, changedAt: clock.nowMs() - answeredHoursAgo * hourMs, items: [review] };
}
const message = (): PollMessage => ({ kind: "poll", workspaceId, channelId: "chan_1", subject: "reviews", attempt: 0 });
const poll = () => pollChannel(rig, message());
const stored = async (remoteId: string) => rig.reviews.get(workspaceId, reviewIdOf("chan_1", remoteId));
const notice = { kind: "notice", about: "review", channelRemoteId: "page-1", remoteId: "r1", occurredAt: 1 } as const;
const next = () => rig.polled.splice(0)[0]?.message;

it("takes in what a webhook lost, once, and walks no further than to what is known", async () => {
  list = [entry("r3", 1), entry("r2", 2), entry("r1", 30)];
  expect(await poll()).toEqual({ taken: 3, end: "known" });
  expect(asked).toEqual([undefined, "2"]);
  list = [entry("r5", 0), entry("r4", 0.5), ...list];
  asked = [];
  // The newest known one is looked at again: lists settle late.
  expect(await poll()).toEqual({ taken: 3, end: "known" });
  expect(asked).toEqual([undefined, "2"]);
  expect(rig.published.filter(({ type }) => type === "review.received")).toHaveLength(5);
});

it("sees an answer and a change of an old review", async () => {
  list = [entry("r2", 1), entry("r1", 2)];
  await poll();
  clock.advance(hourMs);
  list = [entry("r2", 0, { rating: 1 }), entry("r1", 3, { answeredHoursAgo: 0 })];
  expect(await poll()).toEqual({ taken: 2, end: "known" });
  expect(await stored("r2")).toMatchObject({ rating: 1 });
});

it("leaves a long list to further messages, and knows it only when it was walked to its end", async () => {
  list = Array.from({ length: 20 }, (_, index) => entry(`r${index}`, index));
  expect(await poll()).toEqual({ taken: 8, end: "goes-on" });
  expect(await rig.pollMarks.get(workspaceId, "chan_1", "reviews")).toMatchObject({ knownUntil: null });
  const going = next() as PollMessage;
  expect(await pollChannel(rig, going)).toEqual({ taken: 8, end: "goes-on" });
  expect(await pollChannel(rig, next() as PollMessage)).toEqual({ taken: 4, end: "known" });
  expect(await rig.pollMarks.get(workspaceId, "chan_1", "reviews")).toMatchObject({ knownUntil: clock.nowMs() });
});

it("never moves the mark back", async () => {
  await rig.pollMarks.advance(workspaceId, "chan_1", "reviews", 200);
  await rig.pollMarks.advance(workspaceId, "chan_1", "reviews", 100);
  expect(await rig.pollMarks.get(workspaceId, "chan_1", "reviews")).toMatchObject({ knownUntil: 200 });
});

it("waits as long as the platform asks, and gives up when the access is missing", async () => {
  failure = { class: "rate-limited", code: "429", message: "", resetAt: clock.nowMs() + 60_000 };
  expect(await poll()).toMatchObject({ end: "later" });
  expect(rig.polled.splice(0)).toMatchObject([{ delayMs: 60_000, message: { attempt: 1 } }]);
  failure = { class: "permission", code: "403", message: "" };
  expect(await poll()).toMatchObject({ end: "given-up" });
  rig.channel.state = "reconnect";
  expect(await poll()).toEqual({ taken: 0, end: "not-pollable" });
});

it("gives each connected channel one turn in a quarter of an hour", async () => {
  const ids = Array.from({ length: 30 }, (_, index) => `chan_${index}`);
  const channels = [...ids.map((id) => ({ ...rig.channel, id })), { ...rig.channel, id: "gone", state: "reconnect" }];
  const deps = {
    workspaces: { listAll: async () => [{ ...(await rig.workspaces.get(workspaceId)) }] },
    channels: { list: async () => channels as (typeof rig.channel)[] },
    connectorFor: (platform: string): Connector | undefined => rig.connectorFor(platform),
    pollQueue: rig.pollQueue,
    clock,
  };
  const counts = [];
  for (let run = 0; run < 3; run += 1) {
    counts.push(await planPolls(deps));
    clock.advance(5 * 60_000);
  }
  expect(Math.max(...counts)).toBeLessThan(20);
  expect(rig.polled.map(({ message: { channelId } }) => channelId).toSorted()).toEqual(ids.toSorted());
});

it("fetches a review that was only announced, whatever the state of the channel", async () => {
  rig.channel.state = "reconnect";
  list = [entry("r1", 0, { rating: 2 })];
  await handleDelivery(rig, rig.delivery([notice, notice]));
  expect(rig.polled).toHaveLength(1);
  expect(await stored("r1")).toBeNull();
  const fetchMessage = next();
  if (fetchMessage?.kind !== "fetch-review") throw new Error("nothing is to be fetched");
  expect(await fetchReview(rig, fetchMessage)).toBe("stored");
  expect(await fetchReview(rig, fetchMessage)).toBe("stored");
  expect(await stored("r1")).toMatchObject({ rating: 2, state: "open" });
  expect(rig.published.filter(({ type }) => type === "review.received")).toHaveLength(1);
});

const announced = { kind: "fetch-review", channelId: "chan_1", remoteId: "r1", attempt: 0 } as const;

it("asks again, ever later, for a review that is not shown yet, and at last takes a known one for removed", async () => {
  const first = { ...announced, workspaceId };
  expect(await fetchReview(rig, first)).toBe("later");
  expect(rig.polled.splice(0)).toMatchObject([{ delayMs: 5000, message: { attempt: 1 } }]);
  expect(await fetchReview(rig, { ...first, attempt: 5 })).toBe("gone");
  expect(await stored("r1")).toBeNull();
  list = [entry("r1", 1)];
  await fetchReview(rig, first);
  list = [];
  expect(await fetchReview(rig, { ...first, attempt: 5 })).toBe("gone");
  expect(await stored("r1")).toMatchObject({ removed: true, state: "gone" });
});

it("fails with its cause, so that an operator finds it, when the access is missing or nothing helps", async () => {
  failure = { class: "permission", code: "403 PERMISSION_DENIED", message: "" };
  await expect(fetchReview(rig, { ...announced, workspaceId })).rejects.toThrow("r1: permission 403 PERMISSION_DENIED");
  failure = { class: "transient", code: "503", message: "" };
  expect(await fetchReview(rig, { ...announced, workspaceId })).toBe("later");
  await expect(fetchReview(rig, { ...announced, workspaceId, attempt: 5 })).rejects.toThrow("r1: transient 503");
});
