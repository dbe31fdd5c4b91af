import * as v from "valibot";
import { authorize } from "../access/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { newId, versionSchema } from "../kernel/ids.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { type ChangeDeps, type ChangeOf, changeLead } from "./change-lead.ts";
import { leadAnswered } from "./events.ts";
import { type Lead, nextStepSchema } from "./model.ts";
import type { LeadNote } from "./ports.ts";
import { responded, withNextStep } from "./transitions.ts";
import { leadFor } from "./unite-leads.ts";

export const planNextStepSchema = v.object({
  version: versionSchema,
  /** `null`: nothing is planned. */
  nextStep: v.nullable(nextStepSchema),
  /** The step that was planned is done. */
  done: v.optional(v.boolean(), false),
});

/** Plans what is to be done next, takes it back, or says that it was done. */
export async function planNextStep(
  deps: ChangeDeps,
  actor: Actor,
  input: v.InferOutput<typeof planNextStepSchema> & ChangeOf,
): Promise<Result<Lead, Failure>> {
  return changeLead(deps, actor, input, (lead, deed) =>
    ok(withNextStep(lead, input.nextStep ?? undefined, input.done && lead.nextStep !== undefined, deed)),
  );
}

export const noteResponseSchema = v.object({ version: versionSchema });

/** Notes that the person has had a response, outside of the inbox. */
export async function noteResponse(deps: ChangeDeps, actor: Actor, input: ChangeOf): Promise<Result<Lead, Failure>> {
  const noted = await changeLead(deps, actor, input, (lead, deed) => ok(responded(lead, deed)));
  if (noted.ok) await deps.events.publish([leadAnswered.make(deps.clock, actor, { leadId: noted.value.id })]);
  return noted;
}

export const addNoteSchema = v.object({
  text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(2000)),
});

/** Adds a note to a lead; what it says is for the team only. */
export async function addLeadNote(
  deps: ChangeDeps,
  actor: Actor,
  input: v.InferOutput<typeof addNoteSchema> & Pick<ChangeOf, "leadId">,
): Promise<Result<LeadNote, Failure>> {
  const allowed = authorize(actor, "respond");
  if (!allowed.ok) return allowed;
  const lead = await leadFor(deps.leads, actor.workspaceId, input.leadId);
  if (!lead || lead.erasedAt !== undefined) return err(notFound());
  const at = deps.clock.nowMs();
  const note = {
    workspaceId: lead.workspaceId,
    leadId: lead.id,
    id: newId("note", at),
    at,
    by: actorName(actor),
    text: input.text,
  };
  await deps.leads.addNote(note);
  return ok(note);
}
