import * as v from "valibot";
import { authorize } from "../access/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import { derivedId } from "../kernel/derived-id.ts";
import { type Failure, invalid } from "../kernel/failure.ts";
import { givenMoneySchema } from "../kernel/money.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { type AnnounceDeps, receiveLead } from "./announce-known.ts";
import { type Country, normaliseEmail, normalisePhone } from "./identity.ts";
import { aNewLead, type Lead } from "./model.ts";
import type { LeadTermsSource } from "./ports.ts";
import { waitingFrom } from "./waiting.ts";

const text = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max));

/** What is written of a person; at least one of it. */
export const contactEntries = {
  name: v.optional(text(200)),
  email: v.optional(text(254)),
  phone: v.optional(text(40)),
};

export const createLeadSchema = v.object({
  /** The same key asks for the same lead. */
  clientKey: text(100),
  ...contactEntries,
  value: v.optional(givenMoneySchema),
  /** Somebody has answered the person already, so that nobody waits. */
  answered: v.optional(v.boolean()),
});
export type CreateLeadInput = v.InferOutput<typeof createLeadSchema>;

export interface CreateLeadDeps extends AnnounceDeps {
  readonly leadTerms: LeadTermsSource;
}

/**
 * Enters a lead by hand, once per client key. A person who is known by e-mail or telephone gets another source instead
 * of another lead. Returns the person's lead.
 */
export async function createLead(
  deps: CreateLeadDeps,
  actor: Actor,
  input: CreateLeadInput,
): Promise<Result<Lead, Failure>> {
  const allowed = authorize(actor, "respond");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const terms = await deps.leadTerms.of(workspaceId);
  const contact = normalisedContact(input, terms.country);
  if (!contact.ok) return contact;
  if (Object.keys(contact.value).length === 0) return err(invalid("lead-empty", { field: "name" }));
  const id = derivedId("lead", workspaceId, "manual", input.clientKey);
  const at = deps.clock.nowMs();
  const by = actorName(actor);
  const { name, email, phone } = contact.value;
  const lead = aNewLead({ workspaceId, id, createdAt: at, sources: [{ id, kind: "manual", at }] }, by);
  return ok(
    await receiveLead(deps, actor, {
      ...lead,
      name,
      emails: email ? [email] : [],
      phones: phone ? [phone] : [],
      value: input.value,
      ...(input.answered ? { firstResponse: { at, by }, lastResponseAt: at } : { waiting: waitingFrom(at, terms) }),
    }),
  );
}

interface Contact {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
}

/** A contact with its address and number as they are recognised by, or the field that is neither. */
export function normalisedContact(
  { name, email, phone }: { readonly [field in keyof Contact]: Contact[field] | undefined },
  country: Country | undefined,
): Result<Contact, Failure> {
  const address = email === undefined ? undefined : normaliseEmail(email);
  if (address === null) return err(invalid("email-malformed", { field: "email" }));
  const number = phone === undefined ? undefined : normalisePhone(phone, country);
  if (number === null) return err(invalid("phone-malformed", { field: "phone" }));
  return ok({
    ...(name !== undefined && { name }),
    ...(address !== undefined && { email: address }),
    ...(number !== undefined && { phone: number }),
  });
}
