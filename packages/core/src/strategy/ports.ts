import type { Goal } from "./model.ts";

export interface Goals {
  /** Strongly consistent. */
  get(workspaceId: string, goalId: string): Promise<Goal | null>;
  /** False when a goal with this id exists. */
  create(goal: Goal): Promise<boolean>;
  /** Every goal of the workspace, archived ones too, the one due first at the top. */
  list(workspaceId: string): Promise<readonly Goal[]>;
  /** Writes if still at `goal.version`; answers it with its next version, or `null` for a lost race. */
  save(goal: Goal): Promise<Goal | null>;
}
