import type { Goal } from "./model.ts";

export interface Goals {
  /** False when a goal with this id exists. */
  create(goal: Goal): Promise<boolean>;
  /** Every goal of the workspace, the one due first at the top. */
  list(workspaceId: string): Promise<readonly Goal[]>;
}
