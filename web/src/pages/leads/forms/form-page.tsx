import { useState } from "preact/hooks";
import { useLocation } from "wouter-preact";
import type { ApiFailure } from "../../../api/client.ts";
import { changeForm, createForm, type LeadForm, useLeadForms } from "../../../api/leads.ts";
import { t } from "../../../language.ts";
import { invalidate } from "../../../resource.ts";
import { tell } from "../../../toasts.ts";
import { Button } from "../../../ui/button.tsx";
import { Page } from "../../../ui/page.tsx";
import { FailureNote, Shown } from "../../../ui/states.tsx";
import { NotFoundPage } from "../../not-found-page.tsx";
import { draftOf, emptyDraft, wrongIn } from "./draft.ts";
import { FormEditor } from "./form-editor.tsx";
import { FormPreview } from "./preview.tsx";
import "../leads.css";

/** Writes a form, with the page beside it as visitors will see it. */
export function LeadFormPage({ id }: { readonly id: string }) {
  const forms = useLeadForms();
  if (id === "new") return <Editing form={undefined} />;
  return (
    <Shown of={forms}>
      {(data) => {
        const form = data.forms.find((one) => one.id === id);
        return form ? <Editing key={form.version} form={form} /> : <NotFoundPage />;
      }}
    </Shown>
  );
}

function Editing({ form }: { readonly form: LeadForm | undefined }) {
  const texts = t().leads.forms;
  const [draft, setDraft] = useState(() => (form ? draftOf(form) : emptyDraft()));
  const [clientKey] = useState(() => crypto.randomUUID());
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const [, navigate] = useLocation();
  const wrong = wrongIn(draft);
  const save = async (event: Event) => {
    event.preventDefault();
    setShown(true);
    if (Object.values(wrong).some(Boolean)) return;
    setBusy(true);
    const written = { ...draft, privacyUrl: draft.privacyUrl || undefined };
    const answer = form ? await changeForm(form.id, form.version, written) : await createForm(clientKey, written);
    setBusy(false);
    if (!answer.ok) return setFailure(answer.error);
    invalidate("lead-forms");
    tell(texts.saved);
    navigate("/leads/forms");
  };
  return (
    <Page title={form?.name ?? texts.add} section="leads">
      <div class="lead-form">
        <form class="stack" onSubmit={save} noValidate>
          <FormEditor
            draft={draft}
            wrong={shown ? wrong : {}}
            consentVersion={form?.consents.at(-1)?.version}
            onChange={(part) => setDraft((old) => ({ ...old, ...part }))}
          />
          {failure && <FailureNote failure={failure} />}
          <div>
            <Button kind="primary" type="submit" busy={busy}>
              {texts.save}
            </Button>
          </div>
        </form>
        <FormPreview draft={draft} />
      </div>
    </Page>
  );
}
