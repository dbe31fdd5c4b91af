import { randomBytes } from "node:crypto";
import { GoogleError, OAuthError } from "./google-error.ts";
import type { GrantWorld, Token } from "./grants.ts";

const codeLifeMs = 10 * 60_000;
const secret = (prefix: string) => `${prefix}${randomBytes(24).toString("base64url")}`;

/** The code that consent gives: for one redirect address, once, for ten minutes. */
export function issueCode(world: GrantWorld, redirectUri: string, scope: string): Token {
  const grant = world.grants.put({ id: secret("1//0s"), revoked: false, scope });
  const expiresAt = world.clock.nowMs() + codeLifeMs;
  return world.tokens.put({ id: secret("4/0A"), kind: "code", grantId: grant.id, expiresAt, redirectUri });
}

/** `POST /token`: a code or a refresh token for an access token. Only a code gives a refresh token. */
function exchange(world: GrantWorld, form: Readonly<Record<string, string>>): object {
  if (form.client_id !== world.app.appId || !world.app.appSecrets.includes(form.client_secret ?? "")) {
    throw new OAuthError("invalid_client", "The OAuth client was not found.", 401);
  }
  if (form.grant_type === "authorization_code") return fromCode(world, form);
  if (form.grant_type !== "refresh_token") throw new OAuthError("unsupported_grant_type", "Invalid grant_type");
  const grant = world.grants.get(form.refresh_token ?? "");
  if (!grant || grant.revoked) throw new OAuthError("invalid_grant", "Token has been expired or revoked.");
  return accessToken(world, grant.id);
}

function fromCode(world: GrantWorld, form: Readonly<Record<string, string>>): object {
  const code = world.tokens.get(form.code ?? "");
  if (code?.kind !== "code" || code.expiresAt <= world.clock.nowMs())
    throw new OAuthError("invalid_grant", "Bad Request");
  if (code.redirectUri !== form.redirect_uri) throw new OAuthError("redirect_uri_mismatch", "Bad Request");
  world.tokens.remove(code.id);
  return { ...accessToken(world, code.grantId), refresh_token: code.grantId };
}

function accessToken(world: GrantWorld, grantId: string): object {
  const { accessTokenLifeS } = world.currentSettings();
  const expiresAt = world.clock.nowMs() + accessTokenLifeS * 1000;
  const token = world.tokens.put({ id: secret("ya29."), kind: "access", grantId, expiresAt });
  const scope = world.grants.get(grantId)?.scope ?? "";
  return { access_token: token.id, expires_in: accessTokenLifeS, scope, token_type: "Bearer" };
}

/** Refuses a call without a live access token that has the permission, in the form of the APIs. */
export function needAccess(world: GrantWorld, authorization: string | undefined, scope: string): void {
  const token = world.tokens.get(/^Bearer (\S+)$/.exec(authorization ?? "")?.[1] ?? "");
  const isLive = token?.kind === "access" && token.expiresAt > world.clock.nowMs();
  const grant = isLive ? world.grants.get(token.grantId) : undefined;
  if (grant?.revoked !== false) {
    throw new GoogleError("UNAUTHENTICATED", "Request had invalid authentication credentials.");
  }
  if (!grant.scope.split(" ").includes(scope)) {
    throw new GoogleError("PERMISSION_DENIED", "Request had insufficient authentication scopes.");
  }
}

/** `POST /token` of a request. */
export async function answerToken(world: GrantWorld, request: Request): Promise<object> {
  const form = await request.formData();
  return exchange(world, Object.fromEntries([...form.entries()].map(([name, value]) => [name, String(value)])));
}
