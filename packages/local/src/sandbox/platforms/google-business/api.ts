import { Hono } from "hono";
import * as v from "valibot";
import { GoogleError, OAuthError } from "../../google/google-error.ts";
import { answerToken, needAccess } from "../../google/oauth.ts";
import type { SandboxApp } from "../../platform.ts";
import type { Location, Post, Review } from "./model.ts";
import { dailySeries } from "./performance.ts";
import { createPost, listPosts, postNode } from "./posts.ts";
import { certificates } from "./push.ts";
import { listReviews, putReply, reviewNode } from "./reviews.ts";
import { placeOf, type World } from "./world.ts";

const settingSchema = v.object({
  pubsubTopic: v.optional(v.string(), ""),
  notificationTypes: v.optional(v.array(v.string()), []),
});
const scope = "https://www.googleapis.com/auth/business.manage";
const place = "/business/v4/accounts/:account/locations/:location";

/** Google's APIs, each below the name by which the connector knows its server. */
export function apiApp(world: World): SandboxApp {
  const app: SandboxApp = new Hono();

  app.onError((error, context) => {
    if (error instanceof GoogleError) return context.json(error.toBody(), error.code);
    if (error instanceof OAuthError) {
      return context.json({ error: error.error, error_description: error.message }, error.code);
    }
    throw error;
  });

  app.post("/oauth/token", async (context) => context.json(await answerToken(world, context.req.raw)));
  app.get("/certificates/oauth2/v3/certs", async (context) => context.json(await certificates(world)));

  app.use("*", async (context, next) => {
    needAccess(world, context.req.header("authorization"), scope);
    await next();
  });

  app.get("/accounts/v1/accounts", (context) => {
    const accounts = new Map(world.locations.list().map(({ accountId, accountName }) => [accountId, accountName]));
    const list = [...accounts].map(([id, accountName]) => ({ name: `accounts/${id}`, accountName, type: "PERSONAL" }));
    return context.json({ accounts: list });
  });
  app.get("/information/v1/accounts/:account/locations", (context) => {
    if (!context.req.query("readMask"))
      throw new GoogleError("INVALID_ARGUMENT", "The read mask is required.", "read_mask");
    const here = world.locations.list(({ accountId }) => accountId === context.req.param("account"));
    const locations = here.map(({ id, title }) => ({
      name: `locations/${id}`,
      title,
      metadata: { mapsUri: `${world.url()}/google-business/locations/${id}` },
    }));
    return context.json({ locations });
  });
  app.patch("/notifications/v1/accounts/:account/notificationSetting", async (context) => {
    const id = context.req.param("account");
    const setting = v.parse(settingSchema, await context.req.json());
    world.notifications.put({ id, ...setting });
    return context.json({ name: `accounts/${id}/notificationSetting`, ...setting });
  });
  app.get("/performance/v1/locations/:call", (context) => {
    const [id = "", method] = context.req.param("call").split(":");
    if (!world.locations.get(id) || method !== "fetchMultiDailyMetricsTimeSeries") throw notFound();
    return context.json(dailySeries(world, id, new URL(context.req.url).searchParams));
  });

  app.post(`${place}/localPosts`, async (context) =>
    context.json(await createPost(world, located(context.req.param()), await context.req.json())),
  );
  app.get(`${place}/localPosts`, (context) => context.json(listPosts(world, located(context.req.param()))));
  app.get(`${place}/localPosts/:post`, (context) => {
    const location = located(context.req.param());
    return context.json(postNode(world, location, of(location, world.posts.get(context.req.param("post")))));
  });

  app.get(`${place}/reviews`, (context) =>
    context.json(listReviews(world, located(context.req.param()), context.req.query())),
  );
  app.get(`${place}/reviews/:review`, (context) => {
    const location = located(context.req.param());
    return context.json(reviewNode(location, of(location, world.reviews.get(context.req.param("review")))));
  });
  app.put(`${place}/reviews/:review/reply`, async (context) => {
    const review = of(located(context.req.param()), world.reviews.get(context.req.param("review")));
    const { comment } = await context.req.json<{ comment?: unknown }>();
    return context.json(putReply(world, review, comment));
  });
  app.delete(`${place}/reviews/:review/reply`, (context) => {
    const review = of(located(context.req.param()), world.reviews.get(context.req.param("review")));
    if (!review.reply) throw notFound();
    world.reviews.put({ ...review, reply: undefined });
    return context.json({});
  });

  app.all("*", () => {
    throw notFound();
  });
  return app;

  function located(params: { account: string; location: string }): Location {
    const location = world.locations.get(params.location);
    if (!location || placeOf(location) !== `accounts/${params.account}/locations/${params.location}`) throw notFound();
    return location;
  }
}

/** Something of this location, or Google's word that there is no such thing. */
function of<Thing extends Post | Review>(location: Location, thing: Thing | undefined): Thing {
  if (thing?.locationId !== location.id) throw notFound();
  return thing;
}

const notFound = () => new GoogleError("NOT_FOUND", "Requested entity was not found.");
