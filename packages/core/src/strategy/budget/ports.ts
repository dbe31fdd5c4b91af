import type { BudgetLine } from "./model.ts";

export interface BudgetLines {
  get(workspaceId: string, month: string, lineId: string): Promise<BudgetLine | null>;
  /** False when there is one with this id. */
  create(line: BudgetLine): Promise<boolean>;
  /** Writes if still at `line.version`; answers it with its next version, or `null` for a lost race. */
  save(line: BudgetLine): Promise<BudgetLine | null>;
  /** Takes a line away if it is still at `version`; also true when it is gone already. */
  remove(line: Pick<BudgetLine, "workspaceId" | "month" | "id" | "version">): Promise<boolean>;
  /** The lines of the months `from` to `to`, both included, in order of month. One query. */
  between(workspaceId: string, from: string, to: string): Promise<readonly BudgetLine[]>;
}
