import { Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { openAPIRouteHandler } from "hono-openapi";
import { internal, invalid, notFound } from "#core/kernel/failure.ts";
import type { ApiEnv } from "./context.ts";
import type { ApiDeps } from "./deps.ts";
import { refuse } from "./errors.ts";
import { negotiateLanguage } from "./language.ts";
import { limitBody } from "./limits.ts";
import { accessRoutes } from "./routes/access.ts";
import { channelRoutes } from "./routes/channels.ts";
import { sameSiteOnly } from "./session.ts";

/** The API: every route, behind what holds for all of them. `report` is told of what nobody expected. */
export function createApi(deps: ApiDeps, report: (error: unknown) => void) {
  const app = new Hono<ApiEnv>().basePath("/api");
  app.use(negotiateLanguage, secureHeaders({ crossOriginResourcePolicy: "same-origin" }), limitBody, sameSiteOnly);
  app.use(async (c, next) => {
    await next();
    c.header("cache-control", "no-store");
  });
  app.notFound((c) => refuse(c, notFound()));
  app.onError((error, c) => {
    if (error.message.startsWith("Malformed JSON")) return refuse(c, invalid("malformed-body"));
    report(error);
    return refuse(c, internal("internal-error"));
  });
  const routes = app.route("/", accessRoutes(deps)).route("/", channelRoutes(deps));
  app.get(
    "/openapi.json",
    openAPIRouteHandler(routes, { documentation: { info: { title: "Dopys API", version: "1" } } }),
  );
  return routes;
}

/** The API's type, from which the dashboard's client is made. */
export type Api = ReturnType<typeof createApi>;
