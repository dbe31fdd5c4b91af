import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { type InboxRig, intakeRig } from "#tests/support/inbox.ts";
import { twoAPage } from "#tests/support/two-a-page.ts";
import type { ConnectorError } from "../channels/errors.ts";
import type { PolledEntry } from "../channels/reviews.ts";
import { type FakeClock, fakeClock } from "../kernel/clock.ts";
import { err, ok } from "../kernel/result.ts";
import { reviewIdOf } from "../reviews/index.ts";
import { type PollMessage, pollChannel, threadIdOf } from "./index.ts";

let dynamo: TestDynamo;
let clock: FakeClock;
let rig: InboxRig;
let workspaceId: string;
let workspaces = 0;
/** The platform's reviews, what changed last first. */
let list: PolledEntry[];
let asked: (string | undefined)[];
let failure: ConnectorError | undefined;
/** How many reviews the platform counts and does not list. */
let unlisted: number;

beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  workspaceId = `ws_compare${workspaces++}`;
  clock = fakeClock("2026-11-20T10:00:00Z");
  rig = intakeRig(dynamo, workspaceId, clock);
  list = [];
  asked = [];
  failure = undefined;
  unlisted = 0;
  rig.platform.reviews = {
    list: async (_call, page) => {
      asked.push(page);
      if (failure) return err(failure);
      return ok({ ...twoAPage(list, page), isWhole: true, total: list.length + unlisted });
    },
    fetch: async () => err({ class: "not-found", code: "NOT_FOUND", message: "" }),
  };
});

const hourMs = 3_600_000;
/** A review that was written so many hours ago, and changed or was answered since. */
function entry(remoteId: string, hoursAgo: number): PolledEntry {
  const at = clock.nowMs() - hoursAgo * hourMs;
  const review = {
    kind: "review",
    change: "added",
    channelRemoteId: "page-1",
    remoteId,
    occurredAt: at,
    rating: 5,
  } as const;
  return { sortedAt: at, changedAt: at, items: [review] };
}
const message = (): PollMessage => ({ kind: "poll", workspaceId, channelId: "chan_1", subject: "reviews", attempt: 0 });
const poll = () => pollChannel(rig, message());
const stored = async (remoteId: string) => rig.reviews.get(workspaceId, reviewIdOf("chan_1", remoteId));
const next = () => rig.polled.splice(0)[0]?.message;

describe("reviews that people took back", () => {
  const state = async (remoteId: string) => (await stored(remoteId))?.state;
  /** A look an hour later, that compares; and what it took. */
  const compare = async (afterMs = hourMs) => {
    clock.advance(afterMs);
    asked = [];
    const outcome = await pollChannel(rig, { ...message(), compare: true });
    return { ...outcome, pages: asked.length };
  };
  const quarterMs = hourMs / 4;
  const without = (...remoteIds: string[]) => {
    list = list.filter(({ items: [first] }) => first?.kind !== "review" || !remoteIds.includes(first.remoteId));
  };
  beforeEach(async () => {
    list = ["r5", "r4", "r3", "r2", "r1"].map((remoteId, index) => entry(remoteId, index + 1));
    await poll();
    await compare();
  });

  it("are gone at the second look, through the same door as a removal that was told of", async () => {
    without("r2");
    expect(await compare()).toMatchObject({ pages: 2 });
    expect(await state("r2")).toBe("open");
    clock.advance(quarterMs);
    await poll();
    expect(await stored("r2")).toMatchObject({ state: "gone", removed: true, text: "" });
    expect(await rig.threads.get(workspaceId, threadIdOf("chan_1", "r2"))).toMatchObject({
      state: "empty",
      unanswered: 0,
    });
    const told = rig.published.filter(({ type }) => type === "review.changed");
    expect(told).toMatchObject([{ data: { removed: true } }]);
    for (const other of ["r1", "r3", "r4", "r5"]) expect(await state(other)).toBe("open");
    // Nothing waits any more: the next looks ask for no more than what is new.
    expect(await compare()).toMatchObject({ pages: 1 });
  });

  it("are asked for only when the platform counts otherwise, and once a day", async () => {
    const pages: number[] = [];
    for (let hour = 0; hour < 24; hour += 1) pages.push((await compare()).pages);
    expect(pages).toEqual([...Array(23).fill(1), 3]);
    unlisted = 3;
    expect(await compare()).toMatchObject({ pages: 3 });
    expect(await compare()).toMatchObject({ pages: 1 });
    without("r1");
    expect(await compare()).toMatchObject({ pages: 2 });
  });

  it("are seen by their number while another one appears", async () => {
    without("r1");
    list = [entry("r6", 0), ...list];
    await compare();
    clock.advance(quarterMs);
    await poll();
    expect([await state("r1"), await state("r6")]).toEqual(["gone", "open"]);
  });

  it("come back when the list shows them again, with what they say", async () => {
    const before = [...list];
    without("r2");
    await compare();
    clock.advance(quarterMs);
    await poll();
    expect(await state("r2")).toBe("gone");
    list = before;
    await compare();
    expect(await stored("r2")).toMatchObject({ state: "open", removed: false, rating: 5 });
  });

  it("stay when most are missing at once: an operator is told once a day", async () => {
    const before = [...list];
    list = [];
    await expect(compare()).rejects.toMatchObject({ name: "ListDoubted", hopeless: true });
    await expect(compare()).resolves.toMatchObject({ end: "known" });
    clock.advance(24 * hourMs);
    await expect(compare()).rejects.toThrow("leaves out 5 at once");
    expect(await state("r1")).toBe("open");
    list = before;
    expect(await compare()).toMatchObject({ end: "known" });
  });

  it("are found in a list that takes several messages, also when the platform turns the walk away", async () => {
    list = [...Array.from({ length: 20 }, (_, index) => entry(`s${index}`, index / 20)), ...list];
    clock.advance(60_000);
    for (let going: PollMessage | undefined = message(); going; going = next() as PollMessage)
      await pollChannel(rig, going);
    without("s19", "s3");
    const walk = async () => {
      failure = { class: "rate-limited", code: "429", message: "", resetAt: clock.nowMs() + 60_000 };
      await pollChannel(rig, { ...message(), compare: true });
      failure = undefined;
      for (let going = next() as PollMessage; going; going = next() as PollMessage) await pollChannel(rig, going);
    };
    for (const _ of [1, 2]) {
      clock.advance(hourMs);
      await walk();
    }
    expect([await state("s19"), await state("s3"), await state("s18")]).toEqual(["gone", "gone", "open"]);
  });

  it("are read from no table and cost no more calls in the looks between", async () => {
    const reads: string[] = [];
    const counting = (name: string) => () => {
      reads.push(name);
      return Promise.resolve([]);
    };
    const reviews = { ...rig.reviews, listByChannelAndTime: counting("reviews") };
    const pollMarks = { ...rig.pollMarks, noteAbsences: async () => void reads.push("note") };
    for (let quarter = 0; quarter < 3; quarter += 1) {
      clock.advance(quarterMs);
      await pollChannel({ ...rig, reviews, pollMarks }, message());
    }
    expect(reads).toEqual([]);
  });
});
