import * as v from "valibot";
import { authorize } from "../access/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import type { DirtyBuckets } from "../kernel/dirty-buckets.ts";
import type { EventPublisher } from "../kernel/events.ts";
import { conflict, type Failure, invalid, notFound } from "../kernel/failure.ts";
import { versionSchema } from "../kernel/ids.ts";
import { moneySchema } from "../kernel/money.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { leadMoved } from "./events.ts";
import { type Lead, leadStageSchema, movedTo, noChannel } from "./model.ts";
import type { Leads } from "./ports.ts";
import { leadFor } from "./unite-leads.ts";

export const moveLeadSchema = v.object({
  stage: leadStageSchema,
  /** The version that the member saw. */
  version: versionSchema,
  /** What a won lead is worth. */
  value: v.optional(moneySchema),
  /** Needed for a lost lead. */
  lostReason: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500))),
});
export type MoveLeadInput = v.InferOutput<typeof moveLeadSchema> & { readonly leadId: string };

/** Moves a lead to a stage. A lost one needs its reason. */
export async function moveLead(
  deps: { leads: Leads; dirtyBuckets: DirtyBuckets; events: EventPublisher; clock: Clock },
  actor: Actor,
  input: MoveLeadInput,
): Promise<Result<Lead, Failure>> {
  const allowed = authorize(actor, "respond");
  if (!allowed.ok) return allowed;
  const lead = await leadFor(deps.leads, actor.workspaceId, input.leadId);
  if (!lead) return err(notFound());
  if (lead.version !== input.version) return err(conflict("changed-meanwhile"));
  if (input.stage === "lost" && input.lostReason === undefined && lead.lostReason === undefined) {
    return err(invalid("lost-reason-missing", { field: "lostReason" }));
  }
  const now = deps.clock.nowMs();
  const moved = movedTo(lead, input.stage, now, actorName(actor), input);
  if (!(await deps.leads.save(moved))) return err(conflict("changed-meanwhile"));
  const data = { leadId: lead.id, from: lead.stage, to: input.stage };
  await deps.events.publish([leadMoved.make(deps.clock, actor, data)]);
  await deps.dirtyBuckets.mark(lead.workspaceId, lead.channelId ?? noChannel, lead.createdAt);
  return ok(moved);
}
