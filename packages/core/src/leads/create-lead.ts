import * as v from "valibot";
import { authorize } from "../access/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { derivedId } from "../kernel/derived-id.ts";
import type { DirtyBuckets } from "../kernel/dirty-buckets.ts";
import type { EventPublisher } from "../kernel/events.ts";
import { type Failure, invalid } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { leadReceived } from "./events.ts";
import { normaliseEmail, normalisePhone, threadLeadIdOf } from "./identity.ts";
import { type Lead, noChannel } from "./model.ts";
import type { Leads } from "./ports.ts";
import { uniteByIdentity } from "./unite-leads.ts";

const text = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max));

export const createLeadSchema = v.object({
  /** The same key asks for the same lead. */
  clientKey: text(100),
  name: v.optional(text(200)),
  email: v.optional(text(254)),
  phone: v.optional(text(40)),
  /** The thread that showed the interest; without one the lead is entered by hand. */
  thread: v.optional(v.object({ threadId: text(100), channelId: text(100), postRemoteId: v.optional(text(300)) })),
});
export type CreateLeadInput = v.InferOutput<typeof createLeadSchema>;

/**
 * Enters a lead by hand or from a thread, once per thread or client key. A person who is known by e-mail or telephone
 * gets another source instead of another lead. Returns the person's lead.
 */
export async function createLead(
  deps: { leads: Leads; dirtyBuckets: DirtyBuckets; events: EventPublisher; clock: Clock },
  actor: Actor,
  input: CreateLeadInput,
): Promise<Result<Lead, Failure>> {
  const allowed = authorize(actor, "respond");
  if (!allowed.ok) return allowed;
  const email = input.email === undefined ? undefined : normaliseEmail(input.email);
  if (email === null) return err(invalid("email-malformed", { field: "email" }));
  const phone = input.phone === undefined ? undefined : normalisePhone(input.phone);
  if (phone === null) return err(invalid("phone-malformed", { field: "phone" }));
  const { workspaceId } = actor;
  const { thread } = input;
  const id = thread ? threadLeadIdOf(thread.threadId) : derivedId("lead", workspaceId, "manual", input.clientKey);
  const at = deps.clock.nowMs();
  const created = await deps.leads.create({
    workspaceId,
    id,
    createdAt: at,
    channelId: thread?.channelId,
    name: input.name,
    emails: email ? [email] : [],
    phones: phone ? [phone] : [],
    sources: [{ id, kind: thread ? "thread" : "manual", at, ...thread }],
    stage: "new",
    stages: [{ stage: "new", at, by: actorName(actor) }],
    details: "known",
    fetchAttempts: 0,
    version: 1,
  });
  const lead = await uniteByIdentity(deps.leads, workspaceId, id);
  if (created) {
    const data = { leadId: lead.id, channelId: lead.channelId, newPerson: lead.id === id };
    await deps.events.publish([leadReceived.make(deps.clock, actor, data)]);
    await deps.dirtyBuckets.mark(workspaceId, thread?.channelId ?? noChannel, at);
  }
  return ok(lead);
}
