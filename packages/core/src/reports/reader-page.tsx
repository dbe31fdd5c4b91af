import { renderToStaticMarkup } from "preact-render-to-string";
import { unsubscribeTexts } from "../i18n/unsubscribe.ts";
import type { Language } from "../kernel/language.ts";
import type { ReaderPage } from "./choose-to-read.ts";

/**
 * The page of the link in a mail: asks before it stops the report, and offers it again afterwards. Names neither the
 * report nor whose it is. Works without scripts, and has none.
 */
export function readerPage({ language, stopped }: ReaderPage): string {
  const texts = unsubscribeTexts[language];
  const { title, text, act } = stopped ? texts.stopped : texts.ask;
  return page(
    language,
    title,
    text,
    <form method="post">
      <input type="hidden" name="stop" value={stopped ? "no" : "yes"} />
      <button type="submit">{act}</button>
    </form>,
  );
}

/** A page of one message: there is no such link, or something of ours does not work. */
export function readerMessage(language: Language, what: "notFound" | "broken"): string {
  const { title, text } = unsubscribeTexts[language][what];
  return page(language, title, text);
}

function page(language: Language, title: string, text: string, form?: preact.JSX.Element): string {
  const html = renderToStaticMarkup(
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <link rel="stylesheet" href="/form.css" />
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          <p class="intro">{text}</p>
          {form}
        </main>
      </body>
    </html>,
  );
  return `<!doctype html>\n${html}\n`;
}
