import * as v from "valibot";
import type { Members } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import { type Failure, invalid } from "../kernel/failure.ts";
import { idSchema, versionSchema } from "../kernel/ids.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { type ChangeOf, changeLead } from "./change-lead.ts";
import { normaliseEmail, normalisePhone } from "./identity.ts";
import type { Lead } from "./model.ts";
import { type CountedChangeDeps, countAnew, leadValueSchema } from "./move-lead.ts";
import type { LeadTermsSource } from "./ports.ts";
import { edited } from "./transitions.ts";
import { uniteByIdentity } from "./unite-leads.ts";

const many = (length: number) =>
  v.pipe(v.array(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(length))), v.maxLength(10));

export const editLeadSchema = v.object({
  version: versionSchema,
  /** Empty: nobody knows the name. */
  name: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200))),
  emails: v.optional(many(254)),
  phones: v.optional(many(40)),
  /** A member's id; `null` for nobody. */
  ownerId: v.optional(v.nullable(idSchema)),
  value: v.optional(v.nullable(leadValueSchema)),
});
export type EditLeadInput = v.InferOutput<typeof editLeadSchema> & ChangeOf;

export interface EditLeadDeps extends CountedChangeDeps {
  readonly members: Pick<Members, "get">;
  readonly leadTerms: LeadTermsSource;
}

/**
 * Changes a lead's contact, owner or value. A contact that belongs to another lead makes one lead of the two. Returns
 * the person's lead.
 */
export async function editLead(deps: EditLeadDeps, actor: Actor, input: EditLeadInput): Promise<Result<Lead, Failure>> {
  const { workspaceId } = actor;
  const { ownerId } = input;
  if (ownerId && !(await deps.members.get(workspaceId, ownerId))) {
    return err(invalid("owner-unknown", { field: "ownerId" }));
  }
  const { country } = await deps.leadTerms.of(workspaceId);
  const emails = input.emails?.map(normaliseEmail);
  const phones = input.phones?.map((phone) => normalisePhone(phone, country));
  if (emails?.includes(null)) return err(invalid("email-malformed", { field: "emails" }));
  if (phones?.includes(null)) return err(invalid("phone-malformed", { field: "phones" }));
  const contact = { emails: known(emails), phones: known(phones) };
  const saved = await changeLead(deps, actor, input, (lead, deed) => ok(edited(lead, { ...input, ...contact }, deed)));
  if (!saved.ok) return saved;
  const { before, after } = saved.value;
  await letGo(deps, before, after);
  const person = await uniteByIdentity(deps, workspaceId, after.id);
  if (person.version !== after.version || person.id !== after.id) await deps.leads.noteDuties(person);
  for (const lead of [before, person]) await countAnew(deps, lead);
  return ok(person);
}

const known = (texts: readonly (string | null)[] | undefined): readonly string[] | undefined =>
  texts && [...new Set(texts.filter((text) => text !== null))];

/** What is no longer written of a lead does not recognise it any more. */
async function letGo({ leads }: Pick<EditLeadDeps, "leads">, before: Lead, after: Lead): Promise<void> {
  const gone = [
    ...before.emails
      .filter((value) => !after.emails.includes(value))
      .map((value) => ({ kind: "email" as const, value })),
    ...before.phones
      .filter((value) => !after.phones.includes(value))
      .map((value) => ({ kind: "phone" as const, value })),
  ];
  await Promise.all(gone.map((identity) => leads.dropIdentity(after.workspaceId, identity, after.id)));
}
