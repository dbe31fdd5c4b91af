import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { announcer } from "../../meta/announce.ts";
import { dialogApp } from "../../meta/dialog.ts";
import { graphApp } from "../../meta/graph-app.ts";
import { usageMeter } from "../../meta/usage.ts";
import type { SandboxApp, SandboxPlatform } from "../../platform.ts";
import { audienceApp } from "./audience.ts";
import { controlApp } from "./control.ts";
import { edges } from "./graph-routes.ts";
import { seedHistory } from "./seed.ts";
import { consentTexts } from "./texts.ts";
import { openWorld } from "./world.ts";

/** Instagram, played: `/instagram/graph` is the Graph API, `/instagram` the dialog, the profile and its posts. */
export const instagram: SandboxPlatform = {
  slug: "instagram",
  play: ({ store, outbox, clock, app, mediaDir, url, callbackUrl, faults, seed }) => {
    const own = join(mediaDir, "instagram");
    mkdirSync(own, { recursive: true });
    const world = openWorld({
      store,
      clock,
      app,
      mediaDir: own,
      url,
      announcer: (settings) =>
        announcer({ store, outbox, app, callbackUrl, platform: "instagram", object: "instagram", settings }),
    });
    if (seed) seedHistory(world);
    const count = usageMeter({
      clock,
      windows: world.usage,
      type: "instagram",
      code: 80002,
      callsPerHour: () => world.currentSettings().callsPerHour,
    });
    const choices = () => world.accounts.list().map(({ pageId, username }) => ({ id: pageId, name: `@${username}` }));
    const routes: SandboxApp = new Hono();
    routes.use("/instagram/graph/*", faults.middleware("instagram"));
    routes.route("/instagram/graph", graphApp(world, edges, count));
    routes.route("/sandbox/instagram", controlApp(world, outbox));
    routes.use(
      "/instagram/media/*",
      serveStatic({ root: own, rewriteRequestPath: (path) => path.slice("/instagram/media".length) }),
    );
    routes.route("/instagram", dialogApp(world, { name: "Instagram", ...consentTexts, choices }));
    routes.route("/instagram", audienceApp(world));
    return {
      app: routes,
      endpoints: () => ({ graph: `${url()}/instagram/graph`, dialog: `${url()}/instagram` }),
      pages: () =>
        world.accounts.list().map(({ username }) => ({ name: `@${username}`, path: `/instagram/${username}` })),
    };
  },
};
