import { Hono } from "hono";
import { consentApp } from "../../google/consent.ts";
import type { SandboxApp, SandboxPlatform } from "../../platform.ts";
import { apiApp } from "./api.ts";
import { controlApp } from "./control.ts";
import { consentTexts } from "./texts.ts";
import { openWorld } from "./world.ts";

const slug = "google-analytics";
const servers = ["oauth", "admin", "data"] as const;

/** Google Analytics, played: `/google-analytics/api` has Google's servers, `/google-analytics` the consent. */
export const googleAnalytics: SandboxPlatform = {
  slug,
  play: ({ store, clock, app, url, faults }) => {
    const world = openWorld({ store, clock, app });
    const routes: SandboxApp = new Hono();
    routes.use(`/${slug}/api/*`, faults.middleware(slug));
    routes.route(`/${slug}/api`, apiApp(world));
    routes.route(`/sandbox/${slug}`, controlApp(world));
    routes.route(`/${slug}`, consentApp(world, consentTexts));
    return {
      app: routes,
      endpoints: () => ({
        consent: `${url()}/${slug}`,
        ...Object.fromEntries(servers.map((server) => [server, `${url()}/${slug}/api/${server}`])),
      }),
      // Nobody acts on a site's analytics: they count.
      pages: () => [],
    };
  },
};
