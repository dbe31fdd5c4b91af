import { createHash, randomUUID } from "node:crypto";
import * as v from "valibot";
import { systemActor } from "../../kernel/actor.ts";
import { derivedId } from "../../kernel/derived-id.ts";
import type { Sealer } from "../../kernel/sealing.ts";
import { digestOf } from "../../kernel/stamped.ts";
import { epochMsSchema } from "../../kernel/time.ts";
import { type AnnounceDeps, receiveLead } from "../announce-known.ts";
import type { Provenance } from "../lead-from-thread.ts";
import { aNewLead } from "../model.ts";
import type { LeadTermsSource } from "../ports.ts";
import { waitingFrom } from "../waiting.ts";
import { type Answers, checkAnswers, type Problems, type Typed } from "./check-answers.ts";
import type { LeadForm } from "./model.ts";
import type { Admissions } from "./ports.ts";

export interface SubmitDeps extends AnnounceDeps {
  readonly leadTerms: LeadTermsSource;
  readonly admissions: Admissions;
  readonly sealer: Sealer;
}

/** What came with the answers. */
export interface Submission {
  readonly typed: Typed;
  /** Where the request came from; not kept. */
  readonly address: string;
  /** What brought the visitor, as far as it is known. */
  readonly provenance: Partial<Provenance> | undefined;
  /** The tags of the link that led here. */
  readonly origin: Readonly<Record<string, string>> | undefined;
}

/** The lead is stored; the answers are wrong; the page has to be sent once more; too much comes from this address. */
export type SubmitOutcome =
  | { readonly kind: "stored" }
  | { readonly kind: "wrong"; readonly problems: Problems }
  | { readonly kind: "again"; readonly because: "quick" | "old" | "robot" }
  | { readonly kind: "too-many" };

/** Nobody reads a form and fills it in so fast, ms. */
const quickestMs = 2000;
/** A page is good for so long after it was shown, ms. */
const longestMs = 24 * 3_600_000;
const perAddressAndHour = 20;
const hourMs = 3_600_000;

const ticketSchema = v.object({ at: epochMsSchema, nonce: v.string() });

/** What a page carries so that what is sent from it is taken once: when it was shown, and a number used once. Sealed. */
export const newTicket = (sealer: Sealer, form: Pick<LeadForm, "id">, atMs: number): string =>
  sealer.seal(JSON.stringify({ at: atMs, nonce: randomUUID() }), form.id);

/**
 * Takes what a visitor sent. However often the same page is sent with the same answers, one lead is stored; the person's
 * lead, if they are known, gets one more source. Who goes back to the page and mends an address, or writes for somebody
 * else, says something new. Costs nothing but the form's reading until the answers are right.
 */
export async function submitForm(deps: SubmitDeps, form: LeadForm, submission: Submission): Promise<SubmitOutcome> {
  const { typed } = submission;
  const now = deps.clock.nowMs();
  // A field that people do not see: who fills it in fills in everything.
  if ((typed.extra ?? "") !== "") return { kind: "again", because: "robot" };
  const ticket = readTicket(deps.sealer, form, typed.ticket ?? "");
  if (!ticket || ticket.at > now || now - ticket.at > longestMs) return { kind: "again", because: "old" };
  const terms = await deps.leadTerms.of(form.workspaceId);
  const checked = checkAnswers(form, typed, terms.country);
  if ("problems" in checked) return { kind: "wrong", problems: checked.problems };
  if (now - ticket.at < quickestMs) return { kind: "again", because: "quick" };
  const hour = Math.floor(now / hourMs);
  const key = digest(form.id, submission.address, String(hour));
  if (!(await deps.admissions.admit(key, perAddressAndHour, (hour + 2) * hourMs))) return { kind: "too-many" };
  const lead = leadOf(form, ticket.nonce, checked.answers, submission, now);
  const waiting = waitingFrom(now, terms);
  await receiveLead(deps, systemActor(form.workspaceId, "form"), { ...lead, waiting });
  return { kind: "stored" };
}

function leadOf(form: LeadForm, nonce: string, answers: Answers, submission: Submission, at: number) {
  const { workspaceId } = form;
  const { name, email, phone, fields, consent } = answers;
  const id = derivedId("lead", workspaceId, "form", form.id, nonce, digestOf(fields));
  const source = {
    ...{ id, kind: "form" as const, at, formId: form.id, ...submission.provenance },
    ...{ fields, origin: submission.origin && { ...submission.origin }, consent: { ...consent, at } },
  };
  return {
    ...aNewLead({ workspaceId, id, createdAt: at, sources: [source] }, "system:form"),
    name,
    emails: email === undefined ? [] : [email],
    phones: phone === undefined ? [] : [phone],
  };
}

function readTicket(sealer: Sealer, form: LeadForm, sealed: string): v.InferOutput<typeof ticketSchema> | null {
  const plain = sealer.open(sealed, form.id);
  return plain === null ? null : v.parse(ticketSchema, JSON.parse(plain));
}

const digest = (...parts: readonly string[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
