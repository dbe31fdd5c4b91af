import { Hono } from "hono";
import * as v from "valibot";
import { GraphError } from "../../meta/graph-error.ts";
import { issueToken, pageToken } from "../../meta/tokens.ts";
import type { Outbox } from "../../outbox.ts";
import type { SandboxApp } from "../../platform.ts";
import { perform } from "./acts.ts";
import * as conversations from "./conversations.ts";
import * as engagement from "./engagement.ts";
import { followersAt } from "./reach.ts";
import type { World } from "./world.ts";

const positive = v.pipe(v.number(), v.integer(), v.minValue(1));
const settingsSchema = v.strictObject({
  videoProcessingMs: v.optional(v.pipe(v.number(), v.minValue(0))),
  callsPerHour: v.optional(positive),
  publicAccess: v.optional(v.picklist(["content", "metadata", "none"])),
  insightsZone: v.optional(v.string()),
  held: v.optional(v.boolean()),
  loseRemovals: v.optional(v.boolean()),
  delayMs: v.optional(v.pipe(v.number(), v.minValue(0))),
  copies: v.optional(positive),
});
const releaseSchema = v.strictObject({
  order: v.optional(v.picklist(["as-happened", "reversed"])),
  batch: v.optional(v.pipe(positive, v.maxValue(1000))),
  copies: v.optional(positive),
});
const tokenSchema = v.strictObject({
  pageId: v.string(),
  scopes: v.array(v.string()),
  expiresAt: v.optional(v.number()),
});
const pageSchema = v.strictObject({ id: v.pipe(v.string(), v.regex(/^\d{6,20}$/)), name: v.string() });
const editSchema = v.object({ message: v.string() });

/** The control API for tests and the demo, under `/sandbox/facebook`. */
export function controlApp(world: World, outbox: Outbox): SandboxApp {
  const app: SandboxApp = new Hono();

  app.onError((error, context) => {
    if (error instanceof v.ValiError) return context.json({ error: v.summarize(error.issues) }, 400);
    if (error instanceof GraphError) return context.json({ error: error.message }, 400);
    throw error;
  });

  app.get("/pages", (context) => context.json(world.pages.list()));

  /** A page without posts or followers. */
  app.post("/pages", async (context) => {
    const { id, name } = v.parse(pageSchema, await context.req.json());
    const blank = { username: `page.${id}`, category: "", about: "", baseFollowers: 0, subscribedFields: [] };
    return context.json(world.pages.put({ id, name, ...blank }), 201);
  });

  app.get("/posts", (context) =>
    context.json(world.posts.list().map(({ id, pageId, message, createdAt }) => ({ id, pageId, message, createdAt }))),
  );

  app.get("/pages/:page", (context) => {
    const page = world.page(context.req.param("page"));
    if (!page) return context.notFound();
    const here = (it: { pageId: string }) => it.pageId === page.id;
    const posts = world.posts.list(here);
    return context.json({
      ...page,
      followers: followersAt(world, page, world.clock.nowMs()),
      posts: posts.map((post) => ({
        ...post,
        photos: post.photoIds.map((id) => world.photos.get(id)),
        reactions: world.reactions.list((it) => it.postId === post.id),
        shares: world.shares.list((it) => it.postId === post.id),
      })),
      comments: world.comments.list(here),
      recommendations: world.recommendations.list(here),
      messages: world.messages.list(here),
      leads: world.leads.list(here),
    });
  });

  app.post("/pages/:page/:act", async (context) => {
    const page = world.page(context.req.param("page"));
    const done = page && perform(world, page, context.req.param("act"), await context.req.json());
    return done ? context.json(done, 201) : context.notFound();
  });

  app.patch("/comments/:id", async (context) => {
    const comment = world.comments.get(context.req.param("id"));
    if (!comment) return context.notFound();
    return context.json(engagement.editComment(world, comment, v.parse(editSchema, await context.req.json()).message));
  });

  app.delete("/comments/:id", (context) => {
    const comment = world.comments.get(context.req.param("id"));
    if (!comment) return context.notFound();
    engagement.removeComment(world, comment);
    return context.body(null, 204);
  });

  app.patch("/messages/:id", async (context) => {
    const message = world.messages.get(context.req.param("id"));
    if (!message) return context.notFound();
    conversations.editMessage(world, message, v.parse(editSchema, await context.req.json()).message);
    return context.body(null, 204);
  });

  app.delete("/messages/:id", (context) => {
    const message = world.messages.get(context.req.param("id"));
    if (!message) return context.notFound();
    conversations.removeMessage(world, message);
    return context.body(null, 204);
  });

  app.delete("/recommendations/:id", (context) => {
    const recommendation = world.recommendations.get(context.req.param("id"));
    if (!recommendation) return context.notFound();
    conversations.removeRecommendation(world, recommendation);
    return context.body(null, 204);
  });

  app.get("/settings", (context) => context.json(world.currentSettings()));
  app.put("/settings", async (context) => {
    const asked = v.parse(settingsSchema, await context.req.json());
    return context.json(world.settings.put({ ...world.currentSettings(), ...asked, id: "settings" }));
  });

  app.get("/deliveries", (context) =>
    context.json({ held: world.announcer.held(), deliveries: outbox.list("facebook") }),
  );
  app.post("/deliveries/release", async (context) =>
    context.json({ deliveries: world.announcer.release(v.parse(releaseSchema, await context.req.json())) }),
  );

  app.post("/tokens", async (context) => {
    const { pageId, scopes, expiresAt } = v.parse(tokenSchema, await context.req.json());
    const kind = expiresAt === undefined ? "user-long" : "user-short";
    return context.json({ accessToken: pageToken(world, pageId, { kind, scopes, expiresAt }).id }, 201);
  });

  /** A token of the person themselves, with exactly these permissions. */
  app.post("/person-tokens", async (context) => {
    const { scopes } = v.parse(v.strictObject({ scopes: v.array(v.string()) }), await context.req.json());
    const token = issueToken(world, { kind: "user-long", scopes, pageIds: world.pages.list().map(({ id }) => id) });
    return context.json({ accessToken: token.id }, 201);
  });

  /** Kills every token of a page, as when a person removes the app (458) or changes the password (460). */
  app.post("/pages/:page/tokens/revoke", async (context) => {
    const { subcode } = v.parse(v.object({ subcode: v.optional(v.number(), 458) }), await context.req.json());
    const tokens = world.tokens.list((it) => it.pageIds.includes(context.req.param("page")));
    for (const token of tokens) world.tokens.put({ ...token, deadBecause: subcode });
    return context.json({ revoked: tokens.length });
  });

  return app;
}
