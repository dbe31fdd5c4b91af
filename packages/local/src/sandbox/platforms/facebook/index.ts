import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import type { SandboxApp, SandboxPlatform } from "../../platform.ts";
import { announcer } from "./announce.ts";
import { audienceApp } from "./audience.ts";
import { controlApp } from "./control.ts";
import { dialogApp } from "./dialog.ts";
import { graphApp } from "./graph-app.ts";
import { seedHistory } from "./seed.ts";
import { openWorld } from "./world.ts";

/** Facebook Pages, played: `/facebook/graph` is the Graph API, `/facebook` the dialog and the audience's pages. */
export const facebook: SandboxPlatform = {
  slug: "facebook",
  play: ({ store, outbox, clock, app, mediaDir, url, callbackUrl, faults, seed }) => {
    mkdirSync(join(mediaDir, "facebook"), { recursive: true });
    const world = openWorld({
      store,
      clock,
      app,
      mediaDir: join(mediaDir, "facebook"),
      url,
      announcer: (settings) => announcer({ store, outbox, app, callbackUrl, settings }),
    });
    if (seed) seedHistory(world);
    const routes: SandboxApp = new Hono();
    routes.use("/facebook/graph/*", faults.middleware("facebook"));
    routes.route("/facebook/graph", graphApp(world, store));
    routes.route("/sandbox/facebook", controlApp(world, outbox));
    routes.use(
      "/facebook/media/*",
      serveStatic({ root: world.mediaDir, rewriteRequestPath: (path) => path.slice("/facebook/media".length) }),
    );
    routes.route("/facebook", dialogApp(world));
    routes.route("/facebook/pages", audienceApp(world, outbox));
    return {
      app: routes,
      endpoints: () => ({ graph: `${url()}/facebook/graph`, dialog: `${url()}/facebook` }),
      pages: () => world.pages.list().map(({ id, name }) => ({ name, path: `/facebook/pages/${id}` })),
    };
  },
};
