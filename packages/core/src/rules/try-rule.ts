import * as v from "valibot";
import { authorize } from "../access/index.ts";
import type { Channels, ConnectorFor } from "../channels/connected/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Failure } from "../kernel/failure.ts";
import { idSchema } from "../kernel/ids.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { excerpt } from "../kernel/text.ts";
import { whenProblem } from "./change-rules.ts";
import { stepsOf, takenBy } from "./decide.ts";
import { type Rule, ruleDraftSchema, type Step } from "./model.ts";
import type { RuleBooks, RuleHistory } from "./ports.ts";
import type { Subject } from "./subject.ts";

/** A rule as it would be, and which one it would replace; a new one stands under all others. */
export const tryRuleSchema = v.object({ ...ruleDraftSchema.entries, ruleId: v.optional(idSchema) });
export type TryRuleInput = v.InferOutput<typeof tryRuleSchema>;

export interface TryRuleDeps {
  readonly ruleBooks: Pick<RuleBooks, "get">;
  readonly ruleHistory: RuleHistory;
  readonly channels: Pick<Channels, "list">;
  readonly connectorFor: ConnectorFor;
  readonly clock: Clock;
}

export const triedDays = 30;
/** So many of the newest are read of the whole workspace, shared by its channels: what a try may cost. */
const mostRead = 2000;
const mostShown = 20;
const excerptLength = 140;

/** What a rule would have done. Nothing is changed. */
export interface Trial {
  /** How many messages and reviews were held against it, and whether those are all of the last thirty days. */
  readonly looked: number;
  readonly isAll: boolean;
  /** How many it would have taken, in how many threads, and how many more if a rule above it had let them pass. */
  readonly matched: number;
  readonly threads: number;
  readonly takenAbove: number;
  /** How often it would have done each thing. */
  readonly would: readonly { readonly kind: Step["kind"]; readonly count: number }[];
  readonly examples: readonly Pick<Subject, "threadId" | "channelId" | "kind" | "person" | "text" | "postedAt">[];
}

/** Holds a rule, in its place among the others, against the last thirty days. */
export async function tryRule(
  deps: TryRuleDeps,
  actor: Actor,
  { ruleId, ...rule }: TryRuleInput,
): Promise<Result<Trial, Failure>> {
  const allowed = authorize(actor, "respond");
  if (!allowed.ok) return allowed;
  const problem = whenProblem(rule);
  if (problem) return err(problem);
  const { workspaceId } = actor;
  const [book, channels] = await Promise.all([deps.ruleBooks.get(workspaceId), deps.channels.list(workspaceId)]);
  const asked = channels.filter(({ id }) => rule.when.channels.length === 0 || rule.when.channels.includes(id));
  const limit = Math.max(1, Math.floor(mostRead / 2 / Math.max(1, asked.length)));
  const from = deps.clock.nowMs() - triedDays * 86_400_000;
  const read = await Promise.all(asked.map(({ id }) => deps.ruleHistory.newest(workspaceId, id, from, limit)));
  const tried: Rule = { ...rule, enabled: true, id: ruleId ?? "tried", version: 0, since: 0 };
  const isThere = book.rules.some(({ id }) => id === tried.id);
  const rules = isThere ? book.rules.map((one) => (one.id === tried.id ? tried : one)) : [...book.rules, tried];

  const subjects = read.flatMap((one) => one.subjects).sort((a, b) => b.postedAt - a.postedAt);
  const alone = subjects.filter((subject) => takenBy([tried], subject).length > 0);
  const matched = alone.filter((subject) => takenBy(rules, subject).includes(tried));
  const threads = new Map(matched.map((subject) => [subject.threadId, subject]));
  const canHide = ({ kind, platform }: Subject) =>
    (kind === "comment" || kind === "mention") && deps.connectorFor(platform)?.manifest.capabilities.hide === true;
  const countOf = (kind: Step["kind"]): number =>
    kind === "hide" ? matched.filter(canHide).length : kind === "alert" ? matched.length : threads.size;
  return ok({
    looked: subjects.length,
    isAll: read.every((one) => one.isAll),
    matched: matched.length,
    threads: threads.size,
    takenAbove: alone.length - matched.length,
    would: stepsOf(tried).map(({ kind }) => ({ kind, count: countOf(kind) })),
    examples: [...threads.values()]
      .slice(0, mostShown)
      .map(({ threadId, channelId, kind, person, text, postedAt }) => ({
        ...{ threadId, channelId, kind, person, postedAt },
        text: excerpt(text, excerptLength),
      })),
  });
}
