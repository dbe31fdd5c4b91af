import {
  type ChannelMeasurement,
  type Figure,
  figure,
  notAvailable,
  type PublicationMeasurement,
} from "../channels/measurement.ts";
import { exactLimit, stepsInSeconds } from "./durations.ts";
import { type ContentType, isOfPlatform, type Kpis, type TypeEngagement } from "./model.ts";
import type { RawAnswer, RawLead, RawMessage, RawPublication, RawReview } from "./ports.ts";
import { recountProfile } from "./recount-profile.ts";

/** All that is known of a channel's day. */
export interface ChannelFacts {
  readonly channelId: string;
  readonly messages: readonly RawMessage[];
  readonly answers: readonly RawAnswer[];
  readonly reviews: readonly RawReview[];
  readonly leads: readonly RawLead[];
  readonly published: readonly RawPublication[];
  readonly measured: ChannelMeasurement | null;
  /** Of earlier days, the nearest first. */
  readonly earlier: readonly ChannelMeasurement[];
  readonly gains: readonly PublicationGain[];
}
export interface PublicationGain {
  readonly contentType: ContentType;
  readonly now: PublicationMeasurement;
  readonly before: PublicationMeasurement | null;
}

const notYet = notAvailable("not-yet");
const reasons = ["no-permission", "not-yet", "too-few-people", "no-cases", "not-given-by-platform"] as const;

/** The KPIs of a day of some channels, straight from the facts. Shares nothing with the rollup but the definitions. */
export function kpisFromFacts(facts: readonly ChannelFacts[]): Kpis {
  const channels = facts.filter(({ channelId }) => isOfPlatform(channelId)).map(figuresOf);
  const messages = facts.flatMap((one) => one.messages);
  const reviews = facts.flatMap((one) => one.reviews);
  const lowReviews = reviews.filter((one) => (one.rating ?? (one.recommends === false ? 1 : 5)) <= 2);
  const negativeMessages = messages.filter((one) => one.negative);
  const engaged = both(channels.map(({ interactions, reach }) => [interactions, reach]));
  const harmed = both(channels.map(({ negatives, reach }) => [figure(negatives), reach]));
  const actions = channels.map((one) => one.actions);
  const known = channels.filter(({ reach }) => reach.available);
  const byViews = known.filter(({ views }) => views).length;
  return {
    audienceGrowth: growth(channels),
    audienceProfile: recountProfile(
      channels.map(({ audience, followers }) => ({ audience, followers })),
      facts.some(({ measured, gains }) => measured !== null || gains.length > 0),
    ),
    engagement: {
      interactions: sum(channels.map((one) => one.interactions)),
      rate: divide(engaged),
      partial: mixed(channels.map((one) => one.interactions)) || mixed(engaged.map(([numerator]) => numerator)),
    },
    reach: {
      people: sum(channels.map(({ reach }) => reach)),
      basis: byViews === 0 ? "people" : byViews === known.length ? "views" : "mixed",
      partial: mixed(channels.map(({ reach }) => reach)),
    },
    engagementByType: {
      image: ofType(facts, "image"),
      video: ofType(facts, "video"),
      carousel: ofType(facts, "carousel"),
      link: ofType(facts, "link"),
      text: ofType(facts, "text"),
      story: ofType(facts, "story"),
    },
    leads: leads(facts.flatMap((one) => one.leads)),
    response: response(
      [...messages, ...reviews],
      facts.flatMap((one) => one.answers),
    ),
    negativeFeedback: {
      negativeMessages: figure(negativeMessages.length),
      lowReviews: figure(lowReviews.length),
      negativeActions: sum(actions),
      per1000Reached: divide(harmed, 1000),
      partial: mixed(actions) || mixed(harmed.map(([numerator]) => numerator)),
    },
  };
}

function figuresOf({ measured, earlier, messages, reviews }: ChannelFacts) {
  const day = measured ?? nothing;
  const before = earlier.find(({ followers }) => followers.available)?.followers ?? notYet;
  const start = measured ? before : notYet;
  const views = !day.reach.available && day.views.available;
  const audience = [day, ...earlier].find((one) =>
    Object.values(one.audience).some((shares) => shares && Object.keys(shares).length > 0),
  );
  const low = reviews.filter((one) => (one.rating ?? (one.recommends === false ? 1 : 5)) <= 2).length;
  const [hidden, left] = [day.negativeActions, day.followersLost];
  const mayCome = [hidden, left].find((one) => !one.available && one.reason !== "not-given-by-platform");
  const actions =
    hidden.available || left.available
      ? figure(orZero(hidden) + orZero(left))
      : (mayCome ?? notAvailable("not-given-by-platform"));
  return {
    measured: day,
    start,
    end: day.followers,
    followers: day.followers.available ? day.followers : start,
    audience: audience?.audience ?? {},
    interactions: day.interactions,
    reach: views ? day.views : day.reach,
    views,
    negatives: messages.filter((one) => one.negative).length + low + orZero(actions),
    actions,
  };
}

const nothing: ChannelMeasurement = {
  followers: notYet,
  followersGained: notYet,
  followersLost: notYet,
  reach: notYet,
  views: notYet,
  interactions: notYet,
  negativeActions: notYet,
  audience: {},
};

