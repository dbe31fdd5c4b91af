import { Hono } from "hono";
import * as v from "valibot";
import { expireTokens, revokeAll } from "../../google/grants.ts";
import type { SandboxApp } from "../../platform.ts";
import { addReview, changeReview } from "./reviews.ts";
import { placeOf, type World } from "./world.ts";

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const settingsSchema = v.strictObject({
  accessTokenLifeS: v.optional(whole),
  examinationMs: v.optional(whole),
  rejectPosts: v.optional(v.boolean()),
  losePushes: v.optional(v.boolean()),
  pushCopies: v.optional(whole),
  pushSpelling: v.optional(v.picklist(["v1", "v4"])),
  figuresLagDays: v.optional(whole),
});
const stars = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5));
const reviewSchema = v.strictObject({
  stars,
  comment: v.optional(v.string(), ""),
  person: v.optional(v.string()),
  at: v.optional(whole),
});
const changeSchema = v.strictObject({ stars, comment: v.optional(v.string(), "") });

/** The control API for tests and the demo, under `/sandbox/google-business`. */
export function controlApp(world: World): SandboxApp {
  const app: SandboxApp = new Hono();

  app.onError((error, context) => {
    if (error instanceof v.ValiError) return context.json({ error: v.summarize(error.issues) }, 400);
    throw error;
  });

  app.get("/locations/:location", (context) => {
    const location = world.locations.get(context.req.param("location"));
    if (!location) return context.notFound();
    const here = (it: { locationId: string }) => it.locationId === location.id;
    return context.json({ ...location, posts: world.posts.list(here), reviews: world.reviews.list(here) });
  });

  app.post("/locations/:location/review", async (context) => {
    const location = world.locations.get(context.req.param("location"));
    if (!location) return context.notFound();
    const { person, ...said } = v.parse(reviewSchema, await context.req.json());
    const review = addReview(world, location, { ...said, person: person ?? "", isAnonymous: person === undefined });
    return context.json({ id: review.id, name: `${placeOf(location)}/reviews/${review.id}` }, 201);
  });

  app.patch("/reviews/:review", async (context) => {
    const review = world.reviews.get(context.req.param("review"));
    if (!review) return context.notFound();
    return context.json(changeReview(world, review, v.parse(changeSchema, await context.req.json())));
  });
  app.delete("/reviews/:review", (context) => {
    world.reviews.remove(context.req.param("review"));
    return context.body(null, 204);
  });

  app.get("/settings", (context) => context.json(world.currentSettings()));
  app.put("/settings", async (context) => {
    const asked = v.parse(settingsSchema, await context.req.json());
    return context.json(world.settings.put({ ...world.currentSettings(), ...asked, id: "settings" }));
  });
  app.get("/deliveries", (context) => context.json(world.outbox.list("google-business")));

  app.post("/revoke", (context) => {
    revokeAll(world);
    return context.body(null, 204);
  });
  app.post("/tokens/expire", (context) => context.json({ expired: expireTokens(world) }));

  return app;
}
