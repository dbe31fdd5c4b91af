import { createMiddleware } from "hono/factory";
import { type Language, languages } from "#core/kernel/language.ts";
import type { ApiEnv } from "./context.ts";

/** The language of ours that an `Accept-Language` header prefers; English when it names none. */
export function preferredLanguage(header: string | undefined): Language {
  const wanted = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.split(";").map((piece) => piece.trim().toLowerCase());
      const quality = parameters.find((parameter) => parameter.startsWith("q="));
      return { tag: tag.split("-")[0], quality: quality === undefined ? 1 : Number(quality.slice(2)) || 0 };
    })
    .sort((a, b) => b.quality - a.quality);
  for (const { tag, quality } of wanted) {
    const known = languages.find((language) => language === tag);
    if (known && quality > 0) return known;
  }
  return "en";
}

/** Decides the language to answer in, until a member is known. */
export const negotiateLanguage = createMiddleware<ApiEnv>(async (c, next) => {
  c.set("language", preferredLanguage(c.req.header("accept-language")));
  await next();
});
