import { type Figure, figure, notAvailable } from "#core/channels/measurement.ts";
import {
  type ContentType,
  type Headline,
  type HeadlineChange,
  type HeadlineFigures,
  headlines,
  headlinesOf,
  type KpiPoint,
  type KpiReport,
  type Kpis,
} from "#core/insights/index.ts";
import { addDays } from "#core/kernel/time.ts";
import { type Period, type ReportContent, type ReportKind, sectionsOfKind } from "#core/reports/index.ts";
import type { ReturnReport } from "#core/returns/index.ts";
import { cafeCompetitors } from "./report-competitors.ts";
import { cafeVisits } from "./report-visits.ts";

const notGiven = notAvailable("not-given-by-platform");
const noShares = { available: false, reason: "not-given-by-platform" } as const;

/** The café's periods: a Thursday's digest of the Wednesday, week 47, November, the 90 days to its end. */
const periods: Readonly<Record<ReportKind, Period>> = {
  daily: { from: "2026-11-25", to: "2026-11-25" },
  weekly: { from: "2026-11-16", to: "2026-11-22" },
  monthly: { from: "2026-11-01", to: "2026-11-30" },
  quarterly: { from: "2026-09-02", to: "2026-11-30" },
};
const before: Readonly<Record<ReportKind, Period>> = {
  daily: { from: "2026-11-18", to: "2026-11-18" },
  weekly: { from: "2026-11-09", to: "2026-11-15" },
  monthly: { from: "2026-10-01", to: "2026-10-31" },
  quarterly: { from: "2026-06-04", to: "2026-09-01" },
};
const made: Readonly<Record<ReportKind, string>> = {
  daily: "2026-11-26T06:30:00Z",
  weekly: "2026-11-23T07:00:00Z",
  monthly: "2026-12-01T07:00:00Z",
  quarterly: "2026-12-01T07:00:00Z",
};

const firstDay = Date.parse("2026-06-01");
const indexOf = (day: string) => Math.round((Date.parse(day) - firstDay) / 86_400_000);
const daysOf = ({ from, to }: Period) =>
  Array.from({ length: indexOf(to) - indexOf(from) + 1 }, (_, index) => addDays(from, index));

/** A café's day: busy at the end of the week, growing, one Friday that went round. */
function dayFigures(day: string) {
  const index = indexOf(day);
  const busy = [0.8, 0.75, 0.9, 0.95, 1.35, 1.4, 1.1][(index + 0) % 7] ?? 1;
  const wave = 1 + 0.12 * Math.sin(index / 5);
  const burst = day === "2026-11-20" ? 1.9 : 1;
  const reach = Math.round(1900 * (1 + index / 420) * busy * wave * burst);
  return {
    followers: 2040 + Math.round(index * 2.45),
    reach,
    interactions: Math.round(reach * (0.055 + 0.008 * Math.sin(index / 9))),
    received: 4 + (index % 5),
    answered: 4 + (index % 5) - (index % 11 === 3 ? 1 : 0),
    leads: index % 3 === 0 ? 2 : index % 7 === 1 ? 1 : 0,
    negative: index % 6 === 0 ? 1 : 0,
  };
}

