import type * as v from "valibot";
import type { Message, messageReceived, reviewReceived } from "../inbox/index.ts";
import { derivedId } from "../kernel/derived-id.ts";
import type { Reviews } from "../reviews/index.ts";
import { type ApplyDeps, applyToThread } from "./apply-to-thread.ts";
import { type CarryOutDeps, carryOut } from "./carry-out.ts";
import { decide } from "./decide.ts";
import type { Rule, RuleRun, Step } from "./model.ts";
import { newsMs } from "./news.ts";
import type { RuleBooks, RuleCounts, RuleRuns } from "./ports.ts";
import { type Subject, subjectOfMessage, subjectOfReview } from "./subject.ts";

export interface RunRulesDeps extends ApplyDeps, CarryOutDeps {
  readonly ruleBooks: Pick<RuleBooks, "get">;
  readonly ruleRuns: Pick<RuleRuns, "get" | "create" | "finish">;
  readonly ruleCounts: Pick<RuleCounts, "add">;
  readonly reviews: Pick<Reviews, "get">;
  /** How many follow the author of a message, where the platform says so. */
  readonly followersOf: (message: Message) => Promise<number | undefined>;
}

type MessageEvent = Pick<v.InferOutput<(typeof messageReceived)["schema"]>, "workspaceId" | "data">;
type ReviewEvent = Pick<v.InferOutput<(typeof reviewReceived)["schema"]>, "workspaceId" | "data">;

/**
 * Runs the rules over a customer's message when it is first seen. Nothing else runs them: no edit, no hiding, no answer of
 * ours, no change of a thread. So nothing that a rule does can set off a rule, itself least of all.
 */
export async function runRulesOnMessage(deps: RunRulesDeps, { workspaceId, data }: MessageEvent): Promise<void> {
  const { threadId, messageId, own, removed, postedAt } = data;
  if (own || removed) return;
  await runRules(deps, { workspaceId, threadId, itemId: messageId, postedAt }, async (rules) => {
    const message = await deps.messages.get(workspaceId, threadId, messageId);
    if (!message) return null;
    const counts = rules.some(({ enabled, when }) => enabled && when.followersFrom !== undefined);
    return subjectOfMessage(message, counts ? await deps.followersOf(message) : undefined);
  });
}

/** The same over a review. */
export async function runRulesOnReview(deps: RunRulesDeps, { workspaceId, data }: ReviewEvent): Promise<void> {
  const { threadId, reviewId, removed, postedAt } = data;
  if (removed) return;
  await runRules(deps, { workspaceId, threadId, itemId: reviewId, postedAt }, async () => {
    const review = await deps.reviews.get(workspaceId, reviewId);
    return review && subjectOfReview(review);
  });
}

interface Item {
  readonly workspaceId: string;
  readonly threadId: string;
  readonly itemId: string;
  readonly postedAt: number;
}

/** Reads what rules look at; who writes is looked up only where one of them asks for it. */
type Read = (rules: readonly Rule[]) => Promise<Subject | null>;

/**
 * Decides once what is to be done with a message, stores the decision, then does it. The same event again, at once or
 * later, finds the decision and does what is left of it, whatever the rules have become since.
 */
async function runRules(deps: RunRulesDeps, item: Item, read: Read): Promise<void> {
  const { workspaceId, threadId, itemId } = item;
  const now = deps.clock.nowMs();
  if (now - item.postedAt > newsMs) return;
  const id = derivedId("run", itemId);
  const [book, stored] = await Promise.all([
    deps.ruleBooks.get(workspaceId),
    deps.ruleRuns.get(workspaceId, threadId, id),
  ]);
  if (stored?.finishedAt !== undefined || (!stored && book.rules.length === 0)) return;
  const subject = await read(book.rules);
  const run = stored ?? (subject && (await begin(deps, { ...item, id, at: now }, decide(book.rules, subject))));
  if (!run || run.finishedAt !== undefined) return;
  const onThread = await applyToThread(deps, run);
  const steps: Step[] = [];
  for (const [i, step] of run.steps.entries()) {
    steps.push({ ...step, outcome: (await carryOut(deps, run, step, subject)) ?? onThread[i] });
  }
  if (!(await deps.ruleRuns.finish({ ...run, steps, finishedAt: deps.clock.nowMs() }))) return;
  const day = new Date(run.at).toISOString().slice(0, 10);
  await deps.ruleCounts.add(workspaceId, day, [...new Set(steps.map(({ ruleId }) => ruleId))]);
}

/** Stores a decision; of two at once the first one's holds. `null` when there is nothing to do. */
async function begin(
  deps: RunRulesDeps,
  { workspaceId, threadId, itemId, id, at }: Item & { id: string; at: number },
  steps: Step[],
): Promise<RuleRun | null> {
  if (steps.length === 0) return null;
  const run: RuleRun = { workspaceId, threadId, id, itemId, at, steps };
  return (await deps.ruleRuns.create(run)) ? run : deps.ruleRuns.get(workspaceId, threadId, id);
}
