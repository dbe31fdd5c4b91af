import { randomBytes } from "node:crypto";
import { GoogleError, OAuthError } from "./google-error.ts";
import type { Token } from "./model.ts";
import type { World } from "./world.ts";

const codeLifeMs = 10 * 60_000;
const secret = (prefix: string) => `${prefix}${randomBytes(24).toString("base64url")}`;

/** The code that consent gives: for one redirect address, once, for ten minutes. */
export function issueCode(world: World, redirectUri: string): Token {
  const grant = world.grants.put({ id: secret("1//0s"), revoked: false });
  const expiresAt = world.clock.nowMs() + codeLifeMs;
  return world.tokens.put({ id: secret("4/0A"), kind: "code", grantId: grant.id, expiresAt, redirectUri });
}

/** `POST /token`: a code or a refresh token for an access token. Only a code gives a refresh token. */
export function exchange(world: World, form: Readonly<Record<string, string>>): object {
  if (form.client_id !== world.app.appId || !world.app.appSecrets.includes(form.client_secret ?? "")) {
    throw new OAuthError("invalid_client", "The OAuth client was not found.", 401);
  }
  if (form.grant_type === "authorization_code") return fromCode(world, form);
  if (form.grant_type !== "refresh_token") throw new OAuthError("unsupported_grant_type", "Invalid grant_type");
  const grant = world.grants.get(form.refresh_token ?? "");
  if (!grant || grant.revoked) throw new OAuthError("invalid_grant", "Token has been expired or revoked.");
  return accessToken(world, grant.id);
}

function fromCode(world: World, form: Readonly<Record<string, string>>): object {
  const code = world.tokens.get(form.code ?? "");
  if (code?.kind !== "code" || code.expiresAt <= world.clock.nowMs())
    throw new OAuthError("invalid_grant", "Bad Request");
  if (code.redirectUri !== form.redirect_uri) throw new OAuthError("redirect_uri_mismatch", "Bad Request");
  world.tokens.remove(code.id);
  return { ...accessToken(world, code.grantId), refresh_token: code.grantId };
}

function accessToken(world: World, grantId: string): object {
  const { accessTokenLifeS } = world.currentSettings();
  const expiresAt = world.clock.nowMs() + accessTokenLifeS * 1000;
  const token = world.tokens.put({ id: secret("ya29."), kind: "access", grantId, expiresAt });
  const scope = "https://www.googleapis.com/auth/business.manage";
  return { access_token: token.id, expires_in: accessTokenLifeS, scope, token_type: "Bearer" };
}

/** Refuses a call without a live access token, in the form of the APIs. */
export function needAccess(world: World, authorization: string | undefined): void {
  const token = world.tokens.get(/^Bearer (\S+)$/.exec(authorization ?? "")?.[1] ?? "");
  const isLive = token?.kind === "access" && token.expiresAt > world.clock.nowMs();
  if (!isLive || world.grants.get(token.grantId)?.revoked !== false) {
    throw new GoogleError("UNAUTHENTICATED", "Request had invalid authentication credentials.");
  }
}
