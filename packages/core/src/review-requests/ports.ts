import type { TimePosition } from "../kernel/cursor.ts";
import type { AskedPerson, ReviewRequest } from "./model.ts";

export interface ReviewRequests {
  /** Read consistently. */
  get(workspaceId: string, requestId: string): Promise<ReviewRequest | null>;
  /** Stores a new request; false when there is one of its id already. */
  create(request: ReviewRequest): Promise<boolean>;
  /** Stores a request made from the version before its own; false for a lost race. */
  replace(request: ReviewRequest): Promise<boolean>;
  /** At most `limit`, the newest first, beginning after `after`. */
  list(workspaceId: string, limit: number, after: TimePosition | undefined): Promise<readonly ReviewRequest[]>;
  /** At most `limit` made at `sinceMs` or later, the newest first. */
  listSince(workspaceId: string, sinceMs: number, limit: number): Promise<readonly ReviewRequest[]>;
  /** At most `limit` of all workspaces that have to be looked at by now. */
  listDue(nowMs: number, limit: number): Promise<readonly ReviewRequest[]>;
}

export interface AskedPeople {
  /** Read consistently. */
  get(workspaceId: string, personId: string): Promise<AskedPerson | null>;
  /** Stores a person made from the version before its own, 1 being the first; false for a lost race. */
  save(person: AskedPerson): Promise<boolean>;
}
