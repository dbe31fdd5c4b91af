import type { TimePosition } from "../kernel/cursor.ts";
import type { Case, CaseState } from "./model.ts";

export interface Cases {
  /** Read consistently. */
  get(workspaceId: string, caseId: string): Promise<Case | null>;
  /** Stores a new case; false when there is one of its id already. */
  create(one: Case): Promise<boolean>;
  /** Stores a case made from the version before its own; false for a lost race. */
  save(one: Case): Promise<boolean>;
  /** At most `limit` cases of a state, the last opened first, beginning after `after`. */
  list(workspaceId: string, state: CaseState, limit: number, after: TimePosition | undefined): Promise<readonly Case[]>;
}
