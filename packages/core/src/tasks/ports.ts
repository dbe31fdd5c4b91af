import type { Task } from "./model.ts";

export interface Tasks {
  /** Strongly consistent. */
  get(workspaceId: string, taskId: string): Promise<Task | null>;
  /** False when the id is taken. */
  create(task: Task): Promise<boolean>;
  /** Writes if still at `task.version`; answers it with its next version, or `null` for a lost race. */
  save(task: Task): Promise<Task | null>;
  /** Takes a task away if it is still at this version; false for a lost race. */
  remove(task: Task): Promise<boolean>;
  /** At most `limit` open ones, the one due first at the top; with `until` only those due by that day. */
  listOpen(workspaceId: string, limit: number, until?: string): Promise<readonly Task[]>;
  /** At most `limit` of those that are done, the last done first. */
  listDone(workspaceId: string, limit: number): Promise<readonly Task[]>;
}
