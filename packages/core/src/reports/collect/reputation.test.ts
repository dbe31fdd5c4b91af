import { expect, it } from "vitest";
import { importedChannel, type Review, reviewFactsOf, reviewFrom, reviewIdOf } from "../../reviews/index.ts";
import { collectReputation } from "./reputation.ts";

const day = 86_400_000;
const now = Date.parse("2026-11-23T07:00:00Z");
const range = { from: now - 7 * day, to: now };

function aReview(remoteId: string, channelId: string, rating: number, daysAgo: number): Review {
  const place = { workspaceId: "ws_1", channelId, platform: channelId, remoteId, threadId: remoteId };
  const facts = reviewFactsOf({
    ...{ kind: "review", change: "added", channelRemoteId: channelId, remoteId, occurredAt: now - daysAgo * day },
    ...{ rating, text: `words of ${remoteId}` },
  });
  const review = reviewFrom(place, facts, () => ({ sentiment: "neutral", language: "en" }));
  const imported = { place: "Tripadvisor", by: "mem_1", at: now };
  return { ...review, id: reviewIdOf(channelId, remoteId), ...(channelId === importedChannel && { imported }) };
}

const stored = [
  aReview("r1", "chan_1", 5, 1),
  aReview("r2", importedChannel, 1, 2),
  aReview("r3", importedChannel, 3, 3),
  aReview("r4", importedChannel, 4, 9),
];

const collect = (isMeant: (channelId: string | undefined) => boolean) =>
  collectReputation(
    {
      cases: { list: async () => [] },
      reviews: {
        listByChannelAndTime: async (_, channelId, from, to) =>
          stored.filter((one) => one.channelId === channelId && one.occurredAt >= from && one.occurredAt < to),
      },
    },
    "ws_1",
    {
      ...{ channels: [{ id: "chan_1", name: "Page" }], range, before: { from: range.from - 7 * day, to: range.from } },
      ...{ waiting: [], negativeMessages: 0, now, isMeant },
    },
  );

it("counts imported reviews in a report on everything, and names where an unhappy one stands", async () => {
  const all = await collect(() => true);
  expect(all).toMatchObject({ reviews: 3, rated: 3, mean: 3, meanBefore: 4, answered: 0 });
  expect(all.unhappy).toMatchObject([{ text: "words of r2", channelName: "Tripadvisor", rating: 1 }]);
});

it("leaves them out of a report on some channels", async () => {
  const some = await collect((channelId) => channelId === "chan_1");
  expect(some).toMatchObject({ reviews: 1, mean: 5, meanBefore: null, unhappy: [] });
});
