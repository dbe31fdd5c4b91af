import { Hono } from "hono";
import * as v from "valibot";
import { expireTokens, revokeAll } from "../../google/grants.ts";
import type { SandboxApp } from "../../platform.ts";
import type { World } from "./world.ts";

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const settingsSchema = v.strictObject({
  accessTokenLifeS: v.optional(whole),
  tokensPerHour: v.optional(whole),
  tokensPerDay: v.optional(whole),
  thresholding: v.optional(v.boolean()),
  sampling: v.optional(v.boolean()),
  quiet: v.optional(v.boolean()),
});
const visitsSchema = v.strictObject({
  day: v.pipe(v.string(), v.isoDate()),
  source: v.string(),
  medium: v.string(),
  campaign: v.optional(v.string(), "(not set)"),
  content: v.optional(v.string(), "(not set)"),
  group: v.optional(v.string(), "Organic Social"),
  sessions: whole,
});

/** The control API for tests and the demo, under `/sandbox/google-analytics`. */
export function controlApp(world: World): SandboxApp {
  const app: SandboxApp = new Hono();

  app.onError((error, context) => {
    if (error instanceof v.ValiError) return context.json({ error: v.summarize(error.issues) }, 400);
    throw error;
  });

  app.get("/properties", (context) => context.json(world.properties.list()));
  app.post("/properties/:property/visits", async (context) => {
    const property = world.properties.get(context.req.param("property"));
    if (!property) return context.notFound();
    const visits = v.parse(visitsSchema, await context.req.json());
    return context.json(world.added.put({ ...visits, id: world.next(), propertyId: property.id }), 201);
  });

  app.get("/settings", (context) => context.json(world.currentSettings()));
  app.put("/settings", async (context) => {
    const asked = v.parse(settingsSchema, await context.req.json());
    return context.json(world.settings.put({ ...world.currentSettings(), ...asked, id: "settings" }));
  });

  app.post("/revoke", (context) => {
    revokeAll(world);
    return context.body(null, 204);
  });
  app.post("/tokens/expire", (context) => context.json({ expired: expireTokens(world) }));

  return app;
}
