import * as v from "valibot";
import { authorize, type Members } from "../access/index.ts";
import type { SavedReplies } from "../inbox/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { idSchema, newId, versionSchema } from "../kernel/ids.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { stepsOf } from "./decide.ts";
import {
  noCondition,
  noDeed,
  noSuchMember,
  noSuchReply,
  orderIncomplete,
  ratingReversed,
  rulesChanged,
  tooManyRules,
  wordUnreadable,
} from "./errors.ts";
import { type Rule, type RuleBook, type RuleDraft, ruleDraftSchema } from "./model.ts";
import type { RuleBooks } from "./ports.ts";
import { phraseOf } from "./words.ts";

/** A workspace has at most so many: each message is held against all of them. */
export const mostRules = 50;

export interface ChangeRulesDeps {
  readonly ruleBooks: RuleBooks;
  readonly members: Pick<Members, "get">;
  readonly savedReplies: Pick<SavedReplies, "get">;
  readonly clock: Clock;
}

/** `version` is the one of the book that was read. */
export const writeRuleSchema = v.object({ ...ruleDraftSchema.entries, version: versionSchema });
export type WriteRuleInput = v.InferOutput<typeof writeRuleSchema>;

/** Puts a rule under all others. It acts on what is written from now on. */
export async function createRule(deps: ChangeRulesDeps, actor: Actor, { version, ...rule }: WriteRuleInput) {
  const problem = await problemOf(deps, actor, rule);
  if (problem) return err(problem);
  const id = newId("rule", deps.clock.nowMs());
  return change(deps, actor, version, ({ rules }) =>
    rules.length >= mostRules
      ? err(tooManyRules(mostRules))
      : ok([...rules, { ...rule, id, version: 1, since: instantOfChange(deps.clock) }]),
  );
}

/** Changes a rule where it stands, also to switch it on or off. What was written before stays as it is. */
export async function editRule(
  deps: ChangeRulesDeps,
  actor: Actor,
  { version, ruleId, ...draft }: WriteRuleInput & { ruleId: string },
) {
  const { rules: present } = await deps.ruleBooks.get(actor.workspaceId);
  if (!present.some(({ id }) => id === ruleId)) return err(notFound());
  const problem = await problemOf(deps, actor, draft);
  if (problem) return err(problem);
  const changed = (rule: Rule): Rule => ({
    ...rule,
    ...draft,
    version: rule.version + 1,
    since: instantOfChange(deps.clock),
  });
  return change(deps, actor, version, ({ rules }) =>
    rules.some(({ id }) => id === ruleId)
      ? ok(rules.map((rule) => (rule.id === ruleId ? changed(rule) : rule)))
      : err(notFound()),
  );
}

/** Takes a rule away; what it has done stays, with its name. */
export const removeRule = (deps: ChangeRulesDeps, actor: Actor, input: { ruleId: string; version: number }) =>
  change(deps, actor, input.version, ({ rules }) =>
    rules.some(({ id }) => id === input.ruleId) ? ok(rules.filter(({ id }) => id !== input.ruleId)) : err(notFound()),
  );

export const orderRulesSchema = v.object({
  ruleIds: v.pipe(v.array(idSchema), v.maxLength(mostRules)),
  version: versionSchema,
});

/** Puts all rules in a new order. */
export const orderRules = (deps: ChangeRulesDeps, actor: Actor, input: v.InferOutput<typeof orderRulesSchema>) =>
  change(deps, actor, input.version, ({ rules }) => {
    const ordered = input.ruleIds.flatMap((id) => rules.find((rule) => rule.id === id) ?? []);
    const isAll = ordered.length === rules.length && new Set(input.ruleIds).size === rules.length;
    return isAll ? ok(ordered) : err(orderIncomplete());
  });

/** Platforms count whole seconds: what is written in the second of the change counts as after it. */
const instantOfChange = (clock: Clock): number => Math.floor(clock.nowMs() / 1000) * 1000;

async function change(
  deps: ChangeRulesDeps,
  actor: Actor,
  version: number,
  how: (book: RuleBook) => Result<readonly Rule[], Failure>,
): Promise<Result<RuleBook, Failure>> {
  const allowed = authorize(actor, "respond");
  if (!allowed.ok) return allowed;
  const book = await deps.ruleBooks.get(actor.workspaceId);
  if (book.version !== version) return err(rulesChanged());
  const rules = how(book);
  if (!rules.ok) return rules;
  const next: RuleBook = { rules: [...rules.value], version };
  return (await deps.ruleBooks.save(actor.workspaceId, next))
    ? ok({ ...next, version: version + 1 })
    : err(rulesChanged());
}

async function problemOf(deps: ChangeRulesDeps, actor: Actor, rule: RuleDraft): Promise<Failure | undefined> {
  const allowed = authorize(actor, "respond");
  if (!allowed.ok) return allowed.error;
  const { when, deeds } = rule;
  const problem = whenProblem(rule);
  if (problem) return problem;
  if (stepsOf({ ...rule, id: "", version: 0, since: 0 }).length === 0) return noDeed();
  if (deeds.assign && !(await deps.members.get(actor.workspaceId, deeds.assign))) return noSuchMember();
  if (deeds.reply && !(await deps.savedReplies.get(actor.workspaceId, deeds.reply))) return noSuchReply();
  const unreadable = when.words.find((word) => phraseOf(word) === undefined);
  return unreadable === undefined ? undefined : wordUnreadable(unreadable);
}

/** A rule that asks for nothing would hide everything. */
export function whenProblem({ when }: Pick<RuleDraft, "when">): Failure | undefined {
  const { rating, followersFrom, ...lists } = when;
  const asks =
    rating !== undefined || followersFrom !== undefined || Object.values(lists).some(({ length }) => length > 0);
  if (!asks) return noCondition();
  return rating && rating.from > rating.to ? ratingReversed() : undefined;
}
