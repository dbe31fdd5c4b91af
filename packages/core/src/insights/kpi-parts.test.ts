import { describe, expect, it } from "vitest";
import { type ChannelMeasurement, figure, notAvailable } from "../channels/measurement.ts";
import { channelDayOf, measuredSlice, workspaceDayOf } from "./channel-day.ts";
import { countEvents } from "./count-events.ts";
import { countMeasurements } from "./count-measurements.ts";
import { aMeasurement, aMessage } from "./fixtures/world.ts";
import { type KpiParts, mergeDays, noParts } from "./kpi-parts.ts";
import { kpisOf } from "./kpis.ts";

const day = "2026-11-22";
const never = notAvailable("not-given-by-platform");
const notYet = notAvailable("not-yet");

const measuredParts = (given: Partial<ChannelMeasurement>, before?: number): KpiParts =>
  countMeasurements({
    day,
    measured: { day, measuredAt: 120_000, measurement: aMeasurement(given) },
    earlier:
      before === undefined
        ? []
        : [{ day: "2026-11-21", measuredAt: 0, measurement: aMeasurement({ followers: figure(before) }) }],
    publications: [],
  });
/** The day of a workspace with these channels. */
const workspaceDay = (channels: readonly KpiParts[]): KpiParts =>
  workspaceDayOf(day, [], new Map(channels.map((parts, index) => [`chan_${index}`, parts])));
const channelDay = (given: Partial<ChannelMeasurement>, before?: number, messages = 0): KpiParts => {
  const rows = Array.from({ length: messages }, (_, n) => aMessage({ id: `m${n}`, occurredAt: 0, negative: true }));
  const events = countEvents({ messages: rows, answers: [], reviews: [], leads: [], publications: [] });
  return channelDayOf(
    "chan_1",
    day,
    new Map([
      ["10", { parts: events, byMinutes: "no" }],
      [measuredSlice, { parts: measuredParts(given, before), byMinutes: "no" }],
    ]),
  );
};

describe("the quality of answers", () => {
  const answersOf = (...scores: number[]) => {
    const answers = scores.map((score, n) => ({ id: `a${n}`, occurredAt: 0, score }));
    return countEvents({ messages: [], answers, reviews: [], leads: [], publications: [] });
  };
  const quality = (parts: KpiParts) => kpisOf(parts).response.qualityScore;

  it("is the mean of each answer's score, whatever days they are merged over", () => {
    expect(quality(answersOf(100, 67, 40))).toEqual(figure(0.69));
    expect(quality(mergeDays([answersOf(100), noParts, answersOf(67, 40)]))).toEqual(figure(0.69));
    expect(quality(workspaceDay([answersOf(100, 67), answersOf(40)]))).toEqual(figure(0.69));
  });

  it("is not available where nothing was answered, and 0 where answers had nothing good", () => {
    expect(quality(noParts)).toEqual(notAvailable("no-cases"));
    expect(quality(answersOf(0))).toEqual(figure(0));
  });
});

describe("a channel's day", () => {
  it("is not available where the platform gives nothing, and never 0", () => {
    const kpis = kpisOf(
      channelDay({ reach: never, views: never, interactions: never, followers: never }, undefined, 2),
    );
    expect(kpis.reach.people).toEqual(never);
    expect(kpis.engagement).toEqual({ interactions: never, rate: never, partial: false });
    expect(kpis.audienceGrowth.change).toEqual(never);
    expect(kpis.negativeFeedback.negativeMessages).toEqual(figure(2));
    expect(kpis.negativeFeedback.per1000Reached).toEqual(never);
  });

  it("has a growth only from the second measured day", () => {
    expect(kpisOf(channelDay({ followers: figure(900) })).audienceGrowth).toMatchObject({
      followersStart: notYet,
      followersEnd: figure(900),
      change: notYet,
      rate: notYet,
      partial: false,
    });
    expect(kpisOf(channelDay({ followers: figure(918) }, 900)).audienceGrowth).toMatchObject({
      change: figure(18),
      rate: figure(0.02),
    });
  });

  it("takes views where people are not given, and says so", () => {
    const { reach, engagement } = kpisOf(channelDay({ reach: never, views: figure(400), interactions: figure(20) }));
    expect(reach).toEqual({ people: figure(400), basis: "views", partial: false });
    expect(engagement.rate).toEqual(figure(0.05));
  });

  it("counts the followers lost as negative feedback, where the platform gives them", () => {
    const told = kpisOf(channelDay({ reach: figure(1000), followersLost: figure(3) }, undefined, 2)).negativeFeedback;
    expect(told).toMatchObject({ negativeActions: figure(3), per1000Reached: figure(5) });
    const later = kpisOf(channelDay({ reach: figure(1000), followersLost: notYet }, undefined, 2)).negativeFeedback;
    expect(later).toMatchObject({ negativeActions: notYet, per1000Reached: figure(2) });
  });

  it("has no rate of a reach of nobody", () => {
    const kpis = kpisOf(channelDay({ reach: figure(0), interactions: figure(0) }, undefined, 1));
    expect(kpis.engagement.rate).toEqual(notAvailable("no-cases"));
    expect(kpis.negativeFeedback.per1000Reached).toEqual(notAvailable("no-cases"));
  });
});

