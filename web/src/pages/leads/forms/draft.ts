import type { LeadForm, LeadFormDraft } from "../../../api/leads.ts";
import { language, t } from "../../../language.ts";
import { me } from "../../../session-state.ts";

/** A form as it is before anybody has written it: what most ask, in the member's language. */
export function emptyDraft(): LeadFormDraft {
  const texts = t().leads.forms;
  return {
    name: "",
    language: language.value,
    title: "",
    intro: "",
    fields: { name: "required", email: "optional", phone: "optional", message: "optional" },
    questions: [],
    consent: texts.consentDraft(me.value?.workspace.name ?? ""),
    thanks: texts.thanksDraft,
    active: true,
  };
}

/** What a member may change of a form. */
export function draftOf(form: LeadForm): LeadFormDraft {
  const { name, language: speaks, title, intro, fields, questions, privacyUrl, thanks, active } = form;
  const consent = form.consents.at(-1)?.text ?? "";
  return { name, language: speaks, title, intro, fields, questions, privacyUrl, thanks, active, consent };
}

/** What is wrong with a draft, by field. */
export function wrongIn(draft: LeadFormDraft) {
  const texts = t().leads.forms;
  const needed = (text: string) => (text.trim() === "" ? texts.required : undefined);
  return {
    name: needed(draft.name),
    title: needed(draft.title),
    consent: needed(draft.consent),
    fields: draft.fields.email === "off" && draft.fields.phone === "off" ? texts.contactNeeded : undefined,
    privacyUrl: draft.privacyUrl && !/^https:\/\/\S+$/.test(draft.privacyUrl) ? texts.privacyWrong : undefined,
    questions: draft.questions.some(({ label }) => label.trim() === "") ? texts.required : undefined,
    options: draft.questions.some(({ options }) => options?.length === 1) ? texts.optionsWrong : undefined,
  };
}
