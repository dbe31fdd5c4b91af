import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import { type SignInDeps, whoIs } from "#core/access/index.ts";
import { forbidden, unauthenticated } from "#core/kernel/failure.ts";
import type { ApiEnv } from "./context.ts";
import { refuse } from "./errors.ts";

const cookieName = "dopys_session";

/** The cookie is bound to the host and to https wherever the product is served by https. */
const cookieOptions = (publicUrl: string) => {
  const secure = publicUrl.startsWith("https:");
  return { path: "/", httpOnly: true, sameSite: "Lax", secure, ...(secure && { prefix: "host" as const }) } as const;
};

/** Leaves the session with the browser. `expiresAt` is epoch ms. */
export function giveSession(c: Context, publicUrl: string, token: string, maxAgeMs: number): void {
  setCookie(c, cookieName, token, { ...cookieOptions(publicUrl), maxAge: Math.floor(maxAgeMs / 1000) });
}

/** Takes the session from the browser. */
export const dropSession = (c: Context, publicUrl: string): void => {
  deleteCookie(c, cookieName, cookieOptions(publicUrl));
};

/** The session token that the browser carries. */
export const sessionToken = (c: Context, publicUrl: string): string | undefined =>
  publicUrl.startsWith("https:") ? getCookie(c, cookieName, "host") : getCookie(c, cookieName);

/** What it takes to know who is asking. */
export type SessionDeps = Pick<SignInDeps, "sessions" | "members" | "workspaces" | "clock"> & {
  readonly publicUrl: string;
};

/** Lets only signed-in members pass, and makes their workspace the one that everything behind it works in. */
export const signedIn = (deps: SessionDeps) =>
  createMiddleware<ApiEnv>(async (c, next) => {
    const token = sessionToken(c, deps.publicUrl);
    const found = token ? await whoIs(deps, token) : null;
    if (!found) return refuse(c, unauthenticated("unauthenticated"));
    c.set("actor", found.actor);
    c.set("member", found.member);
    c.set("workspace", found.workspace);
    c.set("language", found.member.language);
    return next();
  });

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses changes asked for by other sites: a change needs the header `x-dopys-request`, which no form can send and
 * which other origins may not without a CORS grant that nobody gets; and the browser's own word on the origin.
 */
export const sameSiteOnly = createMiddleware<ApiEnv>(async (c, next) => {
  const site = c.req.header("sec-fetch-site");
  const foreign = site !== undefined && site !== "same-origin" && site !== "none";
  const asked = c.req.header("x-dopys-request") !== undefined;
  if (!safeMethods.has(c.req.method) && (foreign || !asked)) return refuse(c, forbidden("cross-site-request"));
  return next();
});
