import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { requestsWorld } from "#tests/support/requests-world.ts";
import { reviewFactsOf, reviewFrom } from "../reviews/index.ts";
import { attributeReview, matchOf } from "./attribute-review.ts";
import type { ReviewRequest } from "./model.ts";
import { aRequest } from "./plan-request.ts";

const hour = 3_600_000;
const at = Date.parse("2026-11-24T12:00:00Z");

/** Somebody who went to write a review so many hours before it appeared. */
const went = (id: string, hoursBefore: number, change: Partial<ReviewRequest> = {}): ReviewRequest => ({
  ...aRequest(
    {
      ...{ workspaceId: "ws_1", id, source: { kind: "hand" }, by: "mem_1", email: `${id}@x.ua`, name: undefined },
      ...{ language: "uk", dueAt: 0 },
    },
    at - 100 * hour,
  ),
  went: [{ channelId: "chan_1", at: at - hoursBefore * hour }],
  ...change,
});
const review = (name?: string) => ({ channelId: "chan_1", occurredAt: at, author: { remoteId: "p", name } });
const found = (requests: ReviewRequest[], name?: string) => {
  const match = matchOf(requests, review(name));
  return match && [match.request.id, match.by];
};

it.each<[string, ReviewRequest[], string | undefined, string[] | undefined]>([
  [
    "the same name, in another order",
    [went("a", 100, { name: "Олена Петренко" }), went("b", 1)],
    "ПЕТРЕНКО Олена",
    ["a", "name"],
  ],
  ["the same name with another apostrophe", [went("a", 1, { name: "В’ячеслав Лис" })], "В'ячеслав Лис", ["a", "name"]],
  [
    "two of the same name",
    [went("a", 1, { name: "Олена Лис" }), went("b", 2, { name: "Олена Лис" })],
    "Олена Лис",
    undefined,
  ],
  ["a first name alone, which tells too little", [went("a", 1, { name: "Олена" }), went("b", 2)], "Олена", undefined],
  ["the only one who went in two days", [went("a", 47), went("b", 49)], "Хтось Інший", ["a", "only-one"]],
  ["one of two who went in two days", [went("a", 1), went("b", 2)], undefined, undefined],
  ["who went after it appeared", [went("a", -1)], undefined, undefined],
  ["who went more than 30 days before", [went("a", 31 * 24, { name: "Олена Лис" })], "Олена Лис", undefined],
  [
    "who went to another place",
    [went("a", 1, { went: [{ channelId: "chan_2", at: at - hour }] })],
    undefined,
    undefined,
  ],
  ["who never went", [went("a", 1, { went: [], name: "Олена Лис" })], "Олена Лис", undefined],
  ["who has a review already", [went("a", 1, { review: { id: "rev_0", by: "name", at } })], undefined, undefined],
])("a review is told to %s", (_, requests, name, expected) => {
  expect(found(requests, name)).toEqual(expected);
});

let dynamo: TestDynamo;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());

it("a review is told to one request once, however often it is announced and whoever went there too", async () => {
  const { deps, clock, workspace, channel } = requestsWorld(dynamo);
  const { id: workspaceId } = workspace;
  const asked = (id: string, name: string) => {
    const request = aRequest(
      {
        ...{ workspaceId, id, source: { kind: "hand" as const }, by: "mem_1", email: `${id}@x.ua`, name },
        ...{ language: "uk", dueAt: clock.nowMs() },
      },
      clock.nowMs(),
    );
    return deps.requests.create({ ...request, went: [{ channelId: channel.id, at: clock.nowMs() }] });
  };
  await asked("ask_1", "Олена Лис");
  await asked("ask_2", "Петро Сич");
  clock.advance(hour);
  const facts = reviewFactsOf({
    ...{ kind: "review", change: "added", channelRemoteId: "page-1", remoteId: "r1", occurredAt: clock.nowMs() },
    ...{ rating: 5, author: { remoteId: "p1", name: "Олена Лис" } },
  });
  const place = { workspaceId, channelId: channel.id, platform: "testbook", remoteId: "r1", threadId: "thr_1" };
  const stored = reviewFrom(place, facts, () => ({ sentiment: "positive", language: "uk" }));
  await deps.reviews.save(stored, null);
  const found = await attributeReview(deps, { workspaceId, reviewId: stored.id });
  expect(found).toMatchObject({ id: "ask_1", review: { id: stored.id, by: "name", at: clock.nowMs() } });
  expect(await attributeReview(deps, { workspaceId, reviewId: stored.id })).toBeNull();
  expect((await deps.requests.get(workspaceId, "ask_2"))?.review).toBeUndefined();
});
