import { describe, expect, it } from "vitest";
import { seeded } from "#tests/support/seeded.ts";
import { figure } from "../channels/measurement.ts";
import { durationsOf, noDurations, type PublicationResult } from "../insights/index.ts";
import { findRecommendations } from "./find.ts";
import { aChannelFacts, aResult, dayMs, factsOf, now, someSlots } from "./fixtures/facts.ts";
import type { Recommendation } from "./model.ts";
import { campaignAbove, topicAbove } from "./rules/subjects.ts";
import { timeUnused } from "./rules/times.ts";
import { typeAbove, typeBelow } from "./rules/types.ts";
import { answersLate, postingGap, slotsEmpty } from "./rules/work.ts";

/** Posts whose engagement rates scatter as real ones do, around `usual` of 1,000 reached. */
function scattered(
  count: number,
  usual: number,
  seed: number,
  given: (index: number) => Partial<PublicationResult> = () => ({}),
) {
  const { normal } = seeded(seed);
  return Array.from({ length: count }, (_, index) =>
    aResult(`${seed}-${index}`, Math.round(usual * Math.exp(0.4 * normal())), {
      publishedAt: now - (3 + index) * dayMs,
      ...given(index),
    }),
  );
}
const withResults = (...results: PublicationResult[]) => factsOf(aChannelFacts({ results }));
const video = () => ({ contentType: "video" as const });

describe("a content type that does better", () => {
  const pictures = scattered(30, 30, 1);

  it("is told with its ratio, interval, counts and share", () => {
    const [found] = typeAbove(withResults(...pictures, ...scattered(10, 70, 2, video)));
    expect(found).toMatchObject({
      rule: "type-above",
      channelId: "chan_1",
      cases: 40,
      neededCases: 20,
      params: { contentType: "video", posts: 10, others: 30, share: 0.25 },
      proposal: { kind: "draft", channelId: "chan_1", contentType: "video" },
    });
    const { lift, low, high } = found?.params ?? {};
    expect(Number(lift)).toBeGreaterThan(1.8);
    expect(Number(lift)).toBeLessThan(3);
    expect(Number(low)).toBeLessThan(Number(lift));
    expect(Number(high)).toBeGreaterThan(Number(lift));
  });

  it.each([
    ["seven posts of it", [...pictures, ...scattered(7, 70, 2, video)]],
    ["eleven others", [...pictures.slice(0, 11), ...scattered(10, 70, 2, video)]],
    ["a share of half", [...scattered(12, 30, 1), ...scattered(12, 70, 2, video)]],
    ["hardly any difference", [...pictures, ...scattered(10, 33, 2, video)]],
    ["posts of yesterday", [...pictures, ...scattered(10, 70, 2, () => ({ ...video(), publishedAt: now - dayMs }))]],
  ])("is not told from %s", (_, results) => {
    expect(typeAbove(withResults(...results))).toEqual([]);
  });

  it("is not found where there is nothing, but for one history in twenty", () => {
    const told = Array.from({ length: 400 }, (_, seed) => {
      const results = [...scattered(30, 30, seed), ...scattered(10, 30, 10_000 + seed, video)];
      const facts = withResults(...results);
      return typeAbove(facts).length + typeBelow(facts).length > 0;
    }).filter(Boolean).length;
    expect(told / 400).toBeLessThan(0.05);
  });
});

describe("a content type that does worse", () => {
  it("is told when it is a third of the posts or more", () => {
    const facts = withResults(...scattered(20, 60, 1), ...scattered(20, 25, 2, () => ({ contentType: "link" })));
    expect(typeBelow(facts)).toMatchObject([
      { rule: "type-below", params: { contentType: "link", share: 0.5 }, proposal: { kind: "task" } },
    ]);
    const few = withResults(...scattered(40, 60, 1), ...scattered(12, 25, 2, () => ({ contentType: "link" })));
    expect(typeBelow(few)).toEqual([]);
  });
});

