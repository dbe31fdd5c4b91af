import type { TimePosition } from "../kernel/cursor.ts";
import type { CaseCauses } from "./causes.ts";
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

export interface CaseCausesStore {
  /** What is stored, or the usual ones at version 0. Read consistently. */
  get(workspaceId: string): Promise<CaseCauses>;
  /** Writes on top of the version within; false for a lost race. */
  save(workspaceId: string, causes: CaseCauses): Promise<boolean>;
}
