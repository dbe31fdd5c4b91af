import { Link } from "wouter-preact";
import { formatMoney } from "#core/i18n/money.ts";
import { dayOf } from "#core/kernel/time.ts";
import type { LeadRow, LeadStage } from "../../api/leads.ts";
import { now } from "../../clock.ts";
import { language, t } from "../../language.ts";
import { me } from "../../session-state.ts";
import { dayName, spanOf, whenOf } from "../../wording.ts";

const tones: Readonly<Record<LeadStage, string>> = {
  new: "pill-cornflower",
  qualified: "pill-wheat",
  appointment: "pill-wheat",
  won: "pill-leaf",
  lost: "",
};

/** The stage as a word and a colour. */
export const StagePill = ({ stage }: { readonly stage: LeadStage }) => (
  <span class={`pill ${tones[stage]}`}>{t().leads.atStage[stage]}</span>
);

/** What the page calls a lead. */
export function leadName({ name, email, phone, erased }: Pick<LeadRow, "name" | "email" | "phone" | "erased">): string {
  const texts = t().leads;
  return erased ? texts.erasedName : (name ?? email ?? phone ?? texts.unknown);
}

/** What is due with a lead, if anything is, and whether it is late. */
export function dutyOf({ waiting, nextStep }: Pick<LeadRow, "waiting" | "nextStep">, timeZone: string) {
  const texts = t().leads;
  if (waiting) {
    const left = waiting.dueAt - now.value;
    return { late: left < 0, text: left < 0 ? texts.waitsPast(spanOf(left)) : texts.waitsFor(spanOf(left)) };
  }
  if (!nextStep) return undefined;
  const today = dayOf(now.value, timeZone);
  const day =
    nextStep.day === today
      ? texts.stepToday
      : nextStep.day < today
        ? texts.stepLate(dayName(nextStep.day))
        : dayName(nextStep.day);
  return { late: nextStep.day < today, text: `${nextStep.text} · ${day}` };
}

/** One lead: who, from where, at which stage, what is due. */
export function LeadItem({ lead }: { readonly lead: LeadRow }) {
  const texts = t().leads;
  const timeZone = me.value?.workspace.timeZone ?? "UTC";
  const duty = dutyOf(lead, timeZone);
  const contact = [lead.name && lead.email, lead.phone].filter(Boolean).join(" · ");
  const details = lead.details === "known" ? contact : texts[lead.details];
  return (
    <li>
      <Link href={`/leads/${lead.id}`} class="list-row row-link lead-row">
        <span class="lead-who">
          <strong class="clip">{leadName(lead)}</strong>
          <span class="aside small clip">{details || (lead.source && texts.source[lead.source])}</span>
        </span>
        <span class={`lead-due small clip ${duty?.late ? "tone-poppy" : "aside"}`}>
          {duty?.text ?? whenOf(lead.createdAt, timeZone)}
        </span>
        <span class="lead-value">{lead.value && formatMoney(language.value, lead.value)}</span>
        <StagePill stage={lead.stage} />
      </Link>
    </li>
  );
}
