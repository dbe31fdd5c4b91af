import { leadFormTexts } from "#core/i18n/lead-form.ts";
import { formPage } from "#core/leads/forms/page.tsx";
import type { LeadFormDraft } from "../../../api/leads.ts";
import { t } from "../../../language.ts";

/** The page as visitors will see it, made by what makes it for them; nothing in it can be sent. */
export function FormPreview({ draft }: { readonly draft: LeadFormDraft }) {
  const form = {
    ...draft,
    workspaceId: "",
    id: "",
    code: "",
    title: draft.title || t().leads.forms.titleField,
    consents: [{ version: 1, text: draft.consent, from: 0, by: "" }],
    createdAt: 0,
    version: 1,
  };
  const html = formPage(form, { typed: {}, problems: {}, carried: {} });
  return (
    <section class="lead-form-preview stack" aria-label={t().leads.forms.preview}>
      <h2>{t().leads.forms.preview}</h2>
      <iframe
        title={`${t().leads.forms.preview}: ${leadFormTexts(draft.language).send}`}
        sandbox="allow-same-origin"
        srcdoc={html}
      />
    </section>
  );
}
