import type * as v from "valibot";
import { safeParse } from "valibot";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { AppCall, AuthCapability, ConnectableChannel } from "../../connector.ts";
import type { ConnectorError } from "../../errors.ts";
import { classifyGrant } from "./errors.ts";
import { callGoogle, type GoogleCaller, parseJson, serverOf, unanswered } from "./google.ts";
import { manifest } from "./manifest.ts";
import { accountsSchema, emptySchema, locationsSchema, oauthErrorSchema, tokenSchema } from "./wire.ts";

/** More pages than any person has accounts or locations; it bounds the walk. */
const maxPages = 20;

/** Where people find a location that has no address on the map yet. */
const anywhere = "https://business.google.com/locations";

type Token = v.InferOutput<typeof tokenSchema>;

/**
 * Connecting locations by Google OAuth 2.0: access tokens live an hour, the refresh token is given only with
 * `access_type=offline` and a consent. A channel is a location within its account, because posts and reviews are found
 * under both. Sources: "Using OAuth 2.0 for Web Server Applications", "Business Profile APIs: List locations".
 */
export const auth: AuthCapability = {
  consentUrl(app, { redirectUri, state }) {
    const url = new URL(`${serverOf("consent", app.endpoints)}/o/oauth2/v2/auth`);
    url.search = new URLSearchParams({
      client_id: app.appId,
      redirect_uri: redirectUri,
      state,
      response_type: "code",
      scope: manifest.scopes.join(" "),
      access_type: "offline",
      prompt: "consent",
    }).toString();
    return url.href;
  },

  async exchange(call, { code, redirectUri }) {
    const token = await grant(call, { grant_type: "authorization_code", code, redirect_uri: redirectUri });
    if (!token.ok) return token;
    const granted = token.value.scope?.split(" ") ?? manifest.scopes;
    if (!manifest.scopes.every((scope) => granted.includes(scope))) return err(notGranted);
    return listChannels(call, token.value);
  },

  /** One setting for the whole account; without a topic of the operator there is none, and reviews are polled alone. */
  async subscribe(call, { push }) {
    if (!push) return ok(undefined);
    const name = `${accountOf(call.channelRemoteId)}/notificationSetting`;
    const answer = await callGoogle(
      call,
      {
        method: "PATCH",
        on: "notifications",
        path: `v1/${name}`,
        query: [["updateMask", "pubsubTopic,notificationTypes"]],
        json: { name, pubsubTopic: push.topic, notificationTypes: ["NEW_REVIEW", "UPDATED_REVIEW"] },
      },
      emptySchema,
    );
    return answer.ok ? ok(undefined) : err(answer.error.cause);
  },

  async refresh(call, refreshToken) {
    const token = await grant(call, { grant_type: "refresh_token", refresh_token: refreshToken });
    if (!token.ok) return token;
    const { access_token: accessToken, expires_in, refresh_token } = token.value;
    const renewed = { accessToken, expiresAt: call.nowMs + expires_in * 1000 };
    return ok(refresh_token ? { ...renewed, refreshToken: refresh_token } : renewed);
  },
};

const notGranted: ConnectorError = {
  class: "permission",
  code: "scope-not-granted",
  message: "the person did not agree to managing the profile",
};

async function grant(call: AppCall, form: Record<string, string>): Promise<Result<Token, ConnectorError>> {
  const { http, app } = call;
  const answer = await http.send({
    method: "POST",
    url: `${serverOf("oauth", app.endpoints)}/token`,
    body: { form: { client_id: app.appId, client_secret: app.appSecrets[0], ...form } },
  });
  if (answer.kind === "no-answer") return err(unanswered(answer).cause);
  const body = parseJson(answer.body);
  const refused = safeParse(oauthErrorSchema, body);
  if (refused.success) return err(classifyGrant(refused.output.error, answer.status));
  const token = safeParse(tokenSchema, body);
  return answer.status === 200 && token.success
    ? ok(token.output)
    : err(classifyGrant(`http-${answer.status}`, answer.status));
}

/** Every location that the person manages, once: one that stands in several accounts is taken from the first. */
async function listChannels(
  call: AppCall,
  token: Token,
): Promise<Result<readonly ConnectableChannel[], ConnectorError>> {
  const caller: GoogleCaller = { ...call, endpoints: call.app.endpoints, accessToken: token.access_token };
  const accounts = await walk((page) =>
    callGoogle(caller, { method: "GET", on: "accounts", path: "v1/accounts", query: page }, accountsSchema),
  );
  if (!accounts.ok) return accounts;
  const channels = new Map<string, ConnectableChannel>();
  for (const account of accounts.value.flatMap((page) => page.accounts)) {
    const locations = await walk((page) => {
      const query = [["readMask", "name,title,metadata"], ["pageSize", "100"], ...page] as const;
      const path = `v1/${account.name}/locations`;
      return callGoogle(caller, { method: "GET", on: "information", path, query }, locationsSchema);
    });
    if (!locations.ok) return locations;
    for (const { name, title, metadata } of locations.value.flatMap((page) => page.locations)) {
      if (channels.has(name)) continue;
      channels.set(name, {
        remoteId: `${account.name}/${name}`,
        name: title,
        url: metadata?.mapsUri ?? anywhere,
        accessToken: token.access_token,
        expiresAt: call.nowMs + token.expires_in * 1000,
        ...(token.refresh_token ? { refreshToken: token.refresh_token } : {}),
      });
    }
  }
  return ok([...channels.values()]);
}

/** All pages of a list. */
async function walk<Page extends { nextPageToken?: string | undefined }>(
  ask: (page: readonly (readonly [string, string])[]) => Promise<Result<Page, { cause: ConnectorError }>>,
): Promise<Result<readonly Page[], ConnectorError>> {
  const pages: Page[] = [];
  for (let token: string | undefined; pages.length < maxPages; ) {
    const answer = await ask(token ? [["pageToken", token]] : []);
    if (!answer.ok) return err(answer.error.cause);
    pages.push(answer.value);
    token = answer.value.nextPageToken;
    if (!token) break;
  }
  return ok(pages);
}

/** `accounts/{account}` of `accounts/{account}/locations/{location}`. */
const accountOf = (remoteId: string): string => remoteId.split("/").slice(0, 2).join("/");
