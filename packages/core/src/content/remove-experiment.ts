import { authorize } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import type { Experiments } from "./experiment.ts";

/** Ends the comparison of two variants; both posts stay as they are. */
export async function removeExperiment(
  deps: { experiments: Pick<Experiments, "get" | "remove"> },
  actor: Actor,
  { experimentId }: { experimentId: string },
): Promise<Result<void, Failure>> {
  const allowed = authorize(actor, "write");
  if (!allowed.ok) return allowed;
  if (!(await deps.experiments.get(actor.workspaceId, experimentId))) return err(notFound());
  await deps.experiments.remove(actor.workspaceId, experimentId);
  return ok(undefined);
}
