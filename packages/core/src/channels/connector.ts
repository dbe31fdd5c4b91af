import type { Result } from "../kernel/result.ts";
import type { AdsCapability } from "./ads.ts";
import type { AuthorsCapability } from "./authors.ts";
import type { ConnectorError } from "./errors.ts";
import type { HttpClient } from "./http.ts";
import type { InboundItem, InboundMessage } from "./inbound.ts";
import type { Manifest } from "./manifest.ts";
import type { ChannelMeasurement, PublicationMeasurement } from "./measurement.ts";
import type { PublicPagesCapability } from "./public-pages.ts";
import type { PublishCapability } from "./publish-capability.ts";
import type { RepliesCapability } from "./replies.ts";
import type { Poll, ReviewsCapability } from "./reviews.ts";
import type { VisitsCapability } from "./visits.ts";

export type * from "./publish-capability.ts";

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
  /** Paid content, where the platform bills it to accounts of its own. */
  readonly ads?: AdsCapability;
  /** Figures of pages that are not ours, where the platform shows them. */
  readonly publicPages?: PublicPagesCapability;
  /** What the platform tells of the people who write. */
  readonly authors?: AuthorsCapability;
  /** Visits of a site, where the platform is the site's analytics. */
  readonly visits?: VisitsCapability;
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
  /** The token of the person who consented, for what is theirs and not the channel's, such as ad accounts. */
  readonly personToken?: string | undefined;
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
  /** See `ChannelCall.personToken`. */
  readonly personToken?: string | undefined;
  /** When that ends, epoch ms; only the person can give another. Absent when it does not end. */
  readonly personTokenExpiresAt?: number | undefined;
}

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
  /**
   * What somebody said who named the channel, where webhooks tell only that they did; `not-found` when it is not shown to
   * us, or not yet.
   */
  mention?(
    call: ChannelCall,
    mention: { readonly remoteId: string; readonly postRemoteId: string },
  ): Promise<Result<InboundMessage, ConnectorError>>;
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
