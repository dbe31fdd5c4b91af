import type { ComponentChildren } from "preact";
import { renderToStaticMarkup } from "preact-render-to-string";
import { reviewRequestTexts } from "../i18n/review-request.ts";
import type { Language } from "../kernel/language.ts";
import { type ReviewRequest, verdicts } from "./model.ts";

/** A place where reviews are left, as a person reads it, and our address that leads there. */
export interface ShownPlace {
  readonly name: string;
  readonly href: string;
}

interface Shown {
  readonly company: string;
  readonly request: Pick<ReviewRequest, "language" | "answer">;
  readonly places: readonly ShownPlace[];
  /** The page's own address. */
  readonly here: string;
}

/** The page that asks how it was. The ways to a public review stand on it for everybody, before any answer. */
export function questionPage({ isWrong, ...shown }: Shown & { readonly isWrong: boolean }): string {
  const { company, request, here } = shown;
  const { page: texts } = reviewRequestTexts(request.language);
  return page(request.language, texts.title, [
    <h1 key="title">{texts.title}</h1>,
    <p key="intro" class="intro">
      {texts.intro(company)}
    </p>,
    isWrong && (
      <div key="notice" class="notice" role="alert">
        <p>{texts.chooseVerdict}</p>
      </div>
    ),
    <form key="form" method="post" action={here}>
      <fieldset class="verdicts">
        <legend>{texts.verdictLegend}</legend>
        {verdicts.map((verdict) => (
          <label key={verdict}>
            <input type="radio" name="verdict" value={verdict} required checked={request.answer?.verdict === verdict} />
            <span>{texts.verdicts[verdict]}</span>
          </label>
        ))}
      </fieldset>
      <div class="field">
        <label for="words">
          {texts.words} <span class="optional">({texts.optional})</span>
        </label>
        <textarea id="words" name="words" rows={5} maxlength={4000}>
          {request.answer?.words ?? ""}
        </textarea>
      </div>
      <button type="submit">{texts.send}</button>
    </form>,
    <Places key="places" {...shown} />,
    <Unsubscribe key="unsubscribe" {...shown} />,
  ]);
}

/** What everybody reads who has answered, the same whatever they answered. */
export function thanksPage(shown: Shown): string {
  const { company, request } = shown;
  const { thanks } = reviewRequestTexts(request.language);
  return page(request.language, thanks.title, [
    <h1 key="title">{thanks.title}</h1>,
    <p key="text" class="intro">
      {thanks.text(company)}
    </p>,
    <Places key="places" {...shown} />,
    <Unsubscribe key="unsubscribe" {...shown} />,
  ]);
}

/** Asks once more before somebody is never asked again; `done` says that it is so. */
export function unsubscribePage(language: Language, company: string, here: string, done: boolean): string {
  const { unsubscribe: texts } = reviewRequestTexts(language);
  return page(language, done ? texts.doneTitle : texts.title, [
    <h1 key="title">{done ? texts.doneTitle : texts.title}</h1>,
    <p key="text" class="intro">
      {done ? texts.done(company) : texts.text(company)}
    </p>,
    !done && (
      <form key="form" method="post" action={`${here}/unsubscribe`}>
        <button type="submit">{texts.button}</button>
      </form>
    ),
  ]);
}

/** A page of one message. */
export const plainPage = (language: Language, what: "notFound" | "unreadable" | "broken"): string => {
  const { title, text } = reviewRequestTexts(language)[what];
  return page(language, title, [
    <h1 key="title">{title}</h1>,
    <p key="text" class="intro">
      {text}
    </p>,
  ]);
};

function Places({ places, request }: Shown) {
  const { page: texts } = reviewRequestTexts(request.language);
  if (places.length === 0) return null;
  return (
    <section class="places">
      <h2>{texts.places}</h2>
      <p>{texts.placesIntro}</p>
      {places.map(({ name, href }) => (
        <a key={href} href={href} rel="noreferrer">
          {texts.write(name)}
        </a>
      ))}
    </section>
  );
}

function Unsubscribe({ request, here }: Shown) {
  return (
    <p class="quiet">
      <a href={`${here}/unsubscribe`}>{reviewRequestTexts(request.language).page.unsubscribe}</a>
    </p>
  );
}

function page(language: Language, title: string, children: ComponentChildren): string {
  const html = renderToStaticMarkup(
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <link rel="stylesheet" href="/form.css" />
        <link rel="stylesheet" href="/ask.css" />
      </head>
      <body>
        <main>{children}</main>
      </body>
    </html>,
  );
  return `<!doctype html>\n${html}\n`;
}
