import type { Facts, Rule } from "./facts.ts";
import { mostFound, type Recommendation, type RecommendationRule, recommendationRules } from "./model.ts";
import { campaignAbove, topicAbove } from "./rules/subjects.ts";
import { timeUnused } from "./rules/times.ts";
import { typeAbove, typeBelow } from "./rules/types.ts";
import { answersLate, postingGap, slotsEmpty } from "./rules/work.ts";

const rules: Readonly<Record<RecommendationRule, Rule>> = {
  "answers-late": answersLate,
  "posting-gap": postingGap,
  "slots-empty": slotsEmpty,
  "type-above": typeAbove,
  "time-unused": timeUnused,
  "topic-above": topicAbove,
  "campaign-above": campaignAbove,
  "type-below": typeBelow,
};

/** What the figures advise: first of each rule its strongest, in the order of the rules, then the next of each. Pure. */
export function findRecommendations(facts: Facts): readonly Recommendation[] {
  const byRule = recommendationRules.map((rule) => rules[rule](facts));
  const deepest = Math.max(...byRule.map(({ length }) => length));
  const inTurn = Array.from({ length: deepest }, (_, nth) => byRule.flatMap((found) => found[nth] ?? []));
  return inTurn.flat().slice(0, mostFound);
}