describe("the workspace's day", () => {
  it("has rates of sums over the channels that give both parts, and says that they are partial", () => {
    const kpis = kpisOf(
      workspaceDay([
        channelDay({ reach: figure(1000), interactions: figure(10) }, undefined, 1),
        channelDay({ reach: figure(500), interactions: figure(50) }, undefined, 2),
        channelDay({ reach: never, views: never, interactions: figure(999) }, undefined, 5),
      ]),
    );
    expect(kpis.engagement).toEqual({ interactions: figure(1059), rate: figure(60 / 1500), partial: true });
    expect(kpis.reach).toEqual({ people: figure(1500), basis: "people", partial: true });
    expect(kpis.negativeFeedback.negativeMessages).toEqual(figure(8));
    expect(kpis.negativeFeedback.per1000Reached).toEqual(figure(2));
  });

  it("misses a connected channel of which nothing is known", () => {
    const kpis = kpisOf(workspaceDayOf(day, ["chan_0", "chan_1"], new Map([["chan_0", channelDay({})]])));
    expect(kpis.reach).toEqual({ people: figure(500), basis: "people", partial: true });
  });

  it("is measured when its last channel was", () => {
    const late = { ...channelDay({}), measuredAt: 900_000 };
    expect(workspaceDay([late, channelDay({})]).measuredAt).toBe(120_000);
  });

  it("weighs audiences by followers", () => {
    const kpis = kpisOf(
      workspaceDay([
        channelDay({ followers: figure(3000), audience: { country: { UA: 1 } } }),
        channelDay({ followers: figure(1000), audience: { country: { UA: 0.6, PL: 0.4 } } }),
      ]),
    );
    expect(kpis.audienceProfile.country).toMatchObject({
      available: true,
      groups: [
        { name: "UA", share: 0.9 },
        { name: "PL", share: 0.1 },
      ],
    });
    expect(kpis.audienceProfile.age).toEqual({ available: false, reason: "not-given-by-platform" });
  });
});

describe("days together", () => {
  it("take followers from the ends, chain the growth and add the rest", () => {
    const days = [channelDay({ followers: figure(1100) }, 1000), channelDay({ followers: figure(1210) }, 1100)];
    const { audienceGrowth, reach } = kpisOf(mergeDays(days));
    expect(audienceGrowth).toMatchObject({
      followersStart: figure(1000),
      followersEnd: figure(1210),
      change: figure(210),
      rate: figure(0.21),
    });
    expect(reach.people).toEqual(figure(1000));
  });

  it("do not take a channel that joins later for growth", () => {
    const first = workspaceDay([channelDay({ followers: figure(1010) }, 1000)]);
    const joined = workspaceDay([
      channelDay({ followers: figure(1020) }, 1010),
      channelDay({ followers: figure(5000) }),
    ]);
    const next = workspaceDay([
      channelDay({ followers: figure(1020) }, 1020),
      channelDay({ followers: figure(5000) }, 5000),
    ]);
    const { audienceGrowth } = kpisOf(mergeDays([first, joined, next]));
    expect(audienceGrowth).toMatchObject({
      followersEnd: figure(6020),
      change: figure(20),
      rate: figure(0.02),
      partial: true,
    });
  });

  it("do not dip on a last day on which a channel was not measured", () => {
    const whole = workspaceDay([channelDay({ followers: figure(500) }), channelDay({ followers: figure(700) })]);
    const half = workspaceDay([channelDay({ followers: figure(501) }, 500), channelDay({ followers: notYet })]);
    expect(kpisOf(mergeDays([whole, half])).audienceGrowth.followersEnd).toEqual(figure(1200));
  });

  it("are the same merged at once or by weeks", () => {
    const days = [1, 2, 3, 4, 5, 6, 7].map((n) =>
      channelDay({ followers: figure(1000 + n * n) }, 1000 + (n - 1) ** 2, n),
    );
    const byWeeks = mergeDays([mergeDays(days.slice(0, 3)), mergeDays(days.slice(3))]);
    expect(kpisOf(byWeeks)).toEqual(kpisOf(mergeDays(days)));
  });
});
