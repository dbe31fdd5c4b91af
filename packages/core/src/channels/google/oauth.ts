import { safeParse } from "valibot";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { AppCall, AuthCapability } from "../connector.ts";
import type { ConnectorError } from "../errors.ts";
import { parseJson, serverOf, unanswered } from "./call.ts";
import { classifyGrant } from "./errors.ts";
import { oauthErrorSchema, type Token, tokenSchema } from "./wire.ts";

/** Google's servers of consent and tokens, the same for all of its APIs. */
export const oauthServers = {
  consent: "https://accounts.google.com",
  oauth: "https://oauth2.googleapis.com",
} as const;

const servers = { servers: oauthServers };

/**
 * Google OAuth 2.0 for some scopes: access tokens live an hour, the refresh token is given only with
 * `access_type=offline` and a consent. Source: "Using OAuth 2.0 for Web Server Applications".
 */
export function googleOAuth(scopes: readonly string[]) {
  const consentUrl: AuthCapability["consentUrl"] = (app, { redirectUri, state }) => {
    const url = new URL(`${serverOf(servers, "consent", app.endpoints)}/o/oauth2/v2/auth`);
    url.search = new URLSearchParams({
      client_id: app.appId,
      redirect_uri: redirectUri,
      state,
      response_type: "code",
      scope: scopes.join(" "),
      access_type: "offline",
      prompt: "consent",
    }).toString();
    return url.href;
  };

  const refresh: NonNullable<AuthCapability["refresh"]> = async (call, refreshToken) => {
    const token = await grant(call, { grant_type: "refresh_token", refresh_token: refreshToken });
    if (!token.ok) return token;
    const { access_token: accessToken, expires_in, refresh_token } = token.value;
    const renewed = { accessToken, expiresAt: call.nowMs + expires_in * 1000 };
    return ok(refresh_token ? { ...renewed, refreshToken: refresh_token } : renewed);
  };

  return {
    consentUrl,
    refresh,
    /** The tokens for a code that came back; `permission` when the person agreed to less than was asked. */
    async redeem(
      call: AppCall,
      { code, redirectUri }: { code: string; redirectUri: string },
    ): Promise<Result<Token, ConnectorError>> {
      const token = await grant(call, { grant_type: "authorization_code", code, redirect_uri: redirectUri });
      if (!token.ok) return token;
      const granted = token.value.scope?.split(" ") ?? scopes;
      return scopes.every((scope) => granted.includes(scope)) ? token : err(notGranted);
    },
  };
}

/** A channel's part of what Google granted. */
export const channelTokens = (token: Token, nowMs: number) => ({
  accessToken: token.access_token,
  expiresAt: nowMs + token.expires_in * 1000,
  ...(token.refresh_token ? { refreshToken: token.refresh_token } : {}),
});

const notGranted: ConnectorError = {
  class: "permission",
  code: "scope-not-granted",
  message: "the person did not agree to everything that was asked",
};

async function grant(call: AppCall, form: Record<string, string>): Promise<Result<Token, ConnectorError>> {
  const { http, app } = call;
  const answer = await http.send({
    method: "POST",
    url: `${serverOf(servers, "oauth", app.endpoints)}/token`,
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
