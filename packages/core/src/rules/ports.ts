import type { RuleBook, RuleRun } from "./model.ts";
import type { Subject } from "./subject.ts";

export interface RuleBooks {
  /** Read consistently; version 0 and no rules when there is none. */
  get(workspaceId: string): Promise<RuleBook>;
  /** Stores a book on the version it was read with, which becomes one higher; false when somebody else changed it. */
  save(workspaceId: string, book: RuleBook): Promise<boolean>;
}

export interface RuleRuns {
  /** Read consistently. */
  get(workspaceId: string, threadId: string, id: string): Promise<RuleRun | null>;
  /** What rules have done in a thread. */
  listByThread(workspaceId: string, threadId: string): Promise<readonly RuleRun[]>;
  /** False when there is one with this id. */
  create(run: RuleRun): Promise<boolean>;
  /** Stores what became of it; false when it was finished already, so that one worker alone has finished it. */
  finish(run: RuleRun): Promise<boolean>;
}

/** How often each rule has acted, by day. */
export interface RuleCounts {
  /** Adds one to each rule on a day (UTC). */
  add(workspaceId: string, day: string, ruleIds: readonly string[]): Promise<void>;
  /** By rule, from a day on. */
  since(workspaceId: string, day: string): Promise<ReadonlyMap<string, number>>;
}

/** What was written, for looking back. */
export interface RuleHistory {
  /** At most `limit` of a channel's messages and as many of its reviews since `from`, the newest first. */
  newest(
    workspaceId: string,
    channelId: string,
    from: number,
    limit: number,
  ): Promise<{ readonly subjects: readonly Subject[]; readonly isAll: boolean }>;
}
