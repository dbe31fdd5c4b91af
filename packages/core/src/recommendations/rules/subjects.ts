import { againstUsual, liftOf, ratedOf } from "../../insights/index.ts";
import { type Facts, type Rule, recommend } from "../facts.ts";
import type { Recommendation } from "../model.ts";

/** Posts of a topic or campaign from which anything is said of it. */
const neededPosts = 8;
const leastLift = 1.25;

/** A topic whose posts do better than what is usual for their type on their channel. */
export const topicAbove: Rule = (facts) =>
  aboveNorm(facts, "topic-above", ({ topic }) => topic).map(({ subject, mostOn, ...said }) => ({
    ...said,
    params: { ...said.params, topic: subject },
    proposal: { kind: "draft", channelId: mostOn, topic: subject },
  }));

/** A campaign whose posts do better than what is usual for their type on their channel. */
export const campaignAbove: Rule = (facts) =>
  aboveNorm(facts, "campaign-above", ({ campaignId }) => campaignId).flatMap(({ subject, mostOn, ...said }) => {
    const name = facts.campaigns.get(subject);
    if (name === undefined) return [];
    const params = { ...said.params, campaign: name, campaignId: subject };
    return [{ ...said, params, proposal: { kind: "draft", channelId: mostOn, campaignId: subject } }];
  });

type Filed = { readonly topic?: string | undefined; readonly campaignId?: string | undefined };

function aboveNorm(
  facts: Facts,
  rule: "topic-above" | "campaign-above",
  subjectOf: (filed: Filed) => string | undefined,
): (Recommendation & { subject: string; mostOn: string })[] {
  const rated = facts.channels.flatMap(({ channel, results }) =>
    againstUsual(ratedOf(results, facts.now)).map((one) => ({ ...one, channelId: channel.id })),
  );
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
      return [{ ...said, subject, low, mostOn: mostFrequent(posts.map(({ channelId }) => channelId)) }];
    })
    .sort((a, b) => b.low - a.low)
    .map(({ low: _, ...said }) => said);
}

/** The channel that most of the posts were on. */
function mostFrequent(ids: readonly string[]): string {
  const counts = [...Map.groupBy(ids, (id) => id)].map(([id, all]) => ({ id, count: all.length }));
  return counts.sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))[0]?.id ?? "";
}
