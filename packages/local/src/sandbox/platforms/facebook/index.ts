import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { languageOf } from "../../look/language.ts";
import { rivalPage } from "../../look/rival-page.ts";
import { announcer } from "../../meta/announce.ts";
import { dialogApp } from "../../meta/dialog.ts";
import { graphApp } from "../../meta/graph-app.ts";
import { usageMeter } from "../../meta/usage.ts";
import type { SandboxApp, SandboxPlatform } from "../../platform.ts";
import { audienceApp } from "./audience.ts";
import { controlApp } from "./control.ts";
import { edges } from "./graph-routes.ts";
import { rivals } from "./rivals.ts";
import { seedHistory } from "./seed.ts";
import { consentTexts } from "./texts.ts";
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
      announcer: (settings) =>
        announcer({ store, outbox, app, callbackUrl, platform: "facebook", object: "page", settings }),
    });
    if (seed) seedHistory(world);
    const count = usageMeter({
      clock,
      windows: store.collection("facebook/usage"),
      type: "pages",
      code: 80001,
      own: { node: /^act_/, type: "ads_insights", code: 80000 },
      callsPerHour: () => world.currentSettings().callsPerHour,
    });
    const routes: SandboxApp = new Hono();
    routes.use("/facebook/graph/*", faults.middleware("facebook"));
    routes.route("/facebook/graph", graphApp(world, edges, count));
    routes.route("/sandbox/facebook", controlApp(world, outbox));
    routes.use(
      "/facebook/media/*",
      serveStatic({ root: world.mediaDir, rewriteRequestPath: (path) => path.slice("/facebook/media".length) }),
    );
    routes.route(
      "/facebook",
      dialogApp(world, { name: "Facebook", ...consentTexts, choices: () => world.pages.list() }),
    );
    routes.route("/facebook/pages", audienceApp(world, outbox));
    routes.get("/facebook/rivals/:id", (context) => {
      const rival = rivals.find(({ id }) => id === context.req.param("id"));
      return rival ? context.html(rivalPage(languageOf(context), rival, clock.nowMs())) : context.notFound();
    });
    return {
      app: routes,
      endpoints: () => ({ graph: `${url()}/facebook/graph`, dialog: `${url()}/facebook` }),
      pages: () => world.pages.list().map(({ id, name }) => ({ name, path: `/facebook/pages/${id}` })),
    };
  },
};
