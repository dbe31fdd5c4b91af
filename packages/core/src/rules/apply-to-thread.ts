import type { Members, Workspaces } from "../access/index.ts";
import { type SavedReplies, type Thread, type Threads, textFor, withLabels } from "../inbox/index.ts";
import type { Clock } from "../kernel/clock.ts";
import { outdated, untilCurrent } from "../kernel/until-current.ts";
import type { RuleRun, Step } from "./model.ts";
import { newsMs } from "./news.ts";

export interface ApplyDeps {
  readonly threads: Threads;
  readonly members: Pick<Members, "get">;
  readonly savedReplies: Pick<SavedReplies, "get">;
  readonly workspaces: Pick<Workspaces, "get">;
  readonly clock: Clock;
}

/** Of a thread's earlier runs so many are remembered at the most. */
const mostRemembered = 50;

type Change = { readonly outcome: string; readonly change?: Partial<Thread> };

/**
 * Does all that a run has decided about the thread itself in one conditional write, which also remembers that it is done:
 * whatever dies around it, it happens once, and never undoes what a person has done since. Returns the outcome of each
 * step by its place; steps that leave the house have none.
 */
export async function applyToThread(deps: ApplyDeps, run: RuleRun): Promise<readonly string[]> {
  const looked = await Promise.all(run.steps.map((step) => lookUp(deps, run.workspaceId, step)));
  return untilCurrent(`Thread ${run.threadId}`, async () => {
    const stored = await deps.threads.get(run.workspaceId, run.threadId);
    if (!stored || stored.state === "empty") return run.steps.map(() => "message-gone");
    const before = stored.ruled?.find((one) => one.run === run.id);
    if (before) return before.outcomes;
    const outcomes: string[] = [];
    let thread = stored;
    const isHeld =
      stored.assigneeId !== undefined && (await deps.members.get(run.workspaceId, stored.assigneeId)) !== null;
    for (const [i, step] of run.steps.entries()) {
      const { outcome, change } = changeBy(step, { ...thread, isHeld }, looked[i], run, deps.clock.nowMs());
      outcomes.push(outcome);
      thread = { ...thread, ...change };
    }
    const now = deps.clock.nowMs();
    const recent = (stored.ruled ?? []).filter(({ at }) => at > now - newsMs).slice(1 - mostRemembered);
    const ruled = [...recent, { run: run.id, at: now, outcomes }];
    return (await deps.threads.save({ ...thread, ruled, revision: stored.revision + 1 }, stored)) ? outcomes : outdated;
  });
}

/** What a step needs that is not in the thread, by the thread's language: `undefined` when it is there no more. */
type Found = ((language: Thread["language"]) => string) | undefined;

async function lookUp(deps: ApplyDeps, workspaceId: string, step: Step): Promise<Found> {
  if (step.kind === "assign") {
    const member = await deps.members.get(workspaceId, step.memberId);
    return member ? () => member.id : undefined;
  }
  if (step.kind !== "draft") return undefined;
  const [reply, workspace] = await Promise.all([
    deps.savedReplies.get(workspaceId, step.replyId),
    deps.workspaces.get(workspaceId),
  ]);
  return reply ? (language) => textFor(reply, language, workspace?.language ?? "uk") : undefined;
}

function changeBy(step: Step, thread: Thread & { isHeld: boolean }, found: Found, run: RuleRun, at: number): Change {
  switch (step.kind) {
    case "assign":
      if (thread.isHeld) return { outcome: "already-assigned" };
      return found ? { outcome: "done", change: { assigneeId: step.memberId } } : { outcome: "no-such-member" };
    case "label":
      return {
        outcome: "done",
        change: { labels: withLabels(thread.labels, step.labels) },
      };
    case "priority":
      return { outcome: "done", change: { priority: "high" } };
    case "draft":
      if (!found) return { outcome: "no-such-saved-reply" };
      return {
        outcome: "done",
        change: { draft: { text: found(thread.language), rule: step.ruleName, itemId: run.itemId, at } },
      };
    default:
      return { outcome: "" };
  }
}
