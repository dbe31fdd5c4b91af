import type { Conditions, Rule, Step } from "./model.ts";
import type { Subject } from "./subject.ts";
import { mentions } from "./words.ts";

const fits = <T>(asked: readonly T[], is: T | undefined): boolean =>
  asked.length === 0 || (is !== undefined && asked.includes(is));

/** Whether a message is what a rule asks for. The words come last: they cost the most. */
export function matches(when: Conditions, subject: Subject): boolean {
  const { rating, followersFrom } = when;
  return (
    fits(when.channels, subject.channelId) &&
    fits(when.kinds, subject.kind) &&
    fits(when.intents, subject.intent) &&
    fits(when.sentiments, subject.sentiment) &&
    fits(when.languages, subject.language) &&
    (rating === undefined ||
      (subject.rating !== undefined && subject.rating >= rating.from && subject.rating <= rating.to)) &&
    (followersFrom === undefined || (subject.followers ?? 0) >= followersFrom) &&
    (when.words.length === 0 || mentions(subject.text, when.words))
  );
}

/** What a rule does, in the order in which it is done: first what is seen here, then what leaves the house. */
export function stepsOf({ id: ruleId, name: ruleName, version: ruleVersion, deeds }: Rule): Step[] {
  const of = { ruleId, ruleName, ruleVersion };
  return [
    ...(deeds.assign ? [{ ...of, kind: "assign" as const, memberId: deeds.assign }] : []),
    ...(deeds.labels.length > 0 ? [{ ...of, kind: "label" as const, labels: deeds.labels }] : []),
    ...(deeds.priority ? [{ ...of, kind: "priority" as const }] : []),
    ...(deeds.reply ? [{ ...of, kind: "draft" as const, replyId: deeds.reply }] : []),
    ...(deeds.hide ? [{ ...of, kind: "hide" as const }] : []),
    ...(deeds.alert ? [{ ...of, kind: "alert" as const, severity: deeds.alert }] : []),
    ...(deeds.lead ? [{ ...of, kind: "lead" as const }] : []),
  ];
}

/** More than one rule may label and alert; of everything else the first one's word holds. */
const isForAll = ({ kind }: Step): boolean => kind === "label" || kind === "alert";

/** The rules that take a message, in their order, up to the first that does not let others look. */
export function takenBy(rules: readonly Rule[], subject: Subject): Rule[] {
  const taken: Rule[] = [];
  for (const rule of rules) {
    if (!rule.enabled || !matches(rule.when, subject)) continue;
    taken.push(rule);
    if (!rule.continues) break;
  }
  return taken;
}

/** What is to be done with a message. A rule does not look at what was written before it was last changed. */
export function decide(rules: readonly Rule[], subject: Subject): Step[] {
  const taken = takenBy(
    rules.filter(({ since }) => since <= subject.postedAt),
    subject,
  );
  const steps: Step[] = [];
  for (const step of taken.flatMap(stepsOf)) {
    if (isForAll(step) || !steps.some(({ kind }) => kind === step.kind)) steps.push(step);
  }
  return steps;
}