describe("hours without a slot", () => {
  /** Mornings at 9 and, on Tuesdays and Thursdays, evenings at 19 that do three times as well. */
  const evening = Date.parse("2026-11-17T17:00:00Z");
  const results = [
    ...scattered(24, 30, 1, (index) => ({
      publishedAt: Date.parse("2026-11-18T07:00:00Z") - 7 * dayMs * (index % 12),
    })),
    ...scattered(14, 90, 2, (index) => ({
      publishedAt: evening - 7 * dayMs * (index % 12) + 2 * dayMs * (index % 2) - 7 * dayMs,
    })),
  ];
  const withSlots = (slots: readonly (typeof someSlots)[number][]) =>
    factsOf(aChannelFacts({ results, channel: { id: "chan_1", name: "x", slots: [...slots] } }));

  it("in which posts do better are proposed as a slot on the emptiest day", () => {
    expect(timeUnused(withSlots(someSlots))).toMatchObject([
      {
        rule: "time-unused",
        cases: 14,
        neededCases: 5,
        params: { days: "workdays", fromHour: 18, toHour: 21, posts: 14 },
        proposal: { kind: "move-slot", from: { weekday: 5, time: "09:00" }, slot: { weekday: 2, time: "19:00" } },
      },
    ]);
  });

  it("take a slot from hours in which posts surely do worse, the worst first", () => {
    const at = (iso: string) => (index: number) => ({ publishedAt: Date.parse(iso) - 7 * dayMs * (index % 12) });
    const three = [
      ...scattered(14, 90, 2, at("2026-11-17T17:00:00Z")),
      ...scattered(14, 45, 3, at("2026-11-18T11:00:00Z")),
      ...scattered(12, 14, 1, at("2026-11-18T07:00:00Z")),
    ];
    const foundFor = (slots: readonly (typeof someSlots)[number][]) =>
      timeUnused(
        factsOf(aChannelFacts({ results: three, channel: { id: "chan_1", name: "x", slots: [...slots] } })),
      )[0];
    const slot = { weekday: 2, time: "19:00" };
    const moved = foundFor(someSlots);
    const from = { weekday: 5, time: "09:00" };
    expect(moved?.proposal).toEqual({ kind: "move-slot", channelId: "chan_1", from, slot });
    expect(moved?.params).toMatchObject({ poorFromHour: 9, poorToHour: 12, poorPosts: 12 });
    expect(Number(moved?.params.poorLift)).toBeLessThan(0.5);
    const noon = [1, 3, 5].map((weekday) => ({ weekday, time: "13:00" }));
    expect(foundFor(noon)?.proposal).toEqual({ kind: "add-slot", channelId: "chan_1", slot });
  });

  it("are not told when there is a slot, nor where no schedule is kept", () => {
    expect(timeUnused(withSlots([...someSlots, { weekday: 4, time: "20:30" }]))).toEqual([]);
    expect(timeUnused(withSlots([]))).toEqual([]);
    expect(timeUnused(withSlots([...someSlots, { weekday: 6, time: "19:00" }]))).toHaveLength(1);
  });
});

describe("a topic, a campaign", () => {
  const ideaOf = (wish: object) => ({ kind: "draft", channelId: "chan_1", ...wish });
  const filed = (given: object) => [...scattered(30, 30, 1), ...scattered(9, 75, 2, () => given)];

  it("that does better than its types' norm is told by name", () => {
    expect(topicAbove(withResults(...filed({ topic: "Рецепти" })))).toMatchObject([
      {
        rule: "topic-above",
        cases: 9,
        neededCases: 8,
        params: { topic: "Рецепти", posts: 9 },
        proposal: ideaOf({ topic: "Рецепти" }),
      },
    ]);
    expect(campaignAbove(withResults(...filed({ campaignId: "camp_1" })))).toMatchObject([
      { rule: "campaign-above", params: { campaign: "Осіннє меню" }, proposal: ideaOf({ campaignId: "camp_1" }) },
    ]);
  });

  it("is not told from seven posts, nor when it is only video that does better", () => {
    const seven = [...scattered(30, 30, 1), ...scattered(7, 75, 2, () => ({ topic: "Рецепти" }))];
    expect(topicAbove(withResults(...seven))).toEqual([]);
    const mixed = [
      ...scattered(30, 30, 1),
      ...scattered(20, 75, 2, (index) => ({ ...video(), ...(index % 2 ? { topic: "Рецепти" } : {}) })),
    ];
    expect(topicAbove(withResults(...mixed))).toEqual([]);
  });

  it("whose campaign is gone is not told", () => {
    expect(campaignAbove(withResults(...filed({ campaignId: "camp_gone" })))).toEqual([]);
  });
});

describe("answers after their target", () => {
  const told = (targeted: number, within: number) =>
    answersLate(factsOf(aChannelFacts({ response: { targeted, within, durations: noDurations } })));

  it("are told with the share and its upper end", () => {
    expect(told(40, 20)).toMatchObject([{ rule: "answers-late", cases: 40, params: { share: 0.5 } }]);
    expect(Number(told(40, 20)[0]?.params.high)).toBeCloseTo(0.648, 2);
  });

  it("propose the shortest promise that would have been kept for 80 % of the questions, unanswered ones included", () => {
    const minutes = (count: number, each: number) => Array.from({ length: count }, () => each * 60_000);
    const proposalOf = (targeted: number, ms: readonly number[]) =>
      answersLate(factsOf(aChannelFacts({ response: { targeted, within: 5, durations: durationsOf(ms) } })))[0]
        ?.proposal;
    const target = (promise: number) => ({ kind: "response-target", channelId: "chan_1", minutes: promise });
    // The 32nd of 40 took 100 minutes, the 33rd 400.
    expect(proposalOf(40, [...minutes(20, 20), ...minutes(12, 100), ...minutes(8, 400)])).toEqual(target(120));
    expect(proposalOf(40, [...minutes(20, 20), ...minutes(11, 100), ...minutes(9, 400)])).toEqual(target(480));
    // A fifth and more without an answer: no promise helps.
    expect(proposalOf(40, minutes(32, 20))).toEqual(target(30));
    expect(proposalOf(40, minutes(31, 20))).toEqual({ kind: "task" });
    expect(proposalOf(40, minutes(40, 2_000))).toEqual({ kind: "task" });
  });

  it.each([
    [19, 0],
    [40, 28],
    [400, 330],
  ])("are not told of %i questions with %i in time", (targeted, within) => {
    expect(told(targeted, within)).toEqual([]);
  });
});

