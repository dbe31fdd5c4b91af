import { Hono } from "hono";
import { shortLinkText } from "#core/i18n/short-links.ts";
import type { Language } from "#core/kernel/language.ts";
import { type FollowDeps, followShortLink } from "#core/short-links/index.ts";
import { preferredLanguage } from "./language.ts";

/**
 * Short links: `/l/:code` leads to where its link was made for, and nowhere else. No cache may keep the answer, no site
 * learns the code, no search engine lists it.
 */
export function createShortLinks(deps: Omit<FollowDeps, "notCounted">, report: (error: unknown) => void): Hono {
  const app = new Hono().basePath("/l");
  const notCounted = (cause: unknown) => report(new Error("A click was not counted", { cause }));
  app.use(async (c, next) => {
    await next();
    c.header("cache-control", "no-store");
    c.header("referrer-policy", "no-referrer");
    c.header("x-robots-tag", "noindex, nofollow");
    c.header("x-content-type-options", "nosniff");
    c.header("content-security-policy", "default-src 'none'; frame-ancestors 'none'");
  });
  app.get("/:code", async (c) => {
    const visit = { method: c.req.method, header: (name: string) => c.req.header(name) };
    const target = await followShortLink({ ...deps, notCounted }, c.req.param("code"), visit);
    return target === null ? c.notFound() : c.redirect(target, 302);
  });
  app.notFound((c) => c.html(page(preferredLanguage(c.req.header("accept-language")), "notFound"), 404));
  app.onError((error, c) => {
    report(error);
    return c.html(page(preferredLanguage(c.req.header("accept-language")), "broken"), 503);
  });
  return app;
}

/** A page of its own, without script or style: it says what happened, in the visitor's language. */
function page(language: Language, what: "notFound" | "broken"): string {
  const { title, text } = shortLinkText(language)[what];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
</head>
<body>
<h1>${title}</h1>
<p>${text}</p>
</body>
</html>
`;
}
