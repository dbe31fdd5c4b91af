import { Copy, ExternalLink, Pencil, Plus } from "lucide-preact";
import { type LeadForm, useLeadForms } from "../../../api/leads.ts";
import { t } from "../../../language.ts";
import { mayI } from "../../../session-state.ts";
import { tell } from "../../../toasts.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { Page } from "../../../ui/page.tsx";
import { Empty, Shown } from "../../../ui/states.tsx";
import "../leads.css";

/** The workspace's landing forms, with the address of each. */
export function LeadFormsPage() {
  const forms = useLeadForms();
  const texts = t().leads.forms;
  const add = mayI("manage-leads") && (
    <LinkButton kind="primary" icon={Plus} to="/leads/forms/new">
      {texts.add}
    </LinkButton>
  );
  const hasForms = (forms.data?.forms.length ?? 0) > 0;
  return (
    <Page title={texts.title} lead={texts.lead} section="leads" actions={hasForms && add}>
      <Shown of={forms}>
        {(data) =>
          data.forms.length === 0 ? (
            <Empty text={texts.empty}>{add}</Empty>
          ) : (
            <ul class="list">
              {data.forms.map((form) => (
                <FormRow key={form.id} form={form} />
              ))}
            </ul>
          )
        }
      </Shown>
    </Page>
  );
}

function FormRow({ form }: { readonly form: LeadForm }) {
  const texts = t().leads.forms;
  const copy = async () => {
    await navigator.clipboard.writeText(form.address);
    tell(texts.copied);
  };
  return (
    <li class="row lead-form-row">
      <div class="lead-who">
        <strong>{form.name}</strong>
        <code class="small aside">{form.address}</code>
      </div>
      <span class={`pill ${form.active ? "pill-leaf" : ""}`}>{form.active ? texts.active : texts.closed}</span>
      <span class="row row-wrap push">
        <Button icon={Copy} onClick={() => void copy()}>
          {texts.copy}
        </Button>
        <a class="button button-quiet" href={form.address} target="_blank" rel="noreferrer">
          <ExternalLink size={16} aria-hidden="true" />
          {texts.open}
          <span class="hidden-visually">({t().common.opensElsewhere})</span>
        </a>
        {mayI("manage-leads") && (
          <LinkButton kind="quiet" icon={Pencil} to={`/leads/forms/${form.id}`}>
            {texts.change}
          </LinkButton>
        )}
      </span>
    </li>
  );
}
