import { createHmac, randomBytes } from "node:crypto";
import type { PlatformApp } from "#core/channels/connector.ts";
import type { Clock } from "#core/kernel/clock.ts";
import type { Collection } from "../store.ts";
import { GraphError } from "./graph-error.ts";

export interface Token {
  readonly id: string;
  readonly kind: "code" | "user-short" | "user-long" | "page";
  readonly scopes: readonly string[];
  /** The pages it covers; a page token covers one. */
  readonly pageIds: readonly string[];
  readonly expiresAt?: number | undefined;
  /** Why it is dead before its time: a subcode of error 190. */
  readonly deadBecause?: number | undefined;
  /** Of a code: where it was sent. */
  readonly redirectUri?: string | undefined;
}

/** What tokens need of the platform that gives them. */
export interface TokenWorld {
  readonly clock: Clock;
  readonly app: PlatformApp;
  readonly tokens: Collection<Token>;
}

const hourMs = 3_600_000;
const codeLifeMs = 10 * 60_000;
const shortLifeMs = 2 * hourMs;
const longLifeMs = 60 * 24 * hourMs;

/** Makes a token that looks like Facebook's. */
export function issueToken(world: TokenWorld, token: Omit<Token, "id">): Token {
  return world.tokens.put({ ...token, id: `EAAB${randomBytes(30).toString("base64url").replace(/[-_]/g, "x")}` });
}

/** The code that consent gives: for one redirect address, once, for ten minutes. */
export const issueCode = (
  world: TokenWorld,
  consent: { redirectUri: string; scopes: string[]; pageIds: string[] },
): Token => issueToken(world, { kind: "code", ...consent, expiresAt: world.clock.nowMs() + codeLifeMs });

/** `GET|POST /oauth/access_token`. */
export function exchangeToken(
  world: TokenWorld,
  params: Record<string, string>,
): { access_token: string; expires_in: number } {
  if (params.client_id !== world.app.appId)
    throw new GraphError(101, "Error validating application. Invalid application ID.");
  if (!world.app.appSecrets.includes(params.client_secret ?? "")) {
    throw new GraphError(1, "Error validating client secret.", { subcode: 0 });
  }
  const long = params.grant_type === "fb_exchange_token";
  const given = long ? params.fb_exchange_token : params.code;
  const token = world.tokens.get(given ?? "");
  const now = world.clock.nowMs();
  const expected = long ? "user-short" : "code";
  if (!token || token.kind !== expected || (token.expiresAt ?? 0) <= now) {
    throw new GraphError(100, "This authorization code has been used or has expired.", { subcode: 36009 });
  }
  if (!long) {
    if (token.redirectUri !== params.redirect_uri) {
      throw new GraphError(100, "The redirect_uri is not identical to the one of the dialog.", { subcode: 36008 });
    }
    world.tokens.remove(token.id);
  }
  const life = long ? longLifeMs : shortLifeMs;
  const { scopes, pageIds } = token;
  const user = issueToken(world, { kind: long ? "user-long" : "user-short", scopes, pageIds, expiresAt: now + life });
  return { access_token: user.id, expires_in: life / 1000 };
}

/** The live token of a call; what Graph says of one that is missing, dead or expired. */
export function liveToken(world: TokenWorld, id: string | undefined, proof: string | undefined): Token {
  if (!id)
    throw new GraphError(2500, "An active access token must be used to query information about the current user.");
  const dead = (subcode: number, why: string) =>
    new GraphError(190, `Error validating access token: ${why}`, { subcode, status: 401 });
  const token = world.tokens.get(id);
  if (!token || token.kind === "code") throw dead(467, "The access token is invalid.");
  if (token.deadBecause) throw dead(token.deadBecause, "The session is no longer valid.");
  if ((token.expiresAt ?? Number.POSITIVE_INFINITY) <= world.clock.nowMs()) throw dead(463, "Session has expired.");
  const proofs = world.app.appSecrets.map((secret) => createHmac("sha256", secret).update(id).digest("hex"));
  if (proof !== undefined && !proofs.includes(proof)) {
    throw new GraphError(100, "Invalid appsecret_proof provided in the API argument");
  }
  return token;
}

/** A token for one page, with what its user consented to; does not expire by itself when made from a long token. */
export function pageToken(
  world: TokenWorld,
  pageId: string,
  from: Pick<Token, "kind" | "scopes" | "expiresAt">,
): Token {
  const lasting = from.kind !== "user-short";
  const known = world.tokens.list(
    (it) =>
      it.kind === "page" &&
      it.pageIds[0] === pageId &&
      !it.deadBecause &&
      it.expiresAt === undefined &&
      it.scopes.join() === from.scopes.join(),
  )[0];
  if (known && lasting) return known;
  return issueToken(world, {
    kind: "page",
    scopes: from.scopes,
    pageIds: [pageId],
    expiresAt: lasting ? undefined : from.expiresAt,
  });
}

/** `GET /debug_token`, with the app's own token `id|secret`. */
export function debugToken(world: TokenWorld, params: Record<string, string>, caller: string): { data: object } {
  const [appId, secret] = caller.split("|");
  if (appId !== world.app.appId || !world.app.appSecrets.includes(secret ?? "")) {
    throw new GraphError(190, "Error validating application.", { status: 401 });
  }
  const token = world.tokens.get(params.input_token ?? "");
  const expired = (token?.expiresAt ?? Number.POSITIVE_INFINITY) <= world.clock.nowMs();
  return {
    data: {
      app_id: appId,
      type: token?.kind === "page" ? "PAGE" : "USER",
      is_valid: token !== undefined && token.kind !== "code" && !token.deadBecause && !expired,
      expires_at: Math.floor((token?.expiresAt ?? 0) / 1000),
      data_access_expires_at: Math.floor((world.clock.nowMs() + 90 * 24 * hourMs) / 1000),
      scopes: token?.scopes ?? [],
    },
  };
}

/** Graph's refusal of a call whose token lacks a permission. */
export function needScope(token: Token, scope: string): void {
  if (!token.scopes.includes(scope)) {
    throw new GraphError(200, `Requires the ${scope} permission`, { status: 403 });
  }
}
