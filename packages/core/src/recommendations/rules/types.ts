import { type ContentType, type Lift, liftOver, type Rated, ratedOf } from "../../insights/index.ts";
import { type Facts, type Rule, recommend } from "../facts.ts";
import type { Recommendation } from "../model.ts";

/** Posts of a type, and of the others, from which anything is said of it. */
const neededPosts = 8;
const neededOthers = 12;
/** A type is used too little below, and too much from, this share of the posts. */
const turningShare = 1 / 3;
/** What is sure but small is left out. */
const leastLift = 1.25;

interface Compared extends Lift {
  readonly channelId: string;
  readonly contentType: ContentType;
  readonly others: number;
  /** Of all posts that were compared, 0..1. */
  readonly share: number;
}

/**
 * A content type that does better than the channel's others and is a third of its posts at most. Engagement rates are
 * compared by their logarithms (Welch's t), once the posts had two days to be seen.
 */
export const typeAbove: Rule = (facts) =>
  comparedTypes(facts)
    .filter(({ finding, lift, share }) => finding === "more" && lift >= leastLift && share <= turningShare)
    .sort((a, b) => b.low - a.low)
    .map((one) => said(facts, "type-above", one));

/** A content type that does worse than the channel's others and is a third of its posts or more. */
export const typeBelow: Rule = (facts) =>
  comparedTypes(facts)
    .filter(({ finding, lift, share }) => finding === "less" && lift <= 1 / leastLift && share >= turningShare)
    .sort((a, b) => a.high - b.high)
    .map((one) => said(facts, "type-below", one));

function comparedTypes({ channels, now }: Facts): Compared[] {
  return channels.flatMap(({ channel, results }) => {
    const rated = ratedOf(results, now);
    return [...Map.groupBy(rated, ({ result }) => result.contentType)].flatMap(([contentType, own]) => {
      const others = rated.filter(({ result }) => result.contentType !== contentType);
      if (own.length < neededPosts || others.length < neededOthers) return [];
      const compared = liftOver(own.map(logOf), others.map(logOf));
      const share = own.length / rated.length;
      return [{ ...compared, channelId: channel.id, contentType, others: others.length, share }];
    });
  });
}

const logOf = ({ rate }: Rated): number => Math.log(rate);

function said(facts: Facts, rule: "type-above" | "type-below", compared: Compared): Recommendation {
  const { channelId, contentType, cases, others, share, lift, low, high } = compared;
  return recommend(facts, [channelId, contentType], {
    rule,
    channelId,
    params: { contentType, posts: cases, others, share, lift, low, high },
    cases: cases + others,
    neededCases: neededPosts + neededOthers,
    // Fewer posts of a type are a matter of what is written instead: a person decides that.
    proposal: rule === "type-above" ? { kind: "draft", channelId, contentType } : { kind: "task" },
  });
}
