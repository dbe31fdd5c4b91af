import * as v from "valibot";
import type { Members } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import { type Failure, invalid } from "../kernel/failure.ts";
import { idSchema, versionSchema } from "../kernel/ids.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { type ChangeDeps, type ChangeOf, changeLead } from "./change-lead.ts";
import { normaliseEmail, normalisePhone } from "./identity.ts";
import type { Lead } from "./model.ts";
import { leadValueSchema } from "./move-lead.ts";
import type { LeadTermsSource } from "./ports.ts";
import { edited } from "./transitions.ts";

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

export interface EditLeadDeps extends ChangeDeps {
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
  return changeLead(deps, actor, input, (lead, deed) => ok(edited(lead, { ...input, ...contact }, deed)));
}

const known = (texts: readonly (string | null)[] | undefined): readonly string[] | undefined =>
  texts && [...new Set(texts.filter((text) => text !== null))];
