import type { Result } from "../kernel/result.ts";
import type { ConnectorError } from "./errors.ts";
import type { HttpClient } from "./http.ts";
import type { InboundItem } from "./inbound.ts";
import type { FormatName, Manifest } from "./manifest.ts";
import type { ChannelMeasurement, PublicationMeasurement } from "./measurement.ts";
import type { RepliesCapability } from "./replies.ts";
import type { Poll, ReviewsCapability } from "./reviews.ts";

/**
 * The port that every platform implements: a manifest and the capabilities that the platform really has. What is absent
 * is absent from the product for that platform's channels. A connector never sleeps, never retries, never stores.
 */
export interface Connector {
  readonly manifest: Manifest;
  readonly auth: AuthCapability;
  readonly publish?: PublishCapability;
  readonly webhook?: WebhookCapability;
  readonly replies?: RepliesCapability;
  /** Where reviews are asked for; a platform that sends them whole has no need of it. */
  readonly reviews?: ReviewsCapability;
  /** What webhooks bring and may lose, asked for; where it can be. */
  readonly inbox?: InboxCapability;
  readonly leads?: LeadsCapability;
  readonly insights?: InsightsCapability;
}

/** Where a platform's servers are, by name (`graph`, `dialog`). The real ones are the connector's defaults. */
export type Endpoints = Readonly<Record<string, string>>;

/** The operator's app on a platform, as kept in the parameter store. */
export interface PlatformApp {
  readonly appId: string;
  /** Live app secrets, the newest first; the others are still accepted while a secret is being changed. */
  readonly appSecrets: readonly [string, ...string[]];
  /** The word by which the platform's webhook handshake is recognised. */
  readonly verifyToken: string;
  /** What pushed messages prove themselves by, where the platform sends them through a broker with its own identity. */
  readonly push?: PushSettings | undefined;
  /** Other servers than the connector's defaults. */
  readonly endpoints?: Endpoints | undefined;
}

/** The operator's settings of a message broker that pushes a platform's notices. */
export interface PushSettings {
  /** The broker's topic to which the platform publishes. */
  readonly topic: string;
  /** The identity by which the broker signs its requests. */
  readonly serviceAccount: string;
  /** For whom the broker says that its requests are. */
  readonly audience: string;
}

/** What a connector needs for calls on behalf of a connected channel. */
export interface ChannelCall {
  readonly http: HttpClient;
  readonly endpoints?: Endpoints | undefined;
  /** The page, profile or account on the platform. */
  readonly channelRemoteId: string;
  readonly accessToken: string;
  /** Epoch ms. */
  readonly nowMs: number;
}

/** What a connector needs while an account is being connected. */
export interface AppCall {
  readonly http: HttpClient;
  readonly app: PlatformApp;
  readonly nowMs: number;
}

export interface AuthCapability {
  /** The page of the platform on which a person consents; `state` comes back with the answer. */
  consentUrl(app: PlatformApp, request: { redirectUri: string; state: string }): string;
  /** Exchanges the code that came back for the channels the person may connect, each with a lasting token. */
  exchange(
    call: AppCall,
    answer: { code: string; redirectUri: string },
  ): Promise<Result<readonly ConnectableChannel[], ConnectorError>>;
  /** Asks the platform to deliver this channel's webhooks to the app; absent where the connector takes none. */
  subscribe?(call: ChannelCall, app: PlatformApp): Promise<Result<void, ConnectorError>>;
  /**
   * A new access token for a refresh token; present where access tokens expire. `auth-expired` says that the person has
   * taken the access back, and only that disconnects a channel.
   */
  refresh?(call: AppCall, refreshToken: string): Promise<Result<RenewedToken, ConnectorError>>;
}

export interface RenewedToken {
  readonly accessToken: string;
  /** Epoch ms. */
  readonly expiresAt: number;
  /** Where the platform replaces it by each use. */
  readonly refreshToken?: string | undefined;
}

export interface ConnectableChannel {
  readonly remoteId: string;
  readonly name: string;
  readonly url: string;
  readonly accessToken: string;
  /** Epoch ms; absent when the token does not expire. */
  readonly expiresAt?: number | undefined;
  /** What new access tokens are had by; absent when the token does not expire. */
  readonly refreshToken?: string | undefined;
}

/** A file of a publication, at an address the platform can fetch for at least an hour. */
export interface PublishMedia {
  readonly kind: "image" | "video";
  readonly url: string;
  readonly contentType: string;
  readonly altText: string;
}

/** What is to appear on the platform, already validated against the manifest. */
export interface PublishContent {
  readonly text: string;
  readonly link?: string | undefined;
  readonly media: readonly PublishMedia[];
  /** One of the manifest's formats; the first of them when absent. */
  readonly format?: FormatName | undefined;
}

/** What follows a post of ours that is visible already: further parts of its thread, then the first comment. */
export interface PublishFollowUp {
  readonly kind: "thread-part" | "first-comment";
  readonly text: string;
  /** Files of a thread's part; a first comment has none. */
  readonly media: readonly PublishMedia[];
  /** The remote id of the post. */
  readonly postRemoteId: string;
  /** The remote id of the thread's part before this one; the post's for the first part and for the first comment. */
  readonly parentRemoteId: string;
}

/**
 * What earlier steps left: by name, the remote ids and offsets that let another worker go on. An empty one is as good as
 * none: so a step takes back what an earlier one left.
 */
export type Receipts = Readonly<Record<string, string>>;

