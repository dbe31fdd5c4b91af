import { authorize } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Failure } from "../kernel/failure.ts";
import { ok, type Result } from "../kernel/result.ts";
import type { Rule } from "./model.ts";
import type { RuleBooks, RuleCounts } from "./ports.ts";

/** How far back a rule's deeds are counted. */
const countedDays = 30;

export interface RuleList {
  /** In the order in which they are looked at; `acted` is how many messages each took in the last thirty days. */
  readonly rules: readonly (Rule & { readonly acted: number })[];
  readonly version: number;
}

/** A workspace's rules, and what they did lately. */
export async function listRules(
  deps: { ruleBooks: Pick<RuleBooks, "get">; ruleCounts: Pick<RuleCounts, "since">; clock: Clock },
  actor: Actor,
): Promise<Result<RuleList, Failure>> {
  const allowed = authorize(actor, "read");
  if (!allowed.ok) return allowed;
  const from = new Date(deps.clock.nowMs() - (countedDays - 1) * 86_400_000).toISOString().slice(0, 10);
  const [{ rules, version }, counts] = await Promise.all([
    deps.ruleBooks.get(actor.workspaceId),
    deps.ruleCounts.since(actor.workspaceId, from),
  ]);
  return ok({ rules: rules.map((rule) => ({ ...rule, acted: counts.get(rule.id) ?? 0 })), version });
}
