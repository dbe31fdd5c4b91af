import type { Country, LeadIdentity } from "./identity.ts";
import type { Lead, LeadStage } from "./model.ts";

/** The place in a list after which the next page begins. */
export interface LeadPosition {
  readonly createdAt: number;
  readonly id: string;
}

/** What somebody has to do with a lead; see `Leads.agenda`. */
export interface LeadDuty {
  readonly leadId: string;
  /** The day of the next step, `YYYY-MM-DD`. */
  readonly nextStepDay?: string | undefined;
  /** When a first response is due, epoch ms. */
  readonly responseDueAt?: number | undefined;
}

/** What brought a lead: a publication, or the campaign of one. */
export type TouchedBy = { readonly kind: "publication" | "campaign"; readonly id: string };

export interface LeadNote {
  readonly workspaceId: string;
  readonly leadId: string;
  readonly id: string;
  /** Epoch ms. */
  readonly at: number;
  readonly by: string;
  readonly text: string;
}

export interface Leads {
  /** Read consistently; also one that was merged into another. */
  get(workspaceId: string, leadId: string): Promise<Lead | null>;
  /** Those of these that exist, in no order. */
  getMany(workspaceId: string, leadIds: readonly string[]): Promise<readonly Lead[]>;
  /** False when there is one with this id. */
  create(lead: Lead): Promise<boolean>;
  /** Stores a change (`version` one higher) if nobody else made one since; false otherwise. */
  save(lead: Lead): Promise<boolean>;
  /** At most `limit` leads of these stages, the newest first, beginning after `after`; merged ones are left out. */
  list(
    workspaceId: string,
    stages: readonly LeadStage[],
    limit: number,
    after: LeadPosition | undefined,
  ): Promise<readonly Lead[]>;
  /** Leads whose first source is this channel (`none`: no channel) and that came in `[from, to)`, epoch ms. Eventually consistent. */
  listByChannelAndTime(workspaceId: string, channelId: string, from: number, to: number): Promise<readonly Lead[]>;
  /** At most `limit` leads that were won in `[from, to)`, epoch ms, and still are, the earliest first. Eventually consistent. */
  wonBetween(workspaceId: string, from: number, to: number, limit: number): Promise<readonly Lead[]>;
  /** At most `limit` of all workspaces that must be looked at by now, see `lookAtOf`. */
  listDue(nowMs: number, limit: number): Promise<readonly Lead[]>;
  /** Gives an identity to a lead unless it has an owner; returns the owner's id, read consistently. */
  claimIdentity(workspaceId: string, identity: LeadIdentity, leadId: string): Promise<string>;
  /** The id of the lead that owns an identity; `null` when none does. */
  ownerOf(workspaceId: string, identity: LeadIdentity): Promise<string | null>;
  /** Moves an identity from one lead to another, if the first still owns it. */
  moveIdentity(workspaceId: string, identity: LeadIdentity, from: string, to: string): Promise<void>;
  /** Takes an identity from a lead, if it owns it. */
  dropIdentity(workspaceId: string, identity: LeadIdentity, leadId: string): Promise<void>;
  /** Brings what is to be done with a lead up to date; an older version of the lead changes nothing. */
  noteDuties(lead: Lead): Promise<void>;
  /** What is to be done with the leads of a workspace, in no order. */
  agenda(workspaceId: string): Promise<readonly LeadDuty[]>;
  /** Remembers what brought a lead; doing it again changes nothing. */
  addTouch(workspaceId: string, by: TouchedBy, touch: { leadId: string; at: number }): Promise<void>;
  /** The ids of at most `limit` leads that something brought, each once, the earliest first. */
  touchedBy(workspaceId: string, by: TouchedBy, limit: number): Promise<readonly string[]>;
  /** Stores a note once. */
  addNote(note: LeadNote): Promise<void>;
  /** The notes of a lead in the order of time. */
  notes(workspaceId: string, leadId: string): Promise<readonly LeadNote[]>;
  removeNotes(workspaceId: string, leadId: string): Promise<void>;
}

/** What a workspace has agreed about its leads. */
export interface LeadTerms {
  /** In which telephone numbers without country code are read. */
  readonly country: Country | undefined;
  /** Until when somebody who asks at an instant has a first response, epoch ms; `null` when nobody ever answers. */
  readonly responseDueAt: (fromMs: number) => number | null;
}

export interface LeadTermsSource {
  of(workspaceId: string): Promise<LeadTerms>;
}