export interface PublishCapability {
  /**
   * The next step for this content after the receipts so far. Pure: the same content and receipts give the same step.
   * `visible` says that the step makes something appear in public; such a step is armed before and never repeated
   * blindly, the others may be repeated at the cost of an orphan upload.
   */
  nextStep(content: PublishContent, receipts: Receipts): PublishStep;
  /** Looks for a publication whose outcome is not known among the channel's recent posts. */
  find(call: ChannelCall, wanted: WantedPublication): Promise<FindAnswer>;
  /** What can follow the post; there when the manifest says that a first comment or a thread is possible. */
  readonly followUps?: FollowUpsCapability;
}

/** Publishes one follow-up at a time, by the same rules as the post: armed, answered, looked for, never repeated blindly. */
export interface FollowUpsCapability {
  /** The next step for this follow-up after the receipts so far; as `PublishCapability.nextStep`. */
  nextStep(followUp: PublishFollowUp, receipts: Receipts): PublishStep;
  /** Looks below the post for a follow-up whose outcome is not known. */
  find(call: ChannelCall, wanted: WantedFollowUp): Promise<FindAnswer>;
}

export interface PublishStep {
  readonly name: string;
  readonly visible: boolean;
  /** The file it is about, counted from 0, when it is about one alone: its failure names that file. */
  readonly mediaIndex?: number;
  /** Ends within 25 seconds, so that a worker that began it lives to store its answer. */
  run(call: ChannelCall): Promise<StepAnswer>;
}

export type StepAnswer =
  | { readonly kind: "published"; readonly remoteId: string; readonly url: string }
  /** The step is done or waits; its receipts are added, the next step is taken `afterMs` later (0: at once). */
  | { readonly kind: "pending"; readonly receipts: Receipts; readonly afterMs: number }
  /**
   * Surely nothing became visible; the next step may be taken `afterMs` later: the same, or an earlier one when
   * `receipts` empty what it left (an upload that the platform has dropped).
   */
  | {
      readonly kind: "retry";
      readonly afterMs: number;
      readonly cause: ConnectorError;
      readonly receipts?: Receipts | undefined;
    }
  | { readonly kind: "reconnect"; readonly cause: ConnectorError }
  | { readonly kind: "rejected"; readonly cause: ConnectorError }
  /** It may or may not have become visible: look before doing anything else. */
  | { readonly kind: "unknown"; readonly cause: ConnectorError };

export interface WantedPublication {
  readonly content: PublishContent;
  readonly receipts: Receipts;
  /** Epoch ms at which the visible step was armed. */
  readonly armedAt: number;
  /** Remote ids of posts that are already known to be other publications. */
  readonly knownRemoteIds: ReadonlySet<string>;
}

export interface WantedFollowUp {
  readonly followUp: PublishFollowUp;
  readonly receipts: Receipts;
  /** Epoch ms at which the visible step was armed. */
  readonly armedAt: number;
  /** Remote ids of what already stands below the post as another follow-up of it. */
  readonly knownRemoteIds: ReadonlySet<string>;
}

export type FindAnswer =
  | { readonly kind: "found"; readonly remoteId: string; readonly url: string }
  | { readonly kind: "absent" }
  | { readonly kind: "unknown"; readonly cause: ConnectorError };

/** A webhook request as it came in. Header names are in lower case. */
export interface WebhookRequest {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly rawBody: Uint8Array;
}

export interface WebhookCapability extends WebhookVerification {
  /** The items of a delivery that was verified, in the order they stand in it; a `string` says why it cannot be read. */
  parse(rawBody: string): Result<readonly InboundItem[], string>;
}

/** The part that the webhook function needs; kept apart so that its bundle holds nothing else. */
export interface WebhookVerification {
  /** Answers the platform's subscription handshake, or `null` when it is none or its word is wrong. */
  handshake(query: URLSearchParams, app: PlatformApp): string | null;
  /**
   * Whether the request is the platform's: one of the app's live secrets signed exactly these bytes (compared in constant
   * time), or it carries the identity that the app's push settings name.
   */
  verify(request: WebhookRequest, app: PlatformApp): boolean | Promise<boolean>;
}

/**
 * Lists of what people wrote to a channel. A list may be cut to what is recent: it fills the gaps that webhooks leave, and
 * tells of a message only that it is there, never of its later changes.
 */
export interface InboxCapability {
  /** Comments below the channel's recent posts. */
  readonly comments?: Poll;
  /** Direct messages. */
  readonly conversations?: Poll;
  /** Reviews that webhooks bring whole; where reviews are fetched one by one, `reviews` lists them. */
  readonly ratings?: Poll;
}

export interface LeadsCapability {
  /** The fields a person filled in; the webhook carries only the id. */
  fetchLead(call: ChannelCall, remoteId: string): Promise<Result<FetchedLead, ConnectorError>>;
  /** Which leads the channel's forms have; what was filled in is fetched as after a webhook. */
  readonly list?: Poll;
}

export interface FetchedLead {
  readonly remoteId: string;
  readonly formId: string;
  readonly createdAt: number;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  /** Every field as filled in, by the form's own field name. */
  readonly fields: Readonly<Record<string, string>>;
  /** Facts of the origin: ad id, campaign id, `organic`. */
  readonly origin: Readonly<Record<string, string>>;
}

export interface InsightsCapability {
  /** The figures of one calendar day of a channel; one that the platform does not give is `not-available`. */
  measureChannel(
    call: ChannelCall,
    day: { day: string; from: number; to: number },
  ): Promise<Result<ChannelMeasurement, ConnectorError>>;
  /** The lifetime figures of one publication so far. */
  measurePublication(call: ChannelCall, remoteId: string): Promise<Result<PublicationMeasurement, ConnectorError>>;
}