function kpisOf(period: Period, isBefore = false): Kpis {
  const days = daysOf(period).map(dayFigures);
  const sum = (pick: (day: ReturnType<typeof dayFigures>) => number) => days.reduce((all, day) => all + pick(day), 0);
  const start = dayFigures(addDays(period.from, -1)).followers;
  const end = days.at(-1)?.followers ?? start;
  const [reach, interactions, leads] = [
    sum((day) => day.reach),
    sum((day) => day.interactions),
    sum((day) => day.leads),
  ];
  const posts = Math.max(1, Math.round(days.length * 1.4));
  const type = (share: number, rate: number) => ({
    posts: figure(Math.round(posts * share)),
    interactions: figure(Math.round(interactions * share)),
    rate: figure(rate),
    partial: false,
  });
  const noType = { posts: figure(0), interactions: figure(0), rate: notAvailable("no-cases"), partial: false };
  return {
    audienceGrowth: {
      followersStart: figure(start),
      followersEnd: figure(end),
      change: figure(end - start),
      rate: figure((end - start) / start),
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
    engagement: { interactions: figure(interactions), rate: figure(interactions / reach), partial: false },
    reach: { people: figure(reach), basis: "people", partial: false },
    engagementByType: {
      image: type(0.5, isBefore ? 0.055 : 0.058),
      video: type(0.2, isBefore ? 0.081 : 0.094),
      carousel: noType,
      link: type(0.3, isBefore ? 0.026 : 0.021),
      text: noType,
      story: noType,
    },
    leads: {
      new: figure(leads),
      bySource: { "lead-form": Math.ceil(leads * 0.7), thread: Math.floor(leads * 0.3) },
      conversionToWon: leads === 0 ? notAvailable("no-cases") : figure(Math.floor(leads / 3) / leads),
      wonValue: leads < 3 ? [] : [{ minorUnits: Math.floor(leads / 3) * 1_850_00, currency: "UAH" }],
    },
    response: {
      received: figure(sum((day) => day.received)),
      answered: figure(sum((day) => day.answered)),
      shareAnswered: figure(sum((day) => day.answered) / sum((day) => day.received)),
      medianFirstResponseMs: figure(38 * 60_000),
      p90FirstResponseMs: figure(170 * 60_000),
      shareWithinTarget: figure(0.9),
      qualityScore: figure(0.82),
    },
    negativeFeedback: {
      negativeMessages: figure(sum((day) => day.negative)),
      lowReviews: figure(days.length > 5 ? 1 : 0),
      negativeActions: notGiven,
      per1000Reached: figure((sum((day) => day.negative) / reach) * 1000),
      partial: true,
    },
  };
}

const pointOf = (period: Period): KpiPoint => ({
  ...period,
  measuredAt: Date.parse(`${period.to}T20:00:00Z`),
  figures: headlinesOf(kpisOf(period)),
});

const between = (now: Figure, then: Figure, stretch: number): HeadlineChange => {
  if (!now.available || !then.available) return { difference: notGiven, relative: notGiven, basis: "whole" };
  const difference = now.value - then.value * stretch;
  return {
    difference: figure(difference),
    relative: then.value === 0 ? notAvailable("no-cases") : figure(difference / (then.value * stretch)),
    basis: "whole",
  };
};

const eachHeadline = <Value>(make: (headline: Headline) => Value): Record<Headline, Value> =>
  Object.fromEntries(headlines.map((headline) => [headline, make(headline)])) as Record<Headline, Value>;

const sums: readonly Headline[] = ["followersChange", "interactions", "reach", "leads", "negativeFeedback"];

function figuresOf(kind: ReportKind): ReportContent["figures"] {
  const [period, earlier] = [periods[kind], before[kind]];
  const [kpis, kpisBefore] = [kpisOf(period), kpisOf(earlier, true)];
  const stretch = daysOf(period).length / daysOf(earlier).length;
  const [now, then] = [headlinesOf(kpis), headlinesOf(kpisBefore)];
  const change = eachHeadline((headline) =>
    between(now[headline], then[headline], sums.includes(headline) ? stretch : 1),
  );
  const weeks = Math.ceil(daysOf(period).length / 7);
  const report: KpiReport = {
    scope: "all",
    ...period,
    measuredAt: Date.parse(made[kind]) - 3 * 3_600_000,
    kpis,
    before: { ...earlier, kpis: kpisBefore },
    change,
    step: "day",
    series: daysOf(period).map((day) => pointOf({ from: day, to: day })),
    unusual: daysOf(period).includes("2026-11-20")
      ? [{ day: "2026-11-20", headline: "reach", value: dayFigures("2026-11-20").reach, usual: 2980 }]
      : [],
  };
  return {
    kpis: report,
    change,
    perDay: stretch !== 1,
    weeks: Array.from({ length: weeks }, (_, index) => {
      const to = addDays(period.to, -7 * (weeks - 1 - index));
      return pointOf({ from: addDays(to, -6), to });
    }),
    channels: [
      { name: "Кав'ярня Листок", figures: partOf(now, 0.7), reach: change.reach },
      { name: "lystok.cafe", figures: partOf(now, 0.3), reach: { difference: notGiven, relative: notGiven } },
    ],
  };
}

const partOf = (figures: HeadlineFigures, share: number): HeadlineFigures =>
  eachHeadline((headline) => {
    const one = figures[headline];
    return one.available && (sums.includes(headline) || headline === "followers")
      ? figure(Math.round(one.value * share))
      : one;
  });

const channelName = "Кав'ярня Листок";
const post = (
  id: string,
  text: string,
  at: string,
  contentType: ContentType,
  interactions: number,
  reach: number | null,
) => ({
  ...{ id, channelName, text, contentType, interactions, reach },
  url: `https://www.facebook.com/${id}`,
  publishedAt: Date.parse(at),
});

const hryvnias = (minorUnits: number) => ({ minorUnits, currency: "UAH" });
const amount = (minorUnits: number) => ({ available: true, ...hryvnias(minorUnits) }) as const;
const known = (value: number) => ({ available: true, value }) as const;

/** The café pays for ads in dollars, too, since the autumn. */
const cafeRates = (kind: ReportKind): ReturnReport["rates"] =>
  kind === "quarterly"
    ? [
        { month: "2026-10", from: "USD", to: "UAH", rate: "41.08" },
        { month: "2026-11", from: "USD", to: "UAH", rate: "41.25", note: "НБУ" },
      ]
    : [];

/** What the café spent on ads and content, and what came of it. */
function cafeSpend(kind: ReportKind): ReturnReport {
  const weeks = { daily: 1, weekly: 1, monthly: 4, quarterly: 13 }[kind];
  const ads = {
    spend: amount(weeks * 800_00),
    impressions: known(weeks * 9_200),
    clicks: known(weeks * 160),
    leads: known(weeks * 2),
    costPerClick: amount(5_00),
    costPerLead: amount(400_00),
  };
  const won = { leads: weeks, withoutValue: 0, value: [hryvnias(weeks * 1_850_00)], worth: amount(weeks * 1_850_00) };
  const both = { first: won, last: won };
  return {
    ...periods[kind],
    ...{ currency: "UAH", missingRates: [], rates: cafeRates(kind) },
    ...{ ads, adSpend: [hryvnias(weeks * 800_00)], daysMissing: 0, measuredAt: null },
    ...{ budgetSpent: [hryvnias(weeks * 200_00)], cost: amount(weeks * 1_000_00), leads: known(weeks * 5) },
    ...{ costPerLead: amount(200_00), won: both, unknown: { first: { ...won, leads: 0 }, last: { ...won, leads: 0 } } },
    roi: { first: known(0.85), last: known(0.85) },
    campaigns: [{ key: "cmp_1", name: "Осіннє меню", ads, won: both, roi: { first: known(1.31), last: known(1.31) } }],
    ...{ channels: [], publications: [], days: [], more: false },
  };
}

const history = (values: readonly number[]) =>
  values.map((value, index) => ({ day: addDays("2026-11-30", 7 * (index + 1 - values.length)), value }));

/** A café's report of a kind, with everything that a report can say. */
export function cafeReport(kind: ReportKind): ReportContent {
  const madeAt = Date.parse(made[kind]);
  const figures = figuresOf(kind);
  const { leads } = figures.kpis.kpis;
  const received = leads.new.available ? leads.new.value : 0;
  const long = kind === "monthly" || kind === "quarterly";
  const inHours = (hours: number) => madeAt + hours * 3_600_000;
  return {
    scope: { kind, period: periods[kind], sections: sectionsOfKind[kind] },
    workspace: { name: channelName, timeZone: "Europe/Kyiv", currency: "UAH" },
    onlyChannels: [],
    madeAt,
    publicUrl: "https://social.example.com",
    figures,
    goals: [
      {
        ...{ id: "goal_1", name: "2600 підписників", headline: "followers", baseline: 2300, target: 2600 },
        ...{ current: 2481, state: "on-course", progress: 0.6, dueDay: "2026-12-31" },
        forecast: { low: 2571, high: 2634 },
        history:
          kind === "quarterly"
            ? history([2270, 2287, 2304, 2322, 2339, 2356, 2373, 2390, 2407, 2424, 2441, 2459, 2481])
            : [],
      },
      {
        ...{ id: "goal_2", name: "Відповідати всім", headline: "shareAnswered", baseline: 0.7, target: 1 },
        ...{ channelName, current: 0.82, state: "behind", progress: 0.4, dueDay: "2026-12-15" },
        forecast: null,
        history:
          kind === "quarterly"
            ? history([0.7, 0.71, 0.74, 0.73, 0.76, 0.78, 0.77, 0.79, 0.8, 0.78, 0.8, 0.81, 0.82])
            : [],
      },
    ],
    done: {
      daily: { published: 2, failed: 1, onTime: 2 },
      weekly: { published: 10, failed: 1, onTime: 10 },
      monthly: { published: 42, failed: 2, onTime: 41 },
      quarterly: { published: 118, failed: 3, onTime: 115 },
    }[kind],
    norms:
      kind === "quarterly"
        ? [
            {
              ...{ channelName, contentType: "image", posts: 61 },
              engagementRate: { low: 0.021, middle: 0.034, high: 0.049 },
            },
            {
              channelName,
              contentType: "video",
              posts: 25,
              engagementRate: { low: 0.038, middle: 0.058, high: 0.081 },
            },
            { channelName: "Instagram", contentType: "story", posts: 7, engagementRate: null },
          ]
        : [],
    best: [
      post(
        "pub_1",
        "Гарбузовий лате повернувся 🎃 До кінця листопада другий, для друга, з половинною знижкою: приходьте вдвох.",
        "2026-11-20T16:00:00Z",
        "image",
        312,
        3980,
      ),
      post("pub_2", "Як ми обсмажуємо зерно: дві хвилини з нашої кухні", "2026-11-18T10:00:00Z", "video", 241, null),
      post("pub_3", "Нове меню: сирники, крафтовий джем і какао", "2026-11-17T08:00:00Z", "carousel", 178, 2410),
    ],
    reputation: {
      ...{ reviews: long ? 19 : 4, answered: long ? 17 : 3, rated: long ? 15 : 3, mean: 4.6, meanBefore: 4.4 },
      ...{
        recommended: long ? 3 : 1,
        notRecommended: long ? 1 : 0,
        negativeMessages: long ? 9 : 4,
        waiting: 2,
        overdue: 1,
      },
      unhappy: [
        {
          ...{ id: "rev_1", rating: 2, channelName: "Google", isAnswered: false },
          text: "Чекали на каву сорок хвилин, і ніхто не вибачився. Більше не прийдемо.",
        },
      ],
      cases: { opened: long ? 3 : 1, closed: long ? 2 : 0, stillOpen: 1 },
    },
    leads: {
      received,
      won: Math.floor(received / 3),
      value: leads.wonValue,
      bySource: leads.bySource,
    },
    needs: [
      {
        ...{ kind: "failed-publications", count: 1, path: "/calendar" },
        examples: [{ text: "Жива музика цієї п'ятниці", channelName, at: inHours(-20) }],
      },
      {
        ...{ kind: "overdue-answers", count: 1, path: "/inbox" },
        examples: [{ text: "Чи є у вас безглютенова випічка?", who: "Олена Коваль", channelName, at: inHours(-2) }],
      },
      {
        ...{ kind: "waiting-approvals", count: 2, path: "/calendar" },
        examples: [
          { text: "Осіннє меню: три новинки тижня", channelName },
          { text: "Шукаємо бариста в команду", channelName: "lystok.cafe" },
        ],
      },
      ...(kind === "daily"
        ? []
        : ([{ kind: "goal-behind", count: 1, subject: "Відповідати всім", examples: [], path: "/goals" }] as const)),
    ],
    ...(kind !== "daily" && { spend: cafeSpend(kind), competitors: cafeCompetitors() }),
    ...(kind !== "daily" && { spend: cafeSpend(kind), visits: cafeVisits(periods[kind], before[kind]) }),
    advice:
      kind === "daily"
        ? []
        : [
            {
              ...{ rule: "type-above", channelName },
              params: { contentType: "video", lift: 1.7, low: 1.3, high: 2.2, posts: 25, others: 101, share: 0.2 },
            },
          ],
    decided:
      kind === "quarterly"
        ? [
            {
              alert: {
                ...{ kind: "bad-review", count: 1, hours: 1, channelName: "Google" },
                params: { rating: 1, person: "Ірина" },
              },
              ...{
                outcome: "handled",
                note: "Повернули гроші, замінили молоко",
                at: Date.parse("2026-11-04T10:00:00Z"),
              },
            },
          ]
        : [],
    next: {
      until: { daily: "2026-11-26", weekly: "2026-11-29", monthly: "2026-12-30", quarterly: "2026-12-30" }[kind],
      scheduled: [
        { dueAt: inHours(3), channelName, text: "Нове осіннє меню" },
        { dueAt: inHours(9), channelName: "lystok.cafe", text: "Жива музика в п'ятницю" },
        ...(kind === "daily" ? [] : [{ dueAt: inHours(57), channelName, text: "Бранч вихідного дня: що в меню" }]),
      ],
      freeSlots: kind === "daily" ? 1 : 3,
    },
  };
}

/** The same workspace on its first day: no channel, no goal, nothing done. */
export function emptyReport(kind: ReportKind): ReportContent {
  const full = cafeReport(kind);
  const none = notAvailable("not-yet");
  const unknown = eachHeadline(() => none);
  const nothing = { available: false, reason: "not-yet" } as const;
  const noType = { posts: figure(0), interactions: none, rate: none, partial: false };
  const kpis: Kpis = {
    audienceGrowth: { followersStart: none, followersEnd: none, change: none, rate: none, partial: false },
    audienceProfile: { country: nothing, city: nothing, age: nothing, gender: nothing, language: nothing },
    engagement: { interactions: none, rate: none, partial: false },
    reach: { people: none, basis: "people", partial: false },
    engagementByType: { image: noType, video: noType, carousel: noType, link: noType, text: noType, story: noType },
    leads: { new: none, bySource: {}, conversionToWon: none, wonValue: [] },
    response: {
      ...{ received: none, answered: none, shareAnswered: none, shareWithinTarget: none, qualityScore: none },
      ...{ medianFirstResponseMs: none, p90FirstResponseMs: none },
    },
    negativeFeedback: {
      ...{ negativeMessages: none, lowReviews: none, negativeActions: none, per1000Reached: none, partial: false },
    },
  };
  const change = eachHeadline(() => ({ difference: none, relative: none, basis: "whole" as const }));
  const blank = ({ from, to }: KpiPoint): KpiPoint => ({ from, to, measuredAt: null, figures: unknown });
  const { kpis: report, weeks } = full.figures;
  return {
    ...full,
    figures: {
      kpis: {
        ...{ ...report, measuredAt: null, kpis, change, unusual: [] },
        before: { ...report.before, kpis },
        series: report.series.map(blank),
      },
      ...{ change, perDay: full.figures.perDay, weeks: weeks.map(blank), channels: [] },
    },
    goals: [],
    done: { published: 0, failed: 0, onTime: 0 },
    best: [],
    reputation: {
      ...{ reviews: 0, answered: 0, rated: 0, mean: null, meanBefore: null, recommended: 0, notRecommended: 0 },
      ...{ negativeMessages: 0, waiting: 0, overdue: 0, unhappy: [], cases: { opened: 0, closed: 0, stillOpen: 0 } },
    },
    leads: { received: 0, won: 0, value: [], bySource: {} },
    spend: undefined,
    competitors: [],
    visits: undefined,
    advice: [],
    needs: [],
    decided: [],
    next: { ...full.next, scheduled: [], freeSlots: 0 },
  };
}
