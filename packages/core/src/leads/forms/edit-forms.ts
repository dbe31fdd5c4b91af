import * as v from "valibot";
import { authorize } from "../../access/index.ts";
import { type Actor, actorName } from "../../kernel/actor.ts";
import type { Clock } from "../../kernel/clock.ts";
import { derivedId } from "../../kernel/derived-id.ts";
import { conflict, type Failure, notFound } from "../../kernel/failure.ts";
import { idSchema, versionSchema } from "../../kernel/ids.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { consentOf, type FormDraft, formDraftSchema, type LeadForm } from "./model.ts";
import type { LeadForms } from "./ports.ts";

export const createFormSchema = v.object({
  /** The same key asks for the same form. */
  clientKey: idSchema,
  draft: formDraftSchema,
});
export const changeFormSchema = v.object({ version: versionSchema, draft: formDraftSchema });

interface FormDeps {
  readonly leadForms: LeadForms;
  readonly clock: Clock;
}

/** An address for a form: ten characters that nobody needs to keep secret. */
const codeLength = 10;
/** A form has had so many texts of consent at the most. */
const mostConsents = 50;

/** Begins a form, once per client key. Owners and managers. */
export async function createForm(
  { leadForms, clock }: FormDeps,
  actor: Actor,
  { clientKey, draft }: v.InferOutput<typeof createFormSchema>,
): Promise<Result<LeadForm, Failure>> {
  const allowed = authorize(actor, "manage-leads");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const id = derivedId("form", workspaceId, clientKey);
  const createdAt = clock.nowMs();
  const { consent, ...rest } = draft;
  const form: LeadForm = {
    workspaceId,
    id,
    code: id.slice("form_".length, "form_".length + codeLength),
    ...rest,
    consents: [{ version: 1, text: consent, from: createdAt, by: actorName(actor) }],
    createdAt,
    version: 1,
  };
  if (await leadForms.create(form)) return ok(form);
  const stored = await leadForms.get(workspaceId, id);
  return stored ? ok(stored) : err(conflict("changed-meanwhile"));
}

/**
 * Changes a form on the version that the member saw. Another text of consent is another version of it: what people have
 * agreed to stays as they read it.
 */
export async function changeForm(
  { leadForms, clock }: FormDeps,
  actor: Actor,
  input: v.InferOutput<typeof changeFormSchema> & { readonly formId: string },
): Promise<Result<LeadForm, Failure>> {
  const allowed = authorize(actor, "manage-leads");
  if (!allowed.ok) return allowed;
  const form = await leadForms.get(actor.workspaceId, input.formId);
  if (!form) return err(notFound());
  if (form.version !== input.version) return err(conflict("changed-meanwhile"));
  const { consent, ...rest } = input.draft;
  const consents = consentsWith(form, consent, { at: clock.nowMs(), by: actorName(actor) });
  if (consents.length > mostConsents) return err(conflict("too-many-consents", { params: { most: mostConsents } }));
  const saved = await leadForms.save({ ...form, privacyUrl: undefined, ...rest, consents });
  return saved ? ok(saved) : err(conflict("changed-meanwhile"));
}

function consentsWith(form: LeadForm, text: FormDraft["consent"], { at, by }: { at: number; by: string }) {
  const shown = consentOf(form);
  return shown.text === text ? form.consents : [...form.consents, { version: shown.version + 1, text, from: at, by }];
}

/** The forms of a workspace, the newest first. */
export async function listForms(
  deps: Pick<FormDeps, "leadForms">,
  actor: Actor,
): Promise<Result<readonly LeadForm[], Failure>> {
  const allowed = authorize(actor, "read");
  if (!allowed.ok) return allowed;
  const forms = await deps.leadForms.list(actor.workspaceId);
  return ok(forms.toSorted((a, b) => b.createdAt - a.createdAt));
}

/** One form of the actor's workspace. */
export async function getForm(
  deps: Pick<FormDeps, "leadForms">,
  actor: Actor,
  { formId }: { formId: string },
): Promise<Result<LeadForm, Failure>> {
  const allowed = authorize(actor, "read");
  if (!allowed.ok) return allowed;
  const form = await deps.leadForms.get(actor.workspaceId, formId);
  return form ? ok(form) : err(notFound());
}
