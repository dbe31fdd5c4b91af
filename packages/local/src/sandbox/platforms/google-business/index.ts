import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { consentApp } from "../../google/consent.ts";
import type { SandboxApp, SandboxPlatform } from "../../platform.ts";
import { apiApp } from "./api.ts";
import { audienceApp } from "./audience.ts";
import { controlApp } from "./control.ts";
import { pushHeaders } from "./push.ts";
import { seedHistory } from "./seed.ts";
import { consentTexts } from "./texts.ts";
import { openWorld } from "./world.ts";

const slug = "google-business";
const servers = [
  "oauth",
  "accounts",
  "information",
  "business",
  "performance",
  "notifications",
  "certificates",
] as const;

/** Google Business Profile, played: `/google-business/api` has Google's servers, `/google-business` consent and the map. */
export const googleBusiness: SandboxPlatform = {
  slug,
  play: ({ store, clock, app, outbox, callbackUrl, mediaDir, url, faults, seed }) => {
    const own = join(mediaDir, slug);
    mkdirSync(own, { recursive: true });
    const world = openWorld({ store, clock, app, outbox, callbackUrl, mediaDir: own, url });
    outbox.authorize(slug, () => pushHeaders(world));
    if (seed) seedHistory(world);
    const routes: SandboxApp = new Hono();
    routes.use(`/${slug}/api/*`, faults.middleware(slug));
    routes.route(`/${slug}/api`, apiApp(world));
    routes.route(`/sandbox/${slug}`, controlApp(world));
    routes.use(
      `/${slug}/media/*`,
      serveStatic({ root: own, rewriteRequestPath: (path) => path.slice(`/${slug}/media`.length) }),
    );
    routes.route(`/${slug}`, consentApp(world, consentTexts));
    routes.route(`/${slug}`, audienceApp(world));
    return {
      app: routes,
      endpoints: () => ({
        consent: `${url()}/${slug}`,
        ...Object.fromEntries(servers.map((server) => [server, `${url()}/${slug}/api/${server}`])),
      }),
      pages: () =>
        world.locations
          .list()
          .map(({ id, title }) => ({ name: `${title} (Google)`, path: `/${slug}/locations/${id}` })),
    };
  },
};
