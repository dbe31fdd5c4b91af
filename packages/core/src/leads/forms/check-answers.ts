import { isVisible } from "../../kernel/text.ts";
import type { Country } from "../identity.ts";
import { normaliseEmail, normalisePhone } from "../identity.ts";
import { answerLimits, type ContactField, contactFields, type LeadForm, questionField } from "./model.ts";

/** What a visitor typed, by the field's name. */
export type Typed = Readonly<Record<string, string>>;

/** What is wrong with an answer; `too-long` says how many characters there may be. */
export type Problem =
  | { readonly code: "missing" | "email" | "phone" | "contact" | "choice" | "consent" }
  | { readonly code: "too-long"; readonly most: number };
export type Problems = Readonly<Record<string, Problem>>;

/** Answers that are right: the person, everything answered by the question's own words, the consent agreed to. */
export interface Answers {
  readonly name: string | undefined;
  readonly email: string | undefined;
  readonly phone: string | undefined;
  readonly fields: Readonly<Record<string, string>>;
  readonly consent: { readonly version: number; readonly text: string };
}

/**
 * Checks what a visitor typed. Every field says for itself what is wrong with it; nothing typed is changed. The consent
 * is the text that the page showed, even when the form has another by now.
 */
export function checkAnswers(
  form: LeadForm,
  typed: Typed,
  country: Country | undefined,
): { readonly answers: Answers } | { readonly problems: Problems } {
  const problems: Record<string, Problem> = {};
  const answers = new Map<string, string>();
  const fields: Record<string, string> = {};
  const take = (field: string, label: string, required: boolean, most: number) => {
    const text = clean(typed[field] ?? "");
    if (text === "" && required) problems[field] = { code: "missing" };
    else if (text.length > most) problems[field] = { code: "too-long", most };
    else if (text !== "") {
      answers.set(field, text);
      fields[label] = text;
    }
  };
  for (const field of contactFields) {
    const asked = form.fields[field];
    if (asked !== "off") take(field, field, asked === "required", answerLimits[field]);
  }
  form.questions.forEach(({ label, required, options }, index) => {
    const field = questionField(index);
    take(field, label, required, answerLimits.question);
    const answer = answers.get(field);
    if (answer !== undefined && options && !options.includes(answer)) problems[field] = { code: "choice" };
  });
  const read = (field: ContactField, as: (text: string) => string | null, code: "email" | "phone") => {
    const text = answers.get(field);
    const value = text === undefined ? undefined : as(text);
    if (value === null) problems[field] = { code };
    return value ?? undefined;
  };
  const email = read("email", normaliseEmail, "email");
  const phone = read("phone", (text) => normalisePhone(text, country), "phone");
  if (email === undefined && phone === undefined && !problems.email && !problems.phone) {
    problems[form.fields.email === "off" ? "phone" : "email"] = { code: "contact" };
  }
  const consent = form.consents.find(({ version }) => String(version) === typed.consentVersion);
  if (typed.consent !== "yes" || !consent) problems.consent = { code: "consent" };
  if (!consent || Object.keys(problems).length > 0) return { problems };
  const { version, text } = consent;
  return { answers: { name: answers.get("name"), email, phone, fields, consent: { version, text } } };
}

/**
 * Without control characters but line ends, nor those that turn what stands beside them, without halves of characters or
 * space around it; empty where nothing is to be seen.
 */
function clean(typed: string): string {
  const text = typed
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n]/gu, " ")
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, "")
    .trim();
  return isVisible(text) ? text : "";
}
