import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type ServerType, serve } from "@hono/node-server";
import { Hono } from "hono";
import { html } from "hono/html";
import * as v from "valibot";
import type { PlatformApp } from "#core/channels/connector.ts";
import { type Clock, systemClock } from "#core/kernel/clock.ts";
import { faultSchema, openFaults } from "./faults.ts";
import { languageOf } from "./look/language.ts";
import { page } from "./look/page.ts";
import { openOutbox } from "./outbox.ts";
import type { SandboxApp, SandboxPlatform } from "./platform.ts";
import { facebook } from "./platforms/facebook/index.ts";
import { googleAnalytics } from "./platforms/google-analytics/index.ts";
import { googleBusiness } from "./platforms/google-business/index.ts";
import { instagram } from "./platforms/instagram/index.ts";
import { openStore } from "./store.ts";

const platforms: readonly SandboxPlatform[] = [facebook, instagram, googleBusiness, googleAnalytics];

/** The platforms that the sandbox plays, by the names of their folders. */
export const playedPlatforms: readonly string[] = platforms.map(({ slug }) => slug);

export interface SandboxOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** Everything the sandbox remembers lives here and survives a killed process. */
  readonly dataDir: string;
  /** The app whose id, secrets and handshake word the platforms know. */
  readonly app: PlatformApp;
  /** Where a platform's webhooks are delivered. */
  readonly callbackUrl: (platform: string) => string;
  readonly clock?: Clock;
  /** Begin with a week of history on the demo page. */
  readonly seed?: boolean;
}

export interface Sandbox {
  /** Its origin; a browser finds the audience's pages there. */
  readonly url: string;
  /** Where the calls of each platform's connector go, by the names that the connector uses. */
  readonly endpoints: Readonly<Record<string, Readonly<Record<string, string>>>>;
  stop(): Promise<void>;
}

/**
 * Plays the platforms on their own wire formats, on this machine only. Rejects when the port is taken.
 * `GET /sandbox/faults`, `POST` and `DELETE` manage faults; `/sandbox/<platform>/...` is each platform's control API.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { dataDir, clock = systemClock } = options;
  const store = openStore(dataDir);
  const app: SandboxApp = new Hono();
  let url = "";
  const faults = openFaults(store);
  const outbox = openOutbox(store, clock);
  const played = platforms.map((platform) =>
    platform.play({
      store,
      outbox,
      clock,
      faults,
      app: options.app,
      mediaDir: join(dataDir, "media"),
      url: () => url,
      callbackUrl: () => options.callbackUrl(platform.slug),
      seed: options.seed ?? false,
    }),
  );
  for (const it of played) app.route("/", it.app);
  app.get("/sandbox/faults", (context) => context.json(faults.list()));
  app.post("/sandbox/faults", async (context) => {
    const fault = v.safeParse(faultSchema, await context.req.json());
    if (!fault.success) return context.json({ error: v.summarize(fault.issues) }, 400);
    faults.add(fault.output);
    return context.json(faults.list(), 201);
  });
  app.delete("/sandbox/faults", (context) => {
    faults.clear();
    return context.body(null, 204);
  });
  app.get("/", (context) => {
    const pages = played.flatMap((it) => it.pages());
    const list = pages.map((it) => html`<li><a href="${it.path}">${it.name}</a></li>`);
    const body = html`<main class="narrow"><h1>Sandbox</h1><ul class="card tight">${list}</ul></main>`;
    return context.html(page({ language: languageOf(context), title: "Sandbox", body }));
  });
  const server = await listen(app, options.port).catch((error: unknown) => {
    store.close();
    throw error;
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  outbox.start();
  const endpoints = Object.fromEntries(platforms.map(({ slug }, index) => [slug, played[index]?.endpoints() ?? {}]));
  return {
    url,
    endpoints,
    stop: async () => {
      await outbox.stop();
      await close(server);
      store.close();
    },
  };
}

function listen(app: SandboxApp, port: number): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port }, () => resolve(server));
    server.once("error", reject);
  });
}

function close(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ("closeAllConnections" in server) server.closeAllConnections();
  });
}
