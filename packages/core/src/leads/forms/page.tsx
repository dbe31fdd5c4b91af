import type { ComponentChildren } from "preact";
import { renderToStaticMarkup } from "preact-render-to-string";
import { leadFormTexts } from "../../i18n/lead-form.ts";
import type { Language } from "../../kernel/language.ts";
import type { Problems, Typed } from "./check-answers.ts";
import { FormFields } from "./form-fields.tsx";
import type { LeadForm } from "./model.ts";

/** What the page shows beside the form itself. */
export interface FormState {
  readonly typed: Typed;
  readonly problems: Problems;
  /** Why it has to be sent once more, in words. */
  readonly notice?: string | undefined;
  /** What goes along unseen, by name. */
  readonly carried: Readonly<Record<string, string>>;
}

/** The page of a form. Works without scripts, and has none; every text is escaped by the renderer. */
export function formPage(form: LeadForm, state: FormState): string {
  const texts = leadFormTexts(form.language);
  const isWrong = Object.keys(state.problems).length > 0;
  return page(form.language, isWrong ? `${texts.wrongTitle}: ${form.title}` : form.title, [
    <h1 key="title">{form.title}</h1>,
    form.intro && (
      <p key="intro" class="intro">
        {form.intro}
      </p>
    ),
    (isWrong || state.notice) && (
      <div key="notice" class="notice" role="alert">
        {isWrong && <strong>{texts.wrongTitle}</strong>}
        <p>{isWrong ? texts.wrong : state.notice}</p>
      </div>
    ),
    <FormFields key="form" form={form} state={state} />,
  ]);
}

/** A page of one message: what was sent has arrived, or why there is no form. */
export const messagePage = (language: Language, title: string, text: string): string =>
  page(language, title, [
    <h1 key="title">{title}</h1>,
    <p key="text" class="intro">
      {text}
    </p>,
  ]);

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
      </head>
      <body>
        <main>{children}</main>
      </body>
    </html>,
  );
  return `<!doctype html>\n${html}\n`;
}
