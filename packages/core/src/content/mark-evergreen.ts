import * as v from "valibot";
import { authorize } from "../access/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { changedMeanwhile, evergreenNotApproved, evergreenOfRepeat } from "./errors.ts";
import { type Evergreen, evergreenWishSchema } from "./evergreen.ts";
import type { Evergreens, Posts } from "./ports.ts";

export const markEvergreenSchema = v.object({ postId: v.string(), ...evergreenWishSchema.entries });

interface EvergreenDeps {
  readonly evergreens: Evergreens;
  readonly posts: Pick<Posts, "get">;
  readonly clock: Clock;
}

/**
 * Lets an approved post go out again in free slots, or changes how. Only who may approve can: each repeat appears
 * without being looked at again. What has been planned of it stays.
 */
export async function markEvergreen(
  deps: EvergreenDeps,
  actor: Actor,
  input: v.InferOutput<typeof markEvergreenSchema>,
): Promise<Result<Evergreen, Failure>> {
  const allowed = authorize(actor, "approve");
  if (!allowed.ok) return allowed;
  const post = await deps.posts.get(actor.workspaceId, input.postId);
  if (!post) return err(notFound());
  if (post.origin) return err(evergreenOfRepeat());
  if (post.state !== "approved" && post.state !== "scheduled") return err(evergreenNotApproved());
  const { postId: id, minDays, maxRepeats, texts } = input;
  const now = deps.clock.nowMs();
  const wish = { minDays, maxRepeats, texts, active: true, nextPlanAt: now };
  const found = await deps.evergreens.get(actor.workspaceId, id);
  if (found) return saved(deps, { ...found, ...wish });
  const fresh = { id, workspaceId: actor.workspaceId, repeats: [], createdBy: actorName(actor), createdAt: now };
  const evergreen: Evergreen = { ...fresh, ...wish, version: 1 };
  return (await deps.evergreens.create(evergreen)) ? ok(evergreen) : err(changedMeanwhile());
}

/** Makes no more repeats of a post; those on the calendar stay and can be canceled like any other. */
export async function stopEvergreen(
  deps: EvergreenDeps,
  actor: Actor,
  input: { postId: string },
): Promise<Result<Evergreen, Failure>> {
  const allowed = authorize(actor, "approve");
  if (!allowed.ok) return allowed;
  const found = await deps.evergreens.get(actor.workspaceId, input.postId);
  return found ? saved(deps, { ...found, active: false, nextPlanAt: undefined }) : err(notFound());
}

async function saved({ evergreens }: EvergreenDeps, evergreen: Evergreen): Promise<Result<Evergreen, Failure>> {
  const stored = await evergreens.save(evergreen);
  return stored ? ok(stored) : err(changedMeanwhile());
}
