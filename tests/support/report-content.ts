import { figure, notAvailable } from "#core/channels/measurement.ts";
import type { HeadlineFigures, KpiReport, Kpis } from "#core/insights/index.ts";
import { addDays } from "#core/kernel/time.ts";
import { type ReportContent, reportSections } from "#core/reports/index.ts";

const notGiven = notAvailable("not-given-by-platform");
const noShares = { available: false, reason: "not-given-by-platform" } as const;
const noType = { posts: figure(0), interactions: figure(0), rate: notAvailable("no-cases"), partial: false };

const kpis: Kpis = {
  audienceGrowth: {
    followersStart: figure(2443),
    followersEnd: figure(2481),
    change: figure(38),
    rate: figure(38 / 2443),
    partial: false,
  },
  audienceProfile: {
    country: {
      available: true,
      groups: [
        { name: "UA", share: 0.86, change: figure(0.01) },
        { name: "PL", share: 0.07, change: figure(0) },
        { name: "DE", share: 0.03, change: figure(0) },
      ],
    },
    city: noShares,
    age: noShares,
    gender: noShares,
    language: noShares,
  },
  engagement: { interactions: figure(1274), rate: figure(0.0641), partial: false },
  reach: { people: figure(19_870), basis: "people", partial: false },
  engagementByType: {
    image: { posts: figure(5), interactions: figure(702), rate: figure(0.058), partial: false },
    video: { posts: figure(2), interactions: figure(455), rate: figure(0.094), partial: false },
    carousel: noType,
    link: { posts: figure(3), interactions: figure(117), rate: figure(0.021), partial: false },
    text: noType,
    story: noType,
  },
  leads: { new: figure(7), bySource: { "lead-form": 5, thread: 2 }, conversionToWon: figure(2 / 7), wonValue: [] },
  response: {
    received: figure(41),
    answered: figure(39),
    shareAnswered: figure(39 / 41),
    medianFirstResponseMs: figure(38 * 60_000),
    p90FirstResponseMs: figure(170 * 60_000),
    shareWithinTarget: figure(0.9),
    qualityScore: figure(0.82),
  },
  negativeFeedback: {
    negativeMessages: figure(4),
    lowReviews: figure(1),
    negativeActions: notGiven,
    per1000Reached: figure(0.25),
    partial: true,
  },
};

const change = (difference: number, relative: number) => ({
  difference: figure(difference),
  relative: figure(relative),
});
const unknownChange = { difference: notGiven, relative: notGiven };

const dayFigures = (index: number): HeadlineFigures => ({
  followers: figure([2447, 2452, 2455, 2461, 2470, 2476, 2481][index] ?? 0),
  followersChange: figure(5),
  interactions: figure(180),
  engagementRate: figure(0.06),
  reach: index === 2 ? notAvailable("not-yet") : figure([2100, 2640, 0, 3120, 4480, 3900, 3630][index] ?? 0),
  leads: figure(1),
  conversionToWon: figure(0),
  shareAnswered: figure(1),
  medianFirstResponseMs: figure(1_200_000),
  shareWithinTarget: figure(1),
  qualityScore: figure(0.8),
  negativeFeedback: figure(0),
  negativePer1000: figure(0),
});

const kpiReport: KpiReport = {
  scope: "all",
  from: "2026-11-16",
  to: "2026-11-22",
  measuredAt: Date.parse("2026-11-23T04:10:00Z"),
  kpis,
  before: { from: "2026-11-09", to: "2026-11-15", kpis },
  change: {
    followers: change(38, 0.0156),
    followersChange: change(12, 0.46),
    interactions: change(-96, -0.07),
    engagementRate: change(0.004, 0.06),
    reach: change(3040, 0.18),
    leads: change(2, 0.4),
    conversionToWon: unknownChange,
    shareAnswered: change(0.04, 0.044),
    medianFirstResponseMs: change(-300_000, -0.11),
    shareWithinTarget: change(0, 0),
    qualityScore: change(0.02, 0.025),
    negativeFeedback: change(-2, -0.28),
    negativePer1000: change(-0.1, -0.28),
  },
  step: "day",
  series: Array.from({ length: 7 }, (_, index) => ({
    from: addDays("2026-11-16", index),
    to: addDays("2026-11-16", index),
    measuredAt: Date.parse("2026-11-23T04:10:00Z"),
    figures: dayFigures(index),
  })),
  unusual: [],
};

/** A week in the life of a café, with everything a report can say. */
export const cafeWeek: ReportContent = {
  workspace: { name: "Кав'ярня Листок", timeZone: "Europe/Kyiv", currency: "UAH" },
  scope: { kind: "weekly", period: { from: "2026-11-16", to: "2026-11-22" }, sections: reportSections },
  week: 47,
  madeAt: Date.parse("2026-11-23T07:00:00Z"),
  publicUrl: "https://social.example.com",
  kpis: kpiReport,
  goals: [
    {
      id: "goal_1",
      name: "2600 підписників",
      headline: "followers",
      baseline: 2300,
      target: 2600,
      current: 2481,
      state: "on-course",
      progress: 0.6,
      dueDay: "2026-12-31",
    },
    {
      id: "goal_2",
      name: "Відповідати всім",
      headline: "shareAnswered",
      channelName: "Кав'ярня Листок",
      baseline: 0.7,
      target: 1,
      current: 0.82,
      state: "behind",
      progress: 0.4,
      dueDay: "2026-12-01",
    },
  ],
  done: { published: 10, failed: 1, onTime: 10 },
  best: [
    {
      id: "pub_1",
      channelName: "Кав'ярня Листок",
      text: "Гарбузовий лате повернувся. До кінця листопада другий, для друга, з половинною знижкою: приходьте вдвох.",
      url: "https://www.facebook.com/1_2",
      publishedAt: Date.parse("2026-11-20T16:00:00Z"),
      interactions: 312,
      reach: 3980,
    },
    {
      id: "pub_2",
      channelName: "Кав'ярня Листок",
      text: "Як ми обсмажуємо зерно: дві хвилини з нашої кухні",
      publishedAt: Date.parse("2026-11-18T10:00:00Z"),
      interactions: 241,
      reach: null,
    },
  ],
  reputation: { recommended: 3, notRecommended: 1, negativeMessages: 4, waiting: 2, overdue: 1 },
  leads: { received: 7, won: 2 },
  decisions: [
    { kind: "overdue-answers", count: 1, path: "/inbox" },
    { kind: "failed-publications", count: 1, path: "/calendar" },
    { kind: "goal-behind", count: 1, subject: "Відповідати всім", path: "/goals" },
  ],
  next: {
    scheduled: [
      { dueAt: Date.parse("2026-11-24T16:00:00Z"), channelName: "Кав'ярня Листок", text: "Нове осіннє меню" },
      { dueAt: Date.parse("2026-11-26T16:00:00Z"), channelName: "Кав'ярня Листок", text: "Жива музика в п'ятницю" },
    ],
    freeSlots: 3,
  },
};
