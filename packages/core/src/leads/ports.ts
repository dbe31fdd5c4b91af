import type { LeadIdentity } from "./identity.ts";
import type { Lead } from "./model.ts";

/** The place in a list after which the next page begins. */
export interface LeadPosition {
  readonly createdAt: number;
  readonly id: string;
}

export interface Leads {
  /** Read consistently; also one that was merged into another. */
  get(workspaceId: string, leadId: string): Promise<Lead | null>;
  /** False when there is one with this id. */
  create(lead: Lead): Promise<boolean>;
  /** Stores a change (`version` one higher) if nobody else made one since; false otherwise. */
  save(lead: Lead): Promise<boolean>;
  /** At most `limit` leads, the newest first, beginning after `after`; merged ones are left out. */
  list(workspaceId: string, limit: number, after: LeadPosition | undefined): Promise<readonly Lead[]>;
  /** Leads whose first source is this channel (`none`: no channel) and that came in `[from, to)`, epoch ms. Eventually consistent. */
  listByChannelAndTime(workspaceId: string, channelId: string, from: number, to: number): Promise<readonly Lead[]>;
  /** At most `limit` of all workspaces whose `wakeAt` has come. */
  listDue(nowMs: number, limit: number): Promise<readonly Lead[]>;
  /** Gives an identity to a lead unless it has an owner; returns the owner's id, read consistently. */
  claimIdentity(workspaceId: string, identity: LeadIdentity, leadId: string): Promise<string>;
  /** Moves an identity from one lead to another, if the first still owns it. */
  moveIdentity(workspaceId: string, identity: LeadIdentity, from: string, to: string): Promise<void>;
}
