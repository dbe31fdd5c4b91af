import { CircleAlert, Clock } from "lucide-preact";
import { Link } from "wouter-preact";
import { type LeadRow, useLeadAgenda } from "../../api/leads.ts";
import { t } from "../../language.ts";
import { me } from "../../session-state.ts";
import { Section } from "../../ui/page.tsx";
import { dutyOf, leadName } from "./lead-item.tsx";

const MOST = 8;

/** The leads that wait for a first response, and those whose next step is due. */
export function AgendaPanel() {
  const agenda = useLeadAgenda().data;
  const texts = t().leads;
  if (!agenda || agenda.waiting.length + agenda.steps.length === 0) return null;
  const rows = [
    ...agenda.waiting.map((lead) => ({ key: `w${lead.id}`, lead, shown: { ...lead, nextStep: undefined } })),
    ...agenda.steps.map((lead) => ({ key: `s${lead.id}`, lead, shown: { ...lead, waiting: undefined } })),
  ];
  return (
    <Section title={texts.agenda}>
      <ul class="lead-agenda">
        {rows.slice(0, MOST).map(({ key, lead, shown }) => (
          <AgendaRow key={key} lead={lead} shown={shown} />
        ))}
      </ul>
    </Section>
  );
}

function AgendaRow({ lead, shown }: { readonly lead: LeadRow; readonly shown: Pick<LeadRow, "waiting" | "nextStep"> }) {
  const duty = dutyOf(shown, me.value?.workspace.timeZone ?? "UTC");
  const Icon = duty?.late ? CircleAlert : Clock;
  return (
    <li>
      <Link href={`/leads/${lead.id}`} class="list-row row-link">
        <Icon size={16} class={duty?.late ? "tone-poppy" : "tone-wheat"} aria-hidden="true" />
        <strong class="clip">{leadName(lead)}</strong>
        <span class={`push small lead-agenda-due ${duty?.late ? "tone-poppy" : "aside"}`}>{duty?.text}</span>
      </Link>
    </li>
  );
}
