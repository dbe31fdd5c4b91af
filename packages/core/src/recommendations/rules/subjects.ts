import { againstUsual, liftOf, ratedOf } from "../../insights/index.ts";
import { type Facts, type Rule, recommend } from "../facts.ts";
import type { Recommendation } from "../model.ts";

/** Posts of a topic or campaign from which anything is said of it. */
const neededPosts = 8;
const leastLift = 1.25;

/** A topic whose posts do better than what is usual for their type on their channel. */
export const topicAbove: Rule = (facts) =>
  aboveNorm(facts, "topic-above", ({ topic }) => topic).map(({ subject, ...said }) => ({
    ...said,
    params: { ...said.params, topic: subject },
  }));

/** A campaign whose posts do better than what is usual for their type on their channel. */
export const campaignAbove: Rule = (facts) =>
  aboveNorm(facts, "campaign-above", ({ campaignId }) => campaignId).flatMap(({ subject, ...said }) => {
    const name = facts.campaigns.get(subject);
    return name === undefined ? [] : [{ ...said, params: { ...said.params, campaign: name, campaignId: subject } }];
  });

type Filed = { readonly topic?: string | undefined; readonly campaignId?: string | undefined };

function aboveNorm(
  facts: Facts,
  rule: "topic-above" | "campaign-above",
  subjectOf: (filed: Filed) => string | undefined,
): (Recommendation & { subject: string })[] {
  const rated = facts.channels.flatMap(({ results }) => againstUsual(ratedOf(results, facts.now)));
  const filed = Map.groupBy(rated, ({ result }) => subjectOf(result) ?? "");
  return [...filed]
    .flatMap(([subject, posts]) => {
      if (subject === "" || posts.length < neededPosts) return [];
      const { cases, lift, low, high, finding } = liftOf(posts.map(({ log }) => log));
      if (finding !== "more" || lift < leastLift) return [];
      const said = recommend(facts, [subject], {
        rule,
        params: { posts: cases, lift, low, high },
        cases,
        neededCases: neededPosts,
        proposal: { kind: "task" },
      });
      return [{ ...said, subject, low }];
    })
    .sort((a, b) => b.low - a.low)
    .map(({ low: _, ...said }) => said);
}
