import { Hono } from "hono";
import * as v from "valibot";
import { GraphError } from "../../meta/graph-error.ts";
import { pageToken } from "../../meta/tokens.ts";
import type { Outbox } from "../../outbox.ts";
import type { SandboxApp } from "../../platform.ts";
import { perform } from "./acts.ts";
import type { World } from "./world.ts";

const duration = v.pipe(v.number(), v.minValue(0));
const positive = v.pipe(v.number(), v.integer(), v.minValue(1));
const settingsSchema = v.strictObject({
  imageProcessingMs: v.optional(duration),
  videoProcessingMs: v.optional(duration),
  failProcessing: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  quotaTotal: v.optional(positive),
  callsPerHour: v.optional(positive),
  insightsLagMs: v.optional(duration),
  held: v.optional(v.boolean()),
  delayMs: v.optional(duration),
  copies: v.optional(positive),
});
const tokenSchema = v.strictObject({ pageId: v.string(), scopes: v.array(v.string()) });

/** The control API for tests and the demo, under `/sandbox/instagram`. */
export function controlApp(world: World, outbox: Outbox): SandboxApp {
  const app: SandboxApp = new Hono();

  app.onError((error, context) => {
    if (error instanceof v.ValiError) return context.json({ error: v.summarize(error.issues) }, 400);
    if (error instanceof GraphError) return context.json({ error: error.message }, 400);
    throw error;
  });

  app.get("/accounts/:account", (context) => {
    const account = world.accounts.get(context.req.param("account"));
    if (!account) return context.notFound();
    const here = (it: { accountId: string }) => it.accountId === account.id;
    const media = world.media.list(here);
    return context.json({
      ...account,
      media,
      containers: world.containers.list(here),
      comments: world.comments.list((it) => media.some(({ id }) => id === it.mediaId)),
      messages: world.messages.list(here),
    });
  });

  /** A person takes their comment back. Instagram tells nobody. */
  app.delete("/comments/:id", (context) => {
    const comment = world.comments.get(context.req.param("id"));
    if (!comment) return context.notFound();
    world.comments.put({ ...comment, removed: true });
    return context.body(null, 204);
  });

  app.get("/settings", (context) => context.json(world.currentSettings()));
  app.put("/settings", async (context) => {
    const asked = v.parse(settingsSchema, await context.req.json());
    return context.json(world.settings.put({ ...world.currentSettings(), ...asked, id: "settings" }));
  });

  app.post("/tokens", async (context) => {
    const { pageId, scopes } = v.parse(tokenSchema, await context.req.json());
    return context.json({ accessToken: pageToken(world, pageId, { kind: "user-long", scopes }).id }, 201);
  });

  /** Kills every token of the account, as when a person removes the app (458) or changes the password (460). */
  app.post("/accounts/:account/tokens/revoke", async (context) => {
    const { subcode } = v.parse(v.object({ subcode: v.optional(v.number(), 458) }), await context.req.json());
    const account = world.accounts.get(context.req.param("account"));
    if (!account) return context.notFound();
    const tokens = world.tokens.list((it) => it.pageIds.includes(account.pageId));
    for (const token of tokens) world.tokens.put({ ...token, deadBecause: subcode });
    return context.json({ revoked: tokens.length });
  });

  app.get("/deliveries", (context) =>
    context.json({ held: world.announcer.held(), deliveries: outbox.list("instagram") }),
  );
  app.post("/deliveries/release", (context) => context.json({ deliveries: world.announcer.release({}) }));

  app.post("/accounts/:account/:act", async (context) => {
    const account = world.accounts.get(context.req.param("account"));
    const done = account && perform(world, account, context.req.param("act"), await context.req.json());
    return done ? context.json(done, 201) : context.notFound();
  });

  return app;
}
