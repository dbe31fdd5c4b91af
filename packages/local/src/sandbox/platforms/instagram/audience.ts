import { Hono } from "hono";
import { languageOf } from "../../look/language.ts";
import { rivalPage } from "../../look/rival-page.ts";
import { GraphError } from "../../meta/graph-error.ts";
import type { SandboxApp } from "../../platform.ts";
import { perform } from "./acts.ts";
import { mediaPage, profilePage, type View } from "./audience-pages.ts";
import { placeOf } from "./comments.ts";
import type { Media } from "./model.ts";
import { permalinkOf } from "./publishing.ts";
import { rivals } from "./rivals.ts";
import { audienceTexts } from "./texts.ts";
import type { World } from "./world.ts";

type Context = Parameters<typeof languageOf>[0];

/** The profile as a visitor sees it, each publication, and forms to comment, reply, mention and write. */
export function audienceApp(world: World): SandboxApp {
  const app: SandboxApp = new Hono();
  const viewOf = (context: Context): View => {
    const language = languageOf(context);
    const person = /(?:^|; )person=([^;]*)/.exec(context.req.header("cookie") ?? "")?.[1] ?? "";
    return { world, language, texts: audienceTexts[language], person: decodeURIComponent(person) };
  };
  const byShortcode = (shortcode: string): Media | undefined => world.media.list((it) => it.shortcode === shortcode)[0];

  app.get("/p/:shortcode", (context) => {
    const media = byShortcode(context.req.param("shortcode"));
    return media ? context.html(mediaPage(viewOf(context), media)) : context.notFound();
  });

  app.get("/stories/:id", (context) => {
    const media = world.media.get(context.req.param("id"));
    return media ? context.html(mediaPage(viewOf(context), media)) : context.notFound();
  });

  app.get("/rivals/:username", (context) => {
    const rival = rivals.find(({ username }) => username === context.req.param("username"));
    return rival ? context.html(rivalPage(languageOf(context), rival, world.clock.nowMs())) : context.notFound();
  });

  app.get("/:username", (context) => {
    const account = world.accounts.list((it) => it.username === context.req.param("username"))[0];
    return account ? context.html(profilePage(viewOf(context), account)) : context.notFound();
  });

  app.post("/:username/:act", async (context) => {
    const account = world.accounts.list((it) => it.username === context.req.param("username"))[0];
    if (!account) return context.notFound();
    const form = Object.fromEntries(
      Object.entries(await context.req.parseBody()).map(([name, value]) => [name, String(value)]),
    );
    try {
      if (!perform(world, account, context.req.param("act"), form)) return context.notFound();
    } catch (error) {
      if (!(error instanceof GraphError) && !(error instanceof Error && error.name === "ValiError")) throw error;
      return context.text(error.message, 400);
    }
    context.header("set-cookie", `person=${encodeURIComponent(form.person ?? "")}; Path=/; SameSite=Lax`);
    const media = form.on && placeOf(world, form.on)?.media;
    return context.redirect(media ? permalinkOf(world, media) : `/instagram/${account.username}?done`, 303);
  });

  return app;
}
