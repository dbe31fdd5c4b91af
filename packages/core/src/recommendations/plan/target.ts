import type { Channels } from "../../channels/connected/index.ts";
import {
  changeResponseTargets,
  type ResponseTargetStore,
  type ResponseTargets,
  readResponseTargets,
} from "../../inbox/index.ts";
import type { Actor } from "../../kernel/actor.ts";
import type { Clock } from "../../kernel/clock.ts";
import { conflict, type Failure, notFound } from "../../kernel/failure.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { recommendationGone } from "../failures.ts";
import type { ProposalOf, Undo } from "../model.ts";

export interface TargetDeps {
  readonly channels: Pick<Channels, "get">;
  readonly responseTargets: ResponseTargetStore;
  readonly clock: Clock;
}

type TargetUndo = Extract<Undo, { kind: "target" }>;

/** How often a lost race is run again. */
const mostTries = 4;

const ownOf = ({ channels }: ResponseTargets, channelId: string) =>
  channels.find((channel) => channel.channelId === channelId);

/** The target that holds on a channel, minutes. */
export const targetOn = (targets: ResponseTargets, channelId: string): number =>
  ownOf(targets, channelId)?.targetMinutes ?? targets.targetMinutes;

/** The targets with another one for a channel; `null` takes its own away, where nothing but the target is its own. */
function withTarget(targets: ResponseTargets, channelId: string, minutes: number | null): ResponseTargets {
  const own = ownOf(targets, channelId);
  const others = targets.channels.filter((channel) => channel.channelId !== channelId);
  const target = minutes ?? (own?.week ? targets.targetMinutes : null);
  const changed = target === null ? [] : [{ channelId, targetMinutes: target, week: own?.week ?? null }];
  return { ...targets, channels: [...others, ...changed] };
}

/** Sets a channel's response target from now on. It is not made shorter by this: then the advice is of another time. */
export async function applyTarget(
  deps: TargetDeps,
  actor: Actor,
  { channelId, minutes }: ProposalOf<"response-target">,
): Promise<Result<Undo | undefined, Failure>> {
  if (!(await deps.channels.get(actor.workspaceId, channelId))) return err(notFound());
  return changeTargets<Undo | undefined>(deps, actor, (targets) => {
    const present = targetOn(targets, channelId);
    if (present === minutes) return { done: undefined };
    if (present > minutes) return { refused: recommendationGone() };
    const before = ownOf(targets, channelId)?.targetMinutes ?? null;
    return {
      next: withTarget(targets, channelId, minutes),
      done: { kind: "target", channelId, before, after: minutes },
    };
  });
}

/** Sets the target back, unless somebody has set another since. */
export const undoTarget = (deps: TargetDeps, actor: Actor, undo: TargetUndo): Promise<Result<unknown, Failure>> =>
  changeTargets(deps, actor, (targets) =>
    ownOf(targets, undo.channelId)?.targetMinutes === undo.after
      ? { next: withTarget(targets, undo.channelId, undo.before), done: undefined }
      : { done: undefined },
  );

type Step<Done> = { readonly next?: ResponseTargets; readonly done: Done } | { readonly refused: Failure };

async function changeTargets<Done>(
  deps: TargetDeps,
  actor: Actor,
  change: (targets: ResponseTargets) => Step<Done>,
): Promise<Result<Done, Failure>> {
  for (let tried = 0; tried < mostTries; tried += 1) {
    const { version, targets } = await readResponseTargets(deps, actor);
    const step = change(targets);
    if ("refused" in step) return err(step.refused);
    if (!step.next) return ok(step.done);
    const changed = await changeResponseTargets(deps, actor, { targets: step.next, version });
    if (changed.ok) return ok(step.done);
    if (changed.error.kind !== "conflict") return changed;
  }
  return err(conflict("changed-meanwhile"));
}
