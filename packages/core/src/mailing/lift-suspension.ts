import * as v from "valibot";
import { authorize, emailSchema } from "../access/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { conflict, type Failure } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { suspensionIdOf } from "./model.ts";
import type { Suspensions } from "./ports.ts";

export const liftSuspensionSchema = v.object({ email: emailSchema });

/** Lets mail go to an address again. For one that is not suspended nothing is to do. */
export async function liftSuspension(
  deps: { suspensions: Suspensions; clock: Clock },
  actor: Actor,
  { email }: v.InferOutput<typeof liftSuspensionSchema>,
): Promise<Result<void, Failure>> {
  const allowed = authorize(actor, "manage-reports");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const known = await deps.suspensions.get(workspaceId, suspensionIdOf(workspaceId, email));
  if (!known || known.lifted) return ok(undefined);
  const lifted = { at: deps.clock.nowMs(), by: actorName(actor) };
  const saved = await deps.suspensions.save({ ...known, lifted, version: known.version + 1 });
  return saved ? ok(undefined) : err(conflict("changed-meanwhile"));
}
