import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { secureHeaders } from "hono/secure-headers";
import { openAPIRouteHandler } from "hono-openapi";
import { internal, invalid, notFound } from "#core/kernel/failure.ts";
import type { ApiEnv } from "./context.ts";
import type { ApiDeps } from "./deps.ts";
import { refuse } from "./errors.ts";
import { negotiateLanguage } from "./language.ts";
import { limitBody } from "./limits.ts";
import { accessRoutes } from "./routes/access.ts";
import { alertRoutes } from "./routes/alerts.ts";
import { budgetRoutes } from "./routes/budget.ts";
import { budgetTableRoutes } from "./routes/budget-tables.ts";
import { calendarRoutes } from "./routes/calendar.ts";
import { campaignRoutes } from "./routes/campaigns.ts";
import { caseRoutes } from "./routes/cases.ts";
import { channelRoutes } from "./routes/channels.ts";
import { competitorRoutes } from "./routes/competitors.ts";
import { evergreenRoutes } from "./routes/evergreen.ts";
import { experimentRoutes } from "./routes/experiments.ts";
import { exportRoutes } from "./routes/exports.ts";
import { goalRoutes } from "./routes/goals.ts";
import { importRoutes } from "./routes/imports.ts";
import { inboxRoutes } from "./routes/inbox.ts";
import { inboxTeamRoutes } from "./routes/inbox-team.ts";
import { kpiRoutes } from "./routes/kpis.ts";
import { leadFormRoutes } from "./routes/lead-forms.ts";
import { leadTableRoutes } from "./routes/lead-tables.ts";
import { leadRoutes } from "./routes/leads.ts";
import { linkRoutes } from "./routes/links.ts";
import { mediaRoutes } from "./routes/media.ts";
import { postRoutes } from "./routes/posts.ts";
import { rateRoutes } from "./routes/rates.ts";
import { recommendationRoutes } from "./routes/recommendations.ts";
import { reportRoutes } from "./routes/reports.ts";
import { responseTargetRoutes } from "./routes/response-targets.ts";
import { returnRoutes } from "./routes/returns.ts";
import { reviewAnswerRoutes } from "./routes/review-answers.ts";
import { reviewLinkRoutes } from "./routes/review-links.ts";
import { reviewRequestRoutes } from "./routes/review-requests.ts";
import { reviewTableRoutes } from "./routes/review-tables.ts";
import { reviewRoutes } from "./routes/reviews.ts";
import { ruleRoutes } from "./routes/rules.ts";
import { savedReplyRoutes } from "./routes/saved-replies.ts";
import { seriesRoutes } from "./routes/series.ts";
import { sourceRoutes } from "./routes/sources.ts";
import { taskRoutes } from "./routes/tasks.ts";
import { todayRoutes } from "./routes/today.ts";
import { visitRoutes } from "./routes/visits.ts";
import { sameSiteOnly, signedIn } from "./session.ts";

/** What only members of a workspace may ask for; getting in is in the other routes. */
const membersOnly = [
  "me",
  "members",
  "platforms",
  "channels",
  "media",
  "posts",
  "campaigns",
  "suggestions",
  "link-settings",
  "publications",
  "calendar",
  "imports",
  "exports",
  "sources",
  "series",
  "inbox",
  "response-targets",
  "saved-replies",
  "corrections",
  "rules",
  "reviews",
  "review-requests",
  "cases",
  "leads",
  "lead-forms",
  "kpis",
  "goals",
  "budget",
  "exchange-rates",
  "returns",
  "visits",
  "ad-accounts",
  "competitors",
  "recommendations",
  "tasks",
  "experiments",
  "reports",
  "alerts",
  "today",
];

const isOddPath = (path: string): boolean => path.length > 512 || /%(?![2-7][0-9a-f])|[^\x21-\x7e]/i.test(path);

/** The API: every route, behind what holds for all of them. `deps.onTrouble` is told of what nobody expected. */
export function createApi(deps: ApiDeps) {
  // Also for a path that climbs out of the API when it is resolved, as `/api/%2e%2e/x` does.
  const everywhere = new Hono<ApiEnv>().use(
    negotiateLanguage,
    secureHeaders({ crossOriginResourcePolicy: "same-origin" }),
  );
  const app = everywhere.basePath("/api");
  app.use(limitBody, sameSiteOnly);
  app.use(async (c, next) => {
    await next();
    c.header("cache-control", "no-store");
  });
  // No id of ours is so long or holds such characters; the table's keys would not take them.
  app.use(async (c, next) => (isOddPath(c.req.path) ? refuse(c, notFound()) : next()));
  for (const area of membersOnly) app.use(`/${area}/*`, signedIn(deps));
  app.notFound((c) => refuse(c, notFound()));
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status === 400) return refuse(c, invalid("malformed-body"));
    deps.onTrouble(error);
    return refuse(c, internal("internal-error"));
  });
  const routes = app
    .route("/", accessRoutes(deps))
    .route("/", channelRoutes(deps))
    .route("/", mediaRoutes(deps))
    .route("/", postRoutes(deps))
    .route("/", reviewLinkRoutes(deps))
    .route("/", campaignRoutes(deps))
    .route("/", linkRoutes(deps))
    .route("/", calendarRoutes(deps))
    .route("/", importRoutes(deps))
    .route("/", exportRoutes(deps))
    .route("/", sourceRoutes(deps))
    .route("/", seriesRoutes(deps))
    .route("/", evergreenRoutes(deps))
    .route("/", inboxRoutes(deps))
    .route("/", inboxTeamRoutes(deps))
    .route("/", savedReplyRoutes(deps))
    .route("/", responseTargetRoutes(deps))
    .route("/", ruleRoutes(deps))
    .route("/", reviewTableRoutes(deps))
    .route("/", reviewAnswerRoutes(deps))
    .route("/", reviewRoutes(deps))
    .route("/", reviewRequestRoutes(deps))
    .route("/", caseRoutes(deps))
    .route("/", leadTableRoutes(deps))
    .route("/", leadRoutes(deps))
    .route("/", leadFormRoutes(deps))
    .route("/", kpiRoutes(deps))
    .route("/", goalRoutes(deps))
    .route("/", budgetTableRoutes(deps))
    .route("/", budgetRoutes(deps))
    .route("/", rateRoutes(deps))
    .route("/", returnRoutes(deps))
    .route("/", competitorRoutes(deps))
    .route("/", visitRoutes(deps))
    .route("/", recommendationRoutes(deps))
    .route("/", taskRoutes(deps))
    .route("/", experimentRoutes(deps))
    .route("/", reportRoutes(deps))
    .route("/", alertRoutes(deps))
    .route("/", todayRoutes(deps));
  app.get(
    "/openapi.json",
    openAPIRouteHandler(routes, { documentation: { info: { title: "Dopys API", version: "1" } } }),
  );
  return routes;
}

/** The API's type, from which the dashboard's client is made. */
export type Api = ReturnType<typeof createApi>;
