import type { ComponentChildren } from "preact";
import { languages } from "#core/kernel/language.ts";
import { language, t } from "../../language.ts";
import { useTabTitle } from "../../ui/page.tsx";
import { Segments } from "../../ui/segments.tsx";
import "./sign-in.css";

/** The sheet on which the ways in are written, with the choice of language. */
export function SignInFrame({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  const texts = t();
  useTabTitle(title);
  return (
    <main class="door">
      <div class="door-sheet">
        <p class="door-brand">
          <img src="/mark.svg" alt="" width="32" height="32" />
          {texts.common.product}
        </p>
        <h1>{title}</h1>
        {children}
      </div>
      <div class="door-foot">
        <p class="door-motto">{texts.signIn.motto}</p>
        <Segments
          label={texts.shell.languageLabel}
          options={languages.map((value) => ({ value, text: texts.shell.language[value] }))}
          value={language.value}
          onChange={(value) => {
            language.value = value;
          }}
        />
      </div>
    </main>
  );
}
