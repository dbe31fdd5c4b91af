import * as v from "valibot";
import { authorize } from "../access/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import { type Failure, invalid, notFound } from "../kernel/failure.ts";
import { newId, versionSchema } from "../kernel/ids.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { addDays, dayOf } from "../kernel/time.ts";
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

/**
 * Plans what is to be done next, takes it back, or says that it was done. A day that has passed is only kept, never chosen.
 */
export async function planNextStep(
  deps: ChangeDeps,
  actor: Actor,
  input: v.InferOutput<typeof planNextStepSchema> & ChangeOf,
): Promise<Result<Lead, Failure>> {
  return changeLead(deps, actor, input, (lead, deed) => {
    const { nextStep } = input;
    if (nextStep && nextStep.day !== lead.nextStep?.day && !isAhead(nextStep.day, deed.at)) {
      return err(invalid("next-step-not-ahead", { field: "nextStep" }));
    }
    return ok(withNextStep(lead, nextStep ?? undefined, input.done && lead.nextStep !== undefined, deed));
  });
}

/** How far ahead a step is planned at most, in days; whoever types 2099 has mistyped it. */
const furthestDays = 730;

/** Whether a day is today or later wherever the workspace is, and not beyond all plans. */
function isAhead(day: string, nowMs: number): boolean {
  const today = dayOf(nowMs, "UTC");
  return day >= addDays(today, -1) && day <= addDays(today, furthestDays);
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
