import type { Suspension } from "./model.ts";

export interface Suspensions {
  /** Read consistently. */
  get(workspaceId: string, id: string): Promise<Suspension | null>;
  /** Stores one made from the version before its own, 1 being the first; false for a lost race. */
  save(suspension: Suspension): Promise<boolean>;
}
