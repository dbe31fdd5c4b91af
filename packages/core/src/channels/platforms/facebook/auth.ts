import { createHmac } from "node:crypto";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { AppCall, AuthCapability, ConnectableChannel, PlatformApp } from "../../connector.ts";
import type { ConnectorError } from "../../errors.ts";
import { callGraph, defaultEndpoints, type GraphCaller } from "./graph.ts";
import { manifest } from "./manifest.ts";
import { accountsSchema, graphVersion, type PageAccount, successSchema, tokenSchema } from "./wire.ts";

/** The webhook fields that Dopys listens to. Setting them replaces whatever was subscribed before. */
export const subscribedFields = [
  "feed",
  "mention",
  "messages",
  "message_echoes",
  "message_edits",
  "messaging_postbacks",
  "ratings",
  "leadgen",
] as const;

/** More pages than any person manages; it bounds the walk through `/me/accounts`. */
const maxAccountPages = 20;

/**
 * Connecting Facebook pages: code → short user token → long user token (60 days) → a token per page, which does not
 * expire by itself. Source: "Facebook Login: Access tokens, Long-lived page access tokens".
 */
export const auth: AuthCapability = {
  consentUrl(app, { redirectUri, state }) {
    const url = new URL(`${app.endpoints?.dialog ?? defaultEndpoints.dialog}/${graphVersion}/dialog/oauth`);
    url.search = new URLSearchParams({
      client_id: app.appId,
      redirect_uri: redirectUri,
      state,
      response_type: "code",
      scope: manifest.scopes.join(","),
    }).toString();
    return url.href;
  },

  async exchange(call, { code, redirectUri }) {
    const short = await token(call, { redirect_uri: redirectUri, code });
    if (!short.ok) return short;
    const long = await token(call, { grant_type: "fb_exchange_token", fb_exchange_token: short.value });
    return long.ok ? pagesOf(call, long.value) : long;
  },

  async subscribe(call) {
    const answer = await callGraph(
      call,
      {
        method: "POST",
        path: `${call.channelRemoteId}/subscribed_apps`,
        form: { subscribed_fields: subscribedFields.join(",") },
      },
      successSchema,
    );
    return answer.ok ? ok(undefined) : err(answer.error.cause);
  },
};

/** Exchanges a grant for a user token. By POST, so that neither the secret nor the code stands in an address. */
async function token(call: AppCall, grant: Record<string, string>): Promise<Result<string, ConnectorError>> {
  const form = { client_id: call.app.appId, client_secret: call.app.appSecrets[0], ...grant };
  const answer = await callGraph(asCaller(call), { method: "POST", path: "oauth/access_token", form }, tokenSchema);
  return answer.ok ? ok(answer.value.access_token) : err(answer.error.cause);
}

async function pagesOf(
  call: AppCall,
  userToken: string,
): Promise<Result<readonly ConnectableChannel[], ConnectorError>> {
  const channels: ConnectableChannel[] = [];
  const proof = { appsecret_proof: proofOf(call.app, userToken) };
  let after: Record<string, string> = {};
  for (let page = 0; page < maxAccountPages; page += 1) {
    const query = { fields: "id,name,link,access_token", limit: "100", ...proof, ...after };
    const caller = { ...asCaller(call), accessToken: userToken };
    const answer = await callGraph(caller, { method: "GET", path: "me/accounts", query }, accountsSchema);
    if (!answer.ok) return err(answer.error.cause);
    channels.push(...answer.value.data.flatMap(toChannel));
    const cursor = answer.value.paging?.next && answer.value.paging.cursors?.after;
    if (!cursor) break;
    after = { after: cursor };
  }
  return ok(channels);
}

/** A page without a token is one on which the person may not act. */
function toChannel(page: PageAccount): ConnectableChannel[] {
  if (!page.access_token) return [];
  const url = page.link ?? `https://www.facebook.com/${page.id}`;
  return [{ remoteId: page.id, name: page.name, url, accessToken: page.access_token }];
}

/** `appsecret_proof`: shows that the caller of a user token is the app's own server. Source: "Securing Graph API Requests". */
const proofOf = (app: PlatformApp, userToken: string): string =>
  createHmac("sha256", app.appSecrets[0]).update(userToken).digest("hex");

const asCaller = (call: AppCall): GraphCaller => ({
  http: call.http,
  endpoints: call.app.endpoints,
  nowMs: call.nowMs,
});
