import * as v from "valibot";
import { authorize } from "../access/index.ts";
import { changedMeanwhile, moved, type Post } from "../content/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { eventData } from "./announce.ts";
import { rescheduled } from "./calendar-changes.ts";
import { changePublication } from "./change-publication.ts";
import { chooseTime } from "./choose-time.ts";
import { whenSchema } from "./due-time.ts";
import { channelNeedsReconnect, postNotApproved } from "./errors.ts";
import { publicationRescheduled } from "./events.ts";
import { handOver } from "./hand-over.ts";
import type { ScheduleDeps, ScheduledPublication } from "./schedule-post.ts";

export const reschedulePublicationSchema = v.object({ publicationId: v.string(), when: whenSchema });
export type ReschedulePublication = v.InferOutput<typeof reschedulePublicationSchema>;

/**
 * Moves a publication to another time, up to the moment of its claim; `publication-too-late` afterwards. One that was
 * canceled or has failed is begun anew at that time, if its post is (still) approved; the post is `scheduled` then.
 */
export async function reschedulePublication(
  deps: ScheduleDeps,
  actor: Actor,
  input: ReschedulePublication,
): Promise<Result<ScheduledPublication, Failure>> {
  const allowed = authorize(actor, "schedule");
  if (!allowed.ok) return allowed;
  const found = await deps.publications.get(actor.workspaceId, input.publicationId);
  const channel = found && (await deps.channels.get(actor.workspaceId, found.channelId));
  if (!found || !channel) return err(notFound());
  if (channel.state === "reconnect") return err(channelNeedsReconnect(channel.name));
  const time = await chooseTime(deps, channel, found.id, input.when);
  if (!time.ok) return time;
  const post = await scheduledPost(deps, actor, found.postId);
  if (!post.ok) return post;
  const now = deps.clock.nowMs();
  const changed = await changePublication(deps.publications, actor.workspaceId, found.id, (newest) =>
    rescheduled(newest, time.value, actorName(actor), now),
  );
  if (!changed.ok) return changed;
  await handOver(deps, changed.value);
  await deps.events.publish([publicationRescheduled.make(deps.clock, actor, eventData(changed.value))]);
  return ok({ publication: changed.value, clockChange: time.value.clockChange });
}

/** The post, marked as on the calendar before a publication is: what is edited from now on is told to be too late or appears. */
async function scheduledPost(deps: ScheduleDeps, actor: Actor, postId: string): Promise<Result<Post, Failure>> {
  const post = await deps.posts.get(actor.workspaceId, postId);
  if (!post) return err(notFound());
  if (post.state === "scheduled") return ok(post);
  if (post.state !== "approved") return err(postNotApproved(post.state));
  const next = moved(post, "schedule", actor, deps.clock.nowMs());
  if (!next.ok) return next;
  const saved = await deps.posts.save(next.value);
  return saved ? ok(saved) : err(changedMeanwhile());
}
