import { beforeEach, describe, expect, it } from "vitest";
import type { InboxRig } from "#tests/support/inbox.ts";
import { freshWorkspaceForEach, willingReplies } from "#tests/support/intake-rig.ts";
import type { InboundReview } from "../channels/inbound.ts";
import {
  answerReview,
  handleDelivery,
  handleRespondMessage,
  removeReviewAnswer,
  replyToMessage,
  threadIdOf,
} from "../inbox/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { FakeClock } from "../kernel/clock.ts";
import { unwrap } from "../kernel/result.ts";
import { getReview, listReviews, reviewIdOf } from "./index.ts";

let rig: InboxRig;
let clock: FakeClock;
let actor: Actor;
freshWorkspaceForEach((start) => {
  ({ rig, clock, actor } = start);
});

const review = (change: Partial<InboundReview> = {}): InboundReview => ({
  kind: "review",
  change: "added",
  channelRemoteId: "page-1",
  remoteId: "r1",
  occurredAt: clock.nowMs(),
  author: { remoteId: "person-1", name: "Ігор" },
  rating: 2,
  text: "Холодна кава",
  ...change,
});
const deliver = (...items: InboundReview[]) => handleDelivery(rig, rig.delivery(items));
const one = async () => unwrap(await getReview(rig, actor, { reviewId: reviewIdOf("chan_1", "r1") }));
const list = async (state: "open" | "answered" | "all") =>
  unwrap(await listReviews(rig, actor, { state, limit: 50 })).items.map(({ remoteId }) => remoteId);

it("follows the platform's time, whatever comes first", async () => {
  await deliver(review({ change: "edited", rating: 5, text: "Виправились", occurredAt: clock.nowMs() + 1000 }));
  await deliver(review());
  expect(await one()).toMatchObject({ rating: 5, text: "Виправились", edited: true, sentiment: "positive" });
});

it.each([
  [{ rating: 1 }, "negative"],
  [{ rating: 3, text: "чудово" }, "neutral"],
  [{ rating: 5, text: "жахливо" }, "positive"],
  [{ rating: undefined, recommends: true }, "positive"],
  [{ rating: undefined, recommends: false, text: "добре" }, "negative"],
  [{ rating: undefined, text: "Жахливо" }, "negative"],
] as const)("takes its feeling from stars, recommendation, text, in this order: %j", async (opinion, sentiment) => {
  await deliver(review(opinion));
  expect(await one()).toMatchObject({ sentiment });
});

it("keeps what a person thought before, in whatever order it was told, and shows how the stars changed", async () => {
  const at = clock.nowMs();
  await deliver(review({ change: "edited", rating: 5, text: "Виправились", occurredAt: at + 2000 }));
  await deliver(review({ change: "edited", rating: 3, text: "Краще", occurredAt: at + 1000 }));
  await deliver(review(), review());
  await deliver(review({ change: "edited", rating: 5, text: "Виправились", occurredAt: at + 3000 }));
  expect((await one()).history).toEqual([
    { at, rating: 2, text: "Холодна кава" },
    { at: at + 1000, rating: 3, text: "Краще" },
    { at: at + 2000, rating: 5, text: "Виправились" },
  ]);
  const told = rig.published.filter(({ type }) => type === "review.changed").map(({ data }) => data);
  expect(told.at(-1)).toMatchObject({ rating: 5, ratingBefore: 3 });
});

it("holds recommendations without stars and their change as well", async () => {
  await deliver(review({ rating: undefined, recommends: false }));
  const changed = { change: "edited", rating: undefined, recommends: true, text: "Дякую" } as const;
  await deliver(review({ ...changed, occurredAt: clock.nowMs() + 1000 }));
  expect(await one()).toMatchObject({ recommends: true, sentiment: "positive" });
  expect((await one()).rating).toBeUndefined();
  expect((await one()).history.map(({ recommends }) => recommends)).toEqual([false, true]);
});

it("goes from the queue of unanswered ones when it is answered from the inbox", async () => {
  await deliver(review(), review({ remoteId: "r2", occurredAt: clock.nowMs() + 1 }));
  expect(await list("open")).toEqual(["r2", "r1"]);
  const targets: unknown[] = [];
  rig.platform.replies = willingReplies({
    reply: async (_call, target) => {
      targets.push(target);
      return { kind: "done" };
    },
  });
  clock.advance(60_000);
  const threadId = threadIdOf("chan_1", "r1");
  unwrap(await replyToMessage(rig, actor, { threadId, text: "Вибачте, виправимо", clientKey: "client-key-1" }));
  for (const { message } of rig.sent.splice(0)) await handleRespondMessage(rig, message);
  expect(targets).toMatchObject([{ kind: "review", remoteId: "r1" }]);
  expect(await one()).toMatchObject({ state: "answered", answeredAt: clock.nowMs() });
  expect(await list("open")).toEqual(["r2"]);
  expect(await list("answered")).toEqual(["r1"]);
  expect(await list("all")).toEqual(["r2", "r1"]);
});

