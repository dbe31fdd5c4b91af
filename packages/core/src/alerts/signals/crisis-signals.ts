import { isGraver } from "../kinds.ts";
import type { Evidence } from "../model.ts";
import type { Signal } from "../signal.ts";
import { crisisTopics } from "./crisis-lexicon.ts";
import { crisisWordsIn } from "./crisis-words.ts";

/** The signals that a customer's text gives, one for each topic of crisis. What a channel hears of a topic is one cause. */
export const crisisSignals = (channelId: string, text: string, evidence: Evidence): Signal[] =>
  crisisWordsIn(text)
    .map(
      ({ topic, words }): Signal => ({
        kind: "crisis-words",
        cause: `${channelId}:${topic}`,
        severity: crisisTopics[topic],
        channelId,
        params: { topic, words },
        evidence: [evidence],
      }),
    )
    .toSorted((a, b) => Number(isGraver(b.severity, a.severity)) - Number(isGraver(a.severity, b.severity)));
