import { Hono } from "hono";
import * as v from "valibot";
import { languageOf } from "../../look/language.ts";
import type { SandboxApp } from "../../platform.ts";
import { mediaPage, profilePage, type View } from "./audience-pages.ts";
import { addComment, personOf } from "./comments.ts";
import type { Media } from "./model.ts";
import { permalinkOf } from "./publishing.ts";
import { audienceTexts } from "./texts.ts";
import type { World } from "./world.ts";

const commentSchema = v.object({
  person: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60)),
  message: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(2200)),
});

type Context = Parameters<typeof languageOf>[0];

/** The profile as a visitor sees it, each publication, and a form to comment. */
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

  app.post("/p/:shortcode/comment", async (context) => {
    const media = byShortcode(context.req.param("shortcode"));
    if (!media) return context.notFound();
    const form = v.safeParse(commentSchema, await context.req.parseBody());
    if (!form.success) return context.text(v.summarize(form.issues), 400);
    addComment(world, media, personOf(form.output.person), form.output.message);
    context.header("set-cookie", `person=${encodeURIComponent(form.output.person)}; Path=/; SameSite=Lax`);
    return context.redirect(permalinkOf(world, media), 303);
  });

  app.get("/:username", (context) => {
    const account = world.accounts.list((it) => it.username === context.req.param("username"))[0];
    return account ? context.html(profilePage(viewOf(context), account)) : context.notFound();
  });

  return app;
}
