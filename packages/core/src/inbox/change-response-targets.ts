import { authorize } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Failure } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { changedMeanwhile, nobodyEverAnswers } from "./errors.ts";
import {
  defaultResponseTargets,
  type ResponseTargetStore,
  type ResponseTargets,
  type TargetsVersion,
} from "./response-targets.ts";

/** The targets in force; version 0 with the usual ones until somebody decides. */
export async function readResponseTargets(
  deps: { responseTargets: ResponseTargetStore },
  actor: Actor,
): Promise<TargetsVersion> {
  const versions = await deps.responseTargets.list(actor.workspaceId);
  return versions.at(-1) ?? { version: 0, since: 0, targets: defaultResponseTargets };
}

/**
 * Changes the targets for what is written from now on; what waits already keeps the target it came under, and the figures
 * of past days stay as they are. `version` is the one that was read.
 */
export async function changeResponseTargets(
  deps: { responseTargets: ResponseTargetStore; clock: Clock },
  actor: Actor,
  input: { targets: ResponseTargets; version: number },
): Promise<Result<TargetsVersion, Failure>> {
  const allowed = authorize(actor, "respond");
  if (!allowed.ok) return allowed;
  const { targets } = input;
  const weeks = [targets.week, ...targets.channels.flatMap(({ week }) => (week ? [week] : []))];
  if (weeks.some((week) => week.every((day) => day === null))) return err(nobodyEverAnswers());
  const newest = await readResponseTargets(deps, actor);
  if (newest.version !== input.version) return err(changedMeanwhile());
  const next: TargetsVersion = {
    version: input.version + 1,
    since: Math.max(deps.clock.nowMs(), newest.since + 1),
    targets: { ...targets, holidays: [...new Set(targets.holidays)].sort() },
  };
  return (await deps.responseTargets.create(actor.workspaceId, next)) ? ok(next) : err(changedMeanwhile());
}