describe("free slots", () => {
  const at = [1, 2, 3, 4].map((day) => now + day * dayMs);

  it("are told when half of the week's or more are free", () => {
    const facts = factsOf(aChannelFacts({ slotTimes: at, coming: at.slice(0, 2) }));
    expect(slotsEmpty(facts)).toMatchObject([{ cases: 4, neededCases: 3, params: { slots: 4, free: 2 } }]);
    expect(slotsEmpty(factsOf(aChannelFacts({ slotTimes: at, coming: at.slice(0, 3) })))).toEqual([]);
  });

  it("are not told of two slots, nor of those that have passed today", () => {
    expect(slotsEmpty(factsOf(aChannelFacts({ slotTimes: at.slice(0, 2) })))).toEqual([]);
    expect(slotsEmpty(factsOf(aChannelFacts({ slotTimes: [now - 1, ...at.slice(0, 2)] })))).toEqual([]);
  });
});

describe("silence", () => {
  const posts = (silentDays: number, count = 10) =>
    Array.from({ length: count }, (_, index) =>
      aResult(`p${index}`, 30, { publishedAt: now - (silentDays + 2 * index) * dayMs }),
    );

  it("of three times the usual is told, with what is usual", () => {
    expect(postingGap(withResults(...posts(6)))).toMatchObject([
      { rule: "posting-gap", cases: 10, params: { silentDays: 6, usualDays: 2, posts: 10 } },
    ]);
  });

  it("is not told below that, from seven posts, or when something goes out tomorrow", () => {
    expect(postingGap(withResults(...posts(5)))).toEqual([]);
    expect(postingGap(withResults(...posts(6, 7)))).toEqual([]);
    expect(postingGap(factsOf(aChannelFacts({ results: posts(6), coming: [now + dayMs] })))).toEqual([]);
  });
});

describe("all rules together", () => {
  it("never speak from fewer cases than they state, whatever the history", () => {
    const found: Recommendation[] = [];
    for (let seed = 0; seed < 300; seed += 1) {
      const { uniform, count } = seeded(seed);
      const results = Array.from({ length: count(25) }, (_, index) =>
        aResult(`${index}`, count(5 + 60 * uniform()), {
          contentType: uniform() < 0.3 ? "video" : uniform() < 0.3 ? "link" : "image",
          publishedAt: now - Math.floor(90 * uniform()) * dayMs,
          reach: figure(count(40) * 10),
          ...(uniform() < 0.3 ? { topic: "Рецепти" } : {}),
        }),
      );
      const targeted = count(20);
      const response = { targeted, within: Math.floor(targeted * uniform()), durations: noDurations };
      const slotTimes = Array.from({ length: count(4) }, (_, index) => now + index * dayMs);
      found.push(...findRecommendations(factsOf(aChannelFacts({ results, response, slotTimes }))));
    }
    expect(found.length).toBeGreaterThan(100);
    for (const { cases, neededCases } of found) expect(cases).toBeGreaterThanOrEqual(neededCases);
  });

  it("give each rule its turn before any a second one, and an id that stays the same", () => {
    const slotTimes = [1, 2, 3].map((day) => now + day * dayMs);
    const busy = (id: string) =>
      aChannelFacts({
        channel: { id, name: id, slots: [] },
        slotTimes,
        response: { targeted: 50, within: 10, durations: noDurations },
      });
    const found = findRecommendations(factsOf(busy("chan_1"), busy("chan_2")));
    expect(found.map(({ rule, channelId }) => [rule, channelId])).toEqual([
      ["answers-late", "chan_1"],
      ["slots-empty", "chan_1"],
      ["answers-late", "chan_2"],
      ["slots-empty", "chan_2"],
    ]);
    expect(new Set(found.map(({ id }) => id)).size).toBe(4);
    expect(findRecommendations(factsOf(busy("chan_1"), busy("chan_2")))).toEqual(found);
  });

  it("say nothing of nothing", () => {
    expect(findRecommendations(factsOf())).toEqual([]);
    expect(findRecommendations(factsOf(aChannelFacts()))).toEqual([]);
  });
});