it("is answered and the answer taken away, each once, by whoever may respond", async () => {
  await deliver(review());
  const reviewId = reviewIdOf("chan_1", "r1");
  const input = { reviewId, text: "Дякуємо", clientKey: "client-key-1" };
  const { workspaceId } = actor;
  const viewer: Actor = { type: "member", workspaceId, memberId: "mem_1", role: "viewer", language: "uk" };
  expect(await answerReview(rig, viewer, input)).toMatchObject({ error: { code: "forbidden" } });
  expect(await answerReview(rig, actor, { ...input, reviewId: "rev_none" })).toMatchObject({
    error: { code: "not-found" },
  });
  const done: string[] = [];
  rig.platform.replies = willingReplies({
    reply: async (_call, { remoteId }, text) => {
      done.push(`${remoteId}: ${text}`);
      return { kind: "done", remoteId: "r1/reply" };
    },
    remove: async (_call, { remoteId }) => {
      done.push(`remove ${remoteId}`);
      return { kind: "done" };
    },
  });
  const work = async () => {
    for (const { message } of rig.sent.splice(0)) await handleRespondMessage(rig, message);
  };
  const remove = (clientKey: string) => removeReviewAnswer(rig, actor, { reviewId, clientKey });
  expect(await remove("client-key-0")).toMatchObject({ error: { code: "message-gone" } });
  for (const _ of [1, 2]) unwrap(await answerReview(rig, actor, input));
  await work();
  unwrap(await remove("client-key-2"));
  await work();
  expect(await remove("client-key-3")).toMatchObject({ error: { code: "message-gone" } });
  clock.advance(60_000);
  unwrap(await answerReview(rig, actor, { ...input, text: "Виправили", clientKey: "client-key-4" }));
  await work();
  unwrap(await remove("client-key-5"));
  expect(done).toEqual(["r1: Дякуємо", "remove r1/reply", "r1: Виправили"]);
});

it("is paged, and shows another workspace nothing", async () => {
  for (let i = 1; i <= 5; i++) await deliver(review({ remoteId: `r${i}`, occurredAt: clock.nowMs() + i }));
  const first = unwrap(await listReviews(rig, actor, { state: "all", limit: 3 }));
  const second = unwrap(await listReviews(rig, actor, { state: "all", limit: 3, cursor: first.cursor }));
  expect([...first.items, ...second.items].map(({ remoteId }) => remoteId)).toEqual(["r5", "r4", "r3", "r2", "r1"]);
  expect(second.cursor).toBeUndefined();
  const stranger: Actor = { ...actor, workspaceId: "ws_stranger" };
  const cursor = await listReviews(rig, stranger, { state: "all", limit: 3, cursor: first.cursor });
  expect(cursor).toMatchObject({ ok: false, error: { code: "invalid-cursor" } });
  const hidden = await getReview(rig, stranger, { reviewId: reviewIdOf("chan_1", "r1") });
  expect(hidden).toMatchObject({ ok: false, error: { code: "not-found" } });
});

describe("the list", () => {
  const page = async (input: Partial<Parameters<typeof listReviews>[2]>) =>
    unwrap(await listReviews(rig, actor, { limit: 50, ...input }));
  const ids = async (input: Partial<Parameters<typeof listReviews>[2]>) =>
    (await page(input)).items.map(({ remoteId }) => remoteId);
  const ago = (hours: number) => clock.nowMs() - hours * 3_600_000;
  beforeEach(() =>
    deliver(
      review({ remoteId: "r1", rating: 1, text: "Кава була зовсім холодна", occurredAt: ago(4) }),
      review({ remoteId: "r2", rating: 5, text: "The coffee was great and warm", occurredAt: ago(3) }),
      review({ remoteId: "r3", rating: undefined, recommends: false, text: "Не раджу нікому", occurredAt: ago(2) }),
      review({ remoteId: "r4", rating: 1, text: undefined, occurredAt: ago(1) }),
    ),
  );

  it("gives the oldest first when asked, page after page, each review once", async () => {
    const first = await page({ state: "open", order: "oldest", limit: 3 });
    expect(first.items.map(({ remoteId }) => remoteId)).toEqual(["r1", "r2", "r3"]);
    expect(await ids({ state: "open", order: "oldest", limit: 3, cursor: first.cursor })).toEqual(["r4"]);
    expect(await listReviews(rig, actor, { state: "open", limit: 3, cursor: first.cursor })).toMatchObject({
      error: { code: "invalid-cursor" },
    });
  });

  it.each([
    [{ opinion: "1" }, ["r4", "r1"]],
    [{ opinion: "no" }, ["r3"]],
    [{ opinion: "yes" }, []],
    [{ language: "en" }, ["r2"]],
    [{ language: "uk" }, ["r3", "r1"]],
    [{ language: "unknown" }, ["r4"]],
    [{ channelId: "chan_1", opinion: "5" }, ["r2"]],
    [{ channelId: "chan_2" }, []],
  ] as const)("narrows to %o", async (narrow, expected) => {
    expect(await ids({ state: "open", ...narrow })).toEqual(expected);
  });

  it("fills a page although others stand between", async () => {
    const first = await page({ opinion: "1", limit: 1 });
    expect(first.items).toHaveLength(1);
    expect(await ids({ opinion: "1", limit: 1, cursor: first.cursor })).toEqual(["r1"]);
  });
});
