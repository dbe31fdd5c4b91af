import * as v from "valibot";
import type { Actor } from "../kernel/actor.ts";
import { type Failure, invalid } from "../kernel/failure.ts";
import { versionSchema } from "../kernel/ids.ts";
import { givenMoneySchema } from "../kernel/money.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { type ChangeDeps, type ChangeOf, changeLead } from "./change-lead.ts";
import { type Lead, leadStageSchema } from "./model.ts";
import { movedTo } from "./transitions.ts";

/** What a lead is worth; nobody pays us less than nothing. */
export const leadValueSchema = v.pipe(
  givenMoneySchema,
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

/** Moves a lead to a stage. A lost one needs its reason. Who listens is told, whatever dies after it was stored. */
export async function moveLead(deps: ChangeDeps, actor: Actor, input: MoveLeadInput): Promise<Result<Lead, Failure>> {
  return changeLead(deps, actor, input, (lead, deed) => {
    const needsReason = input.stage === "lost" && input.lostReason === undefined && lead.lostReason === undefined;
    if (needsReason) return err(invalid("lost-reason-missing", { field: "lostReason" }));
    return ok(movedTo(lead, input.stage, deed, input));
  });
}
