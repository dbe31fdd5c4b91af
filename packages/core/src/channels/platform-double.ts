import type { ChannelCall, Connector, PlatformApp, WebhookRequest } from "./connector.ts";
import type { HttpClient } from "./http.ts";

/** A platform that can be asked what really happened on it, and told to fail. */
export interface PlatformDouble {
  readonly app: PlatformApp;
  readonly http: HttpClient;
  /** Consents on the platform's page as a person does; gives the address to which the browser is sent back. */
  consent(consentUrl: string): Promise<URL>;
  /** Addresses of files that the platform can fetch. */
  readonly media: { readonly image: string; readonly video: string; readonly unreadable: string };
  /** Every public post of the channel. */
  posts(): Promise<readonly { remoteId: string; text: string; images: number; videos: number }[]>;
  /** Makes the next call of the kind fail: before it takes effect, or after it with the answer lost. */
  failNext(call: "read" | "write", how: "refused" | "lost-answer" | "cut-off" | "rate-limited"): Promise<void>;
  /** Ends the channel's access, as when the person takes it back. */
  revoke(): Promise<void>;
  /** A person of the audience comments on a post; gives the comment's remote id. */
  comment(postRemoteId: string, text: string): Promise<string>;
  /** A person reviews the channel, 1 to 5 stars; gives the review's remote id. Where reviews can be fetched. */
  review?(rating: number, text: string): Promise<string>;
  /** The handle of a page of somebody else with posts of the last days, where pages of others are shown. */
  readonly rival?: string;
  /** A person fills in a lead form; gives the lead's remote id. */
  fillInForm(fields: Readonly<Record<string, string>>): Promise<string>;
  /** Webhook deliveries received so far, once at least `count` have come. */
  deliveries(count: number): Promise<readonly WebhookRequest[]>;
  stop(): Promise<void>;
}

const redirectUri = "https://dopys.test/api/channels/callback";

/** Connects the first channel that a double offers, the way a person does; throws when it cannot. */
export async function connectDouble(
  connector: Connector,
  double: PlatformDouble,
): Promise<{ call: ChannelCall; refreshToken: string }> {
  const { http, app } = double;
  const back = await double.consent(connector.auth.consentUrl(app, { redirectUri, state: "the-state" }));
  if (!back.href.startsWith(redirectUri) || back.searchParams.get("state") !== "the-state") {
    throw new Error(`The platform sent the person to ${back.href}`);
  }
  const answer = { code: back.searchParams.get("code") ?? "", redirectUri };
  const channels = await connector.auth.exchange({ http, app, nowMs: Date.now() }, answer);
  if (!channels.ok) throw new Error(JSON.stringify(channels.error));
  const [channel] = channels.value;
  if (!channel) throw new Error("no channel was offered");
  const { remoteId: channelRemoteId, accessToken, refreshToken = "", personToken } = channel;
  const call = { http, endpoints: app.endpoints, channelRemoteId, accessToken, personToken, nowMs: Date.now() };
  return { call, refreshToken };
}
