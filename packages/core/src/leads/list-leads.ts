import * as v from "valibot";
import { authorize } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import { fromCursor, toCursor } from "../kernel/cursor.ts";
import { type Failure, invalid, notFound } from "../kernel/failure.ts";
import { type Page, pageQuerySchema } from "../kernel/page.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { type Lead, leadStageSchema, leadStages } from "./model.ts";
import type { LeadNote, Leads } from "./ports.ts";
import { leadFor } from "./unite-leads.ts";

export const listLeadsSchema = v.object({ ...pageQuerySchema.entries, stage: v.optional(leadStageSchema) });
export type ListLeadsInput = v.InferOutput<typeof listLeadsSchema>;

/** A page of the workspace's leads, or of those of a stage, the newest first, those whose details are awaited among them. */
export async function listLeads(
  deps: { leads: Leads },
  actor: Actor,
  input: ListLeadsInput,
): Promise<Result<Page<Lead>, Failure>> {
  const allowed = authorize(actor, "read");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const list = `leads ${input.stage ?? ""}`;
  const position = input.cursor === undefined ? undefined : fromCursor(workspaceId, list, input.cursor);
  if (position === null) return err(invalid("invalid-cursor", { field: "cursor" }));
  const after = position && { createdAt: position.at, id: position.id };
  const stages = input.stage ? [input.stage] : leadStages;
  const found = await deps.leads.list(workspaceId, stages, input.limit + 1, after);
  const items = found.slice(0, input.limit);
  const last = items.at(-1);
  const more = found.length > items.length && last;
  return ok({ items, cursor: more ? toCursor(workspaceId, list, { at: last.createdAt, id: last.id }) : undefined });
}

/** One lead of the actor's workspace; the id of a lead that was merged leads to the person's. */
export async function getLead(
  deps: { leads: Leads },
  actor: Actor,
  input: { leadId: string },
): Promise<Result<Lead, Failure>> {
  const allowed = authorize(actor, "read");
  if (!allowed.ok) return allowed;
  const lead = await leadFor(deps.leads, actor.workspaceId, input.leadId);
  return lead ? ok(lead) : err(notFound());
}

/** A lead with its notes, those of the leads that turned out to be it among them, in the order of time. */
export async function getLeadWithNotes(
  deps: { leads: Leads },
  actor: Actor,
  input: { leadId: string },
): Promise<Result<{ lead: Lead; notes: readonly LeadNote[] }, Failure>> {
  const found = await getLead(deps, actor, input);
  if (!found.ok) return found;
  const { workspaceId, id, merged } = found.value;
  const notes = await Promise.all([id, ...merged].map((leadId) => deps.leads.notes(workspaceId, leadId)));
  return ok({ lead: found.value, notes: notes.flat().sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)) });
}
