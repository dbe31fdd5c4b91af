import type { Context } from "hono";
import type { Language } from "#core/kernel/language.ts";

/** Both languages of a page's words, side by side. */
export type Texts<Words> = Readonly<Record<Language, Words>>;

/** The language asked for by `?lang=`, by the last choice, or by the browser. */
export function languageOf(context: Context): Language {
  const asked = context.req.query("lang") ?? /(?:^|; )lang=(uk|en)/.exec(context.req.header("cookie") ?? "")?.[1];
  if (asked === "uk" || asked === "en") {
    context.header("set-cookie", `lang=${asked}; Path=/; SameSite=Lax`);
    return asked;
  }
  return /^uk|,\s*uk/i.test(context.req.header("accept-language") ?? "") ? "uk" : "en";
}

export const textsOf = <Words>(texts: Texts<Words>, language: Language): Words => texts[language];