function growth(channels: readonly { start: Figure; end: Figure }[]): Kpis["audienceGrowth"] {
  const changes = channels.map(({ start, end }) => minus(end, start));
  const change = sum(changes);
  const base = channels.reduce((total, { start }, at) => total + (changes[at]?.available ? orZero(start) : 0), 0);
  const rate =
    base === 0 ? notAvailable("no-cases") : figure(Math.round(((base + orZero(change)) / base - 1) * 1e6) / 1e6);
  const sides = [channels.map(({ start }) => start), channels.map(({ end }) => end), changes];
  return {
    followersStart: sum(channels.map(({ start }) => start)),
    followersEnd: sum(channels.map(({ end }) => end)),
    change,
    rate: change.available ? rate : change,
    partial: sides.some(mixed),
  };
}

function ofType(facts: readonly ChannelFacts[], type: ContentType): TypeEngagement {
  const gains = facts.flatMap((one) => one.gains).filter(({ contentType }) => contentType === type);
  const pairs = gains.map(({ now, before }): [Figure, Figure] => {
    const names = ["reactions", "comments", "shares", "saves", "clicks"] as const;
    const won = names.map((name) => since(now[name], before?.[name]));
    const available = won.filter((one) => one.available);
    const people = since(now.reach, before?.reach);
    const views = since(now.views, before?.views);
    return [
      available.length === 0 ? (won[0] ?? notYet) : figure(available.reduce((total, one) => total + one.value, 0)),
      people.available || !views.available ? people : views,
    ];
  });
  const complete = both(pairs);
  const none = notAvailable("no-cases");
  return {
    posts: figure(facts.flatMap((one) => one.published).filter(({ contentType }) => contentType === type).length),
    interactions: gains.length === 0 ? none : sum(pairs.map(([interactions]) => interactions)),
    rate: gains.length === 0 ? none : divide(complete),
    partial: mixed(pairs.map(([interactions]) => interactions)) || mixed(complete.map(([numerator]) => numerator)),
  };
}

function leads(all: readonly RawLead[]): Kpis["leads"] {
  const won = all.filter((lead) => lead.won);
  const count = (source: string) => all.filter((lead) => lead.source === source).length;
  const currencies = new Set(won.flatMap(({ value }) => (value ? [value.currency] : [])));
  return {
    new: figure(all.length),
    bySource: Object.fromEntries(
      [...new Set(all.map(({ source }) => source))].map((source) => [source, count(source)]),
    ),
    conversionToWon: quotient(won.length, all.length),
    wonValue: [...currencies].sort().map((currency) => ({
      minorUnits: won.reduce((total, { value }) => total + (value?.currency === currency ? value.minorUnits : 0), 0),
      currency,
    })),
  };
}

function response(all: readonly (RawMessage | RawReview)[], answers: readonly RawAnswer[]): Kpis["response"] {
  const received = all.filter(({ needsAnswer }) => needsAnswer);
  const seconds = received.flatMap((one) =>
    one.firstResponseMs === null ? [] : [Math.ceil(one.firstResponseMs / 1000)],
  );
  const answered = received.filter((one) => one.answered).length;
  const longest = stepsInSeconds.at(-1) ?? 0;
  const kept =
    seconds.length <= exactLimit ? seconds : seconds.map((s) => stepsInSeconds.find((end) => s <= end) ?? longest);
  const sorted = kept.toSorted((a, b) => a - b);
  const within = (share: number): Figure => {
    const seconds = sorted[Math.ceil(share * sorted.length) - 1];
    return seconds === undefined ? notAvailable("no-cases") : figure(seconds * 1000);
  };
  const targeted = received.filter(({ targetMs }) => targetMs !== null);
  const inTime = targeted.filter((one) => one.firstResponseMs !== null && one.firstResponseMs <= (one.targetMs ?? 0));
  return {
    received: figure(received.length),
    answered: figure(answered),
    shareAnswered: quotient(answered, received.length),
    medianFirstResponseMs: within(0.5),
    p90FirstResponseMs: within(0.9),
    shareWithinTarget: quotient(inTime.length, targeted.length),
    qualityScore: quotient(
      answers.reduce((points, { score }) => points + score, 0),
      answers.length * 100,
    ),
  };
}

const orZero = (one: Figure): number => (one.available ? one.value : 0);
const quotient = (a: number, b: number): Figure => (b === 0 ? notAvailable("no-cases") : figure(a / b));
const mixed = (all: readonly Figure[]): boolean =>
  all.some((one) => one.available) && all.some((one) => !one.available);
const minus = (a: Figure, b: Figure): Figure => (!a.available ? a : !b.available ? b : figure(a.value - b.value));
const since = (now: Figure, before: Figure | undefined): Figure =>
  now.available && before ? (before.available ? figure(now.value - before.value) : notYet) : now;

/** The sum of those that are known; when none is, the reason that comes first. */
function sum(all: readonly Figure[]): Figure {
  const known = all.filter((one) => one.available);
  if (known.length > 0) return figure(known.reduce((total, one) => total + one.value, 0));
  const given = all.flatMap((one) => (one.available ? [] : [one.reason]));
  return notAvailable(reasons.find((reason) => given.includes(reason)) ?? "not-yet");
}

/** Pairs of which both or neither are known: a missing half makes the other missing for its reason. */
const both = (pairs: readonly (readonly Figure[])[]): [Figure, Figure][] =>
  pairs.map(([a = notYet, b = notYet]) => (!a.available ? [a, a] : !b.available ? [b, b] : [a, b]));

function divide(pairs: readonly [Figure, Figure][], scale = 1): Figure {
  const numerator = sum(pairs.map(([a]) => a));
  const denominator = sum(pairs.map(([, b]) => b));
  if (!numerator.available) return numerator;
  return quotient(numerator.value * scale, orZero(denominator));
}
