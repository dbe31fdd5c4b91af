import { Pencil } from "lucide-preact";
import { useState } from "preact/hooks";
import { type Lead, readLead } from "../../api/leads.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { mayI, me } from "../../session-state.ts";
import { Button } from "../../ui/button.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Shown } from "../../ui/states.tsx";
import { whenOf } from "../../wording.ts";
import { ContactDialog } from "./contact-dialog.tsx";
import { LeadFacts } from "./lead-facts.tsx";
import { leadName, StagePill } from "./lead-item.tsx";
import { LeadProvenance } from "./lead-provenance.tsx";
import { NextStep } from "./next-step.tsx";
import { NoteForm } from "./note-form.tsx";
import { PersonalData } from "./personal-data.tsx";
import { Timeline } from "./timeline.tsx";
import "./leads.css";

/** One lead: who it is, where it stands, what is to be done, what has happened. */
export function LeadPage({ id }: { readonly id: string }) {
  const lead = useResource(`leads:one:${id}`, () => readLead(id));
  if (lead.data) return <LeadView lead={lead.data.lead} />;
  return (
    <Page title={t().leads.title} section="leads">
      <Shown of={lead}>{() => null}</Shown>
    </Page>
  );
}

function LeadView({ lead }: { readonly lead: Lead }) {
  const [editing, setEditing] = useState(false);
  const texts = t().leads;
  const mayChange = mayI("respond") && !lead.erased;
  return (
    <Page
      title={leadName(lead)}
      section="leads"
      lead={
        <>
          <StagePill stage={lead.stage} /> {lead.source && texts.source[lead.source]} ·{" "}
          {whenOf(lead.createdAt, me.value?.workspace.timeZone ?? "UTC")}
          {lead.details !== "known" && ` · ${texts[lead.details]}`}
        </>
      }
      actions={
        mayChange && (
          <Button icon={Pencil} onClick={() => setEditing(true)}>
            {texts.edit}
          </Button>
        )
      }
    >
      <div class="lead-page">
        <div>
          <NextStep lead={lead} mayChange={mayChange} />
          {mayChange && <NoteForm lead={lead} />}
          <Section title={texts.history}>
            <Timeline entries={lead.timeline} />
          </Section>
        </div>
        <aside class="stack lead-side">
          <LeadFacts lead={lead} mayChange={mayChange} />
          <LeadProvenance lead={lead} />
          {mayI("manage-leads") && <PersonalData lead={lead} />}
        </aside>
      </div>
      {editing && <ContactDialog lead={lead} onClose={() => setEditing(false)} />}
    </Page>
  );
}
