import type { Advice } from "./model.ts";

export interface AdviceBooks {
  /** Strongly consistent; `null` before anything was found. */
  get(workspaceId: string): Promise<Advice | null>;
  /** Writes if still at `advice.version`, 0 where there is none; answers it with its next version, or `null` for a lost race. */
  save(advice: Advice): Promise<Advice | null>;
}
