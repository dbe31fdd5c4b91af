import type { Evidence } from "../evidence.ts";
import { isGraver } from "../kinds.ts";
import type { Signal } from "../signal.ts";
import { crisisTopics } from "./crisis-lexicon.ts";
import { crisisWordsIn } from "./crisis-words.ts";

/**
 * The signal that a customer's text gives by its words of crisis: of several topics the gravest, since one message is one
 * cause. What a channel hears of a topic is one cause, too.
 */
export function crisisSignal(channelId: string, text: string, evidence: Evidence): Signal | null {
  const [first, ...others] = crisisWordsIn(text);
  if (!first) return null;
  const { topic, words } = others.reduce(
    (gravest, one) => (isGraver(crisisTopics[one.topic], crisisTopics[gravest.topic]) ? one : gravest),
    first,
  );
  return {
    kind: "crisis-words",
    cause: `${channelId}:${topic}`,
    severity: crisisTopics[topic],
    channelId,
    params: { topic, words },
    evidence: [evidence],
  };
}
