import type { Competitor, CompetitorTrouble, PageDay } from "./model.ts";

export interface Competitors {
  /** The competitors of a workspace, in the order of their ids. */
  list(workspaceId: string): Promise<readonly Competitor[]>;
  get(workspaceId: string, id: string): Promise<Competitor | null>;
  /** Stores one that is not there yet; false when it is. */
  create(competitor: Competitor): Promise<boolean>;
  /** Notes how asking for one went, if it is still watched. */
  note(
    workspaceId: string,
    id: string,
    outcome: { measuredAt: number; pageName: string; url: string } | { trouble: CompetitorTrouble },
  ): Promise<void>;
  /** False when there is none. What was measured ends by itself. */
  remove(workspaceId: string, id: string): Promise<boolean>;
}

export interface PageDays {
  /** Stores reports of a page's days, in the order of day; each as `restatedDay` says, and only where something changes. */
  put(workspaceId: string, page: string, reports: readonly PageDay[]): Promise<void>;
  /** What is known of a page from one day to another, both included, in the order of day. One query. */
  between(workspaceId: string, page: string, from: string, to: string): Promise<readonly PageDay[]>;
}
