import { formatMoney } from "#core/i18n/money.ts";
import type { LeadEvent } from "../../api/leads.ts";
import { listMembers } from "../../api/session.ts";
import { language, t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { me } from "../../session-state.ts";
import { capital, dayName, whenOf } from "../../wording.ts";

/** What has happened to a lead, the newest first: who did what, when. */
export function Timeline({ entries }: { readonly entries: readonly LeadEvent[] }) {
  const members = useResource("members", listMembers).data?.members ?? [];
  const timeZone = me.value?.workspace.timeZone ?? "UTC";
  const nameOf = (id: string | undefined) =>
    members.find((member) => member.id === id)?.name ??
    (id?.startsWith("system:") ? t().leads.system : t().common.someone);
  return (
    <ol class="lead-timeline">
      {entries.map((entry, index) => (
        <li key={`${entry.at} ${entry.kind} ${index}`}>
          <p class="aside small">
            {whenOf(entry.at, timeZone)}
            {"by" in entry && entry.by && ` · ${t().leads.by(nameOf(entry.by))}`}
          </p>
          <Happened entry={entry} nameOf={nameOf} />
        </li>
      ))}
    </ol>
  );
}

interface HappenedProps {
  readonly entry: LeadEvent;
  readonly nameOf: (id: string | undefined) => string;
}

function Happened({ entry, nameOf }: HappenedProps) {
  const texts = t().leads;
  const { did } = texts;
  switch (entry.kind) {
    case "source":
      return <Came entry={entry} />;
    case "note":
      return <p class="lead-note-text">{entry.text}</p>;
    case "stage":
      return (
        <p>
          {did.stage(texts.atStage[entry.stage] ?? entry.stage)}
          {entry.reason && `: ${entry.reason}`}
        </p>
      );
    case "value":
      return <p>{did.value(entry.value ? formatMoney(language.value, entry.value) : texts.noValue)}</p>;
    case "owner":
      return <p>{did.owner(entry.ownerId ? nameOf(entry.ownerId) : texts.nobody)}</p>;
    case "next-step":
      return <p>{stepText(entry)}</p>;
    default:
      return <p>{did[entry.kind]}</p>;
  }
}

function stepText({ done, text, day }: Extract<LeadEvent, { kind: "next-step" }>): string {
  const { did } = t().leads;
  if (done) return did.stepDone(text ?? "");
  return text && day ? did.step(text, dayName(day)) : did.stepGone;
}

/** What a form asked for, in words: what is usual by its name, a question of the form's own without its underscores. */
const askedAs = (field: string): string => t().leads.askedFor[field] ?? capital(field.replaceAll("_", " "));

/** A touch: what was filled in and what was agreed to. */
function Came({ entry: { source } }: { readonly entry: Extract<LeadEvent, { kind: "source" }> }) {
  const texts = t().leads;
  return (
    <>
      <p>
        {texts.did.came}: {texts.source[source.kind]}
      </p>
      {source.fields && (
        <dl class="lead-answers">
          {Object.entries(source.fields).map(([field, answer]) => (
            <div key={field}>
              <dt>{askedAs(field)}</dt>
              <dd>{answer}</dd>
            </div>
          ))}
        </dl>
      )}
      {source.consent && (
        <details class="small">
          <summary>{texts.consented(source.consent.version)}</summary>
          <p class="lead-note-text">{source.consent.text}</p>
        </details>
      )}
    </>
  );
}
