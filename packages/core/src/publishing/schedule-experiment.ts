import { Temporal } from "temporal-polyfill";
import * as v from "valibot";
import { authorize } from "../access/index.ts";
import type { Experiments } from "../content/index.ts";
import type { Actor } from "../kernel/actor.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { idSchema } from "../kernel/ids.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { localTimeSchema, timeZoneSchema } from "../kernel/time.ts";
import { postNotApproved } from "./errors.ts";
import { type ScheduleDeps, type ScheduledPublication, schedulePost } from "./schedule-post.ts";

/** When the first variant appears; the second follows at the same time of day. */
export const scheduleExperimentSchema = v.object({
  experimentId: idSchema,
  when: v.object({ at: localTimeSchema, timeZone: v.optional(timeZoneSchema) }),
});
export type ScheduleExperiment = v.InferOutput<typeof scheduleExperimentSchema>;

/** Both variants on the calendar, A before B. */
export async function scheduleExperiment(
  deps: ScheduleDeps & { experiments: Pick<Experiments, "get"> },
  actor: Actor,
  input: ScheduleExperiment,
): Promise<Result<readonly [ScheduledPublication, ScheduledPublication], Failure>> {
  const allowed = authorize(actor, "schedule");
  if (!allowed.ok) return allowed;
  const experiment = await deps.experiments.get(actor.workspaceId, input.experimentId);
  if (!experiment) return err(notFound());
  const { a, b, channelId, gapDays } = experiment;
  // Both are looked at before either is scheduled, so that a test never begins whose second half cannot follow.
  for (const id of [a, b]) {
    const post = await deps.posts.get(actor.workspaceId, id);
    if (!post) return err(notFound());
    if (post.state !== "approved" && post.state !== "scheduled") return err(postNotApproved(post.state));
  }
  const later = Temporal.PlainDateTime.from(input.when.at).add({ days: gapDays }).toString({ smallestUnit: "second" });
  const first = await schedulePost(deps, actor, { postId: a, channelIds: [channelId], when: input.when });
  if (!first.ok) return first;
  const second = await schedulePost(deps, actor, {
    postId: b,
    channelIds: [channelId],
    when: { ...input.when, at: later },
  });
  if (!second.ok) return second;
  const [one, other] = [first.value[0], second.value[0]];
  if (!one || !other) throw new Error(`The test ${experiment.id} was scheduled without a publication`);
  return ok([one, other]);
}
