import { createHmac } from "node:crypto";
import type * as v from "valibot";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { AppCall, PlatformApp } from "../connector.ts";
import type { ConnectorError } from "../errors.ts";
import { type CallGraph, defaultEndpoints, type GraphCaller } from "./graph.ts";
import { graphVersion, listOf, tokenSchema } from "./wire.ts";

/** More pages than any person manages; it bounds the walk through `/me/accounts`. */
const maxAccountPages = 20;

/** The dialog on which a person consents to `scopes`. Source: "Facebook Login: Manually build a login flow". */
export function consentUrl(
  app: PlatformApp,
  scopes: readonly string[],
  { redirectUri, state }: { redirectUri: string; state: string },
): string {
  const url = new URL(`${app.endpoints?.dialog ?? defaultEndpoints.dialog}/${graphVersion}/dialog/oauth`);
  url.search = new URLSearchParams({
    client_id: app.appId,
    redirect_uri: redirectUri,
    state,
    response_type: "code",
    scope: scopes.join(","),
  }).toString();
  return url.href;
}

/**
 * Code → short user token → long user token (60 days); the page tokens that it gives do not expire by themselves.
 * Source: "Facebook Login: Access tokens, Long-lived page access tokens".
 */
export async function longUserToken(
  callGraph: CallGraph,
  call: AppCall,
  { code, redirectUri }: { code: string; redirectUri: string },
): Promise<Result<UserToken, ConnectorError>> {
  const short = await token(callGraph, call, { redirect_uri: redirectUri, code });
  if (!short.ok) return short;
  return token(callGraph, call, { grant_type: "fb_exchange_token", fb_exchange_token: short.value.token });
}

/** A person's token; when it ends, epoch ms, where it does. */
interface UserToken {
  readonly token: string;
  readonly expiresAt?: number | undefined;
}

/** Exchanges a grant for a user token. By POST, so that neither the secret nor the code stands in an address. */
async function token(
  callGraph: CallGraph,
  call: AppCall,
  grant: Record<string, string>,
): Promise<Result<UserToken, ConnectorError>> {
  const form = { client_id: call.app.appId, client_secret: call.app.appSecrets[0], ...grant };
  const answer = await callGraph(asCaller(call), { method: "POST", path: "oauth/access_token", form }, tokenSchema);
  if (!answer.ok) return err(answer.error.cause);
  const { access_token, expires_in } = answer.value;
  return ok({ token: access_token, ...(expires_in && { expiresAt: call.nowMs + expires_in * 1000 }) });
}

/** Every page of the person, with the `fields` asked for. */
export async function listAccounts<const Account extends v.GenericSchema>(
  callGraph: CallGraph,
  call: AppCall,
  userToken: string,
  fields: string,
  account: Account,
): Promise<Result<readonly v.InferOutput<Account>[], ConnectorError>> {
  const accounts: v.InferOutput<Account>[] = [];
  const proof = { appsecret_proof: proofOf(call.app, userToken) };
  const caller = { ...asCaller(call), accessToken: userToken };
  let after: Record<string, string> = {};
  for (let page = 0; page < maxAccountPages; page += 1) {
    const query = { fields, limit: "100", ...proof, ...after };
    const answer = await callGraph(caller, { method: "GET", path: "me/accounts", query }, listOf(account));
    if (!answer.ok) return err(answer.error.cause);
    accounts.push(...answer.value.data);
    const cursor = answer.value.paging?.next && answer.value.paging.cursors?.after;
    if (!cursor) break;
    after = { after: cursor };
  }
  return ok(accounts);
}

/** `appsecret_proof`: shows that the caller of a user token is the app's own server. Source: "Securing Graph API Requests". */
export const proofOf = (app: PlatformApp, token: string): string =>
  createHmac("sha256", app.appSecrets[0]).update(token).digest("hex");

const asCaller = (call: AppCall): GraphCaller => ({
  http: call.http,
  endpoints: call.app.endpoints,
  nowMs: call.nowMs,
});
