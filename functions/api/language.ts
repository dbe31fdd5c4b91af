import { createMiddleware } from "hono/factory";
import { type Language, languages } from "#core/kernel/language.ts";
import type { ApiEnv } from "./context.ts";

/** The language of ours that an `Accept-Language` header prefers; English when it names none. */
export function preferredLanguage(header: string | undefined): Language {
  const wanted = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", quality] = part.trim().split(";q=");
      return { tag: tag.slice(0, 2).toLowerCase(), quality: quality === undefined ? 1 : Number(quality) || 0 };
    })
    .sort((a, b) => b.quality - a.quality);
  const known: readonly string[] = languages;
  const first = wanted.find(({ tag, quality }) => quality > 0 && known.includes(tag));
  return first ? (first.tag as Language) : "en";
}

/** Decides the language to answer in, until a member is known. */
export const negotiateLanguage = createMiddleware<ApiEnv>(async (c, next) => {
  c.set("language", preferredLanguage(c.req.header("accept-language")));
  await next();
});
