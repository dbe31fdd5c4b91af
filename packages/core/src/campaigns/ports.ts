import type { Campaign } from "./model.ts";

export interface Campaigns {
  get(workspaceId: string, campaignId: string): Promise<Campaign | null>;
  /** All of a workspace, archived ones too, in any order. */
  list(workspaceId: string): Promise<readonly Campaign[]>;
  /** False when the id is taken. */
  create(campaign: Campaign): Promise<boolean>;
  /** Writes if still at `campaign.version`; answers it with its next version, or `null` for a lost race. */
  save(campaign: Campaign): Promise<Campaign | null>;
}
