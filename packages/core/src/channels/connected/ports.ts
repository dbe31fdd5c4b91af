import type { ChannelCall, Connector, PlatformApp } from "../connector.ts";
import type { Channel, Connection, Slot } from "./model.ts";

export interface Channels {
  get(workspaceId: string, channelId: string): Promise<Channel | null>;
  /** Every channel of the workspace, in the order they were connected. */
  list(workspaceId: string): Promise<readonly Channel[]>;
  /** The channels, of all workspaces, that are this page, profile or account. */
  findByRemoteId(platform: string, remoteId: string): Promise<readonly Channel[]>;
  /** Stores a channel, or renews the token and name of the one that exists: reconnecting clears every stale mark. */
  connect(channel: Channel): Promise<Channel>;
  /** Writes a schedule if the channel is still at `version`, or has this schedule already; `null` for a lost race. */
  setSlots(workspaceId: string, channelId: string, version: number, slots: readonly Slot[]): Promise<Channel | null>;
  /** Marks that the platform refused the token by its own authorisation code. */
  markReconnect(workspaceId: string, channelId: string, cause: string): Promise<void>;
  remove(workspaceId: string, channelId: string): Promise<void>;
}

/** A token that was renewed, sealed. */
export type SealedToken = Pick<Channel, "sealedToken" | "tokenExpiresAt" | "sealedRefreshToken">;

/** Renewing tokens: one worker at a time, whose claim is known by the instant at which it ends. */
export interface TokenRenewals {
  /** Takes a channel until `until`, epoch ms; false while another worker has it or when its token is another by now. */
  claim(channel: Channel, until: number, nowMs: number): Promise<boolean>;
  /** Stores the new token and gives the claim up; false, and nothing is stored, when the claim does not stand any more. */
  renew(channel: Channel, until: number, token: SealedToken): Promise<boolean>;
  /** Gives the claim up. With a `cause` the platform has ended the access: the channel must be connected anew. */
  giveUp(channel: Channel, until: number, cause?: string): Promise<boolean>;
}

export interface Connections {
  create(connection: Connection): Promise<void>;
  get(workspaceId: string, id: string): Promise<Connection | null>;
  /** Keeps what the platform offered; false when the consent was already used. */
  offer(workspaceId: string, id: string, sealedCandidates: string): Promise<boolean>;
  remove(workspaceId: string, id: string): Promise<void>;
}

/** Opens what is needed to call a platform for a channel. */
export interface ChannelCalls {
  /** The call context with the unsealed token; `null` when the token cannot be opened. */
  open(channel: Channel): Promise<ChannelCall | null>;
}

/** The operator's apps, by platform. */
export interface PlatformApps {
  get(platform: string): Promise<PlatformApp | undefined>;
}

/** Finds a platform's connector; see `channels/catalog.ts`. */
export type ConnectorFor = (platform: string) => Connector | undefined;
