import * as v from "valibot";
import type { Actor } from "../kernel/actor.ts";
import type { DirtyBuckets } from "../kernel/dirty-buckets.ts";
import type { EventPublisher } from "../kernel/events.ts";
import { type Failure, invalid } from "../kernel/failure.ts";
import { versionSchema } from "../kernel/ids.ts";
import { moneySchema } from "../kernel/money.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { type ChangeDeps, type ChangeOf, changeLead } from "./change-lead.ts";
import { leadMoved } from "./events.ts";
import { type Lead, leadStageSchema, noChannel } from "./model.ts";
import { movedTo } from "./transitions.ts";

/** What a lead is worth; nobody pays us less than nothing. */
export const leadValueSchema = v.pipe(
  moneySchema,
  v.check(({ minorUnits }) => minorUnits >= 0, "not below zero"),
);

export const moveLeadSchema = v.object({
  stage: leadStageSchema,
  /** The version that the member saw. */
  version: versionSchema,
  /** What a won lead is worth. */
  value: v.optional(leadValueSchema),
  /** Needed for a lost lead. */
  lostReason: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500))),
});
export type MoveLeadInput = v.InferOutput<typeof moveLeadSchema> & ChangeOf;

/** What a change of a lead needs that is counted. */
export interface CountedChangeDeps extends ChangeDeps {
  readonly dirtyBuckets: DirtyBuckets;
  readonly events: EventPublisher;
}

/** Moves a lead to a stage. A lost one needs its reason. */
export async function moveLead(
  deps: CountedChangeDeps,
  actor: Actor,
  input: MoveLeadInput,
): Promise<Result<Lead, Failure>> {
  const moved = await changeLead(deps, actor, input, (lead, deed) => {
    const needsReason = input.stage === "lost" && input.lostReason === undefined && lead.lostReason === undefined;
    if (needsReason) return err(invalid("lost-reason-missing", { field: "lostReason" }));
    return ok(movedTo(lead, input.stage, deed, input));
  });
  if (!moved.ok) return moved;
  const { before, after } = moved.value;
  const data = { leadId: after.id, from: before.stage, to: after.stage };
  await deps.events.publish([leadMoved.make(deps.clock, actor, data)]);
  await countAnew(deps, after);
  return ok(after);
}

/** Has the hour counted anew in which a lead came: its figures are those of its arrival. */
export const countAnew = (deps: Pick<CountedChangeDeps, "dirtyBuckets">, lead: Lead): Promise<void> =>
  deps.dirtyBuckets.mark(lead.workspaceId, lead.channelId ?? noChannel, lead.createdAt);
