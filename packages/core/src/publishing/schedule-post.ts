import * as v from "valibot";
import { authorize, type Workspaces } from "../access/index.ts";
import type { Channel, Channels } from "../channels/connected/index.ts";
import { withoutSites } from "../channels/sites.ts";
import {
  type CheckDeps,
  changedMeanwhile,
  draftFailures,
  moved,
  noChannels,
  type Post,
  type Posts,
  postBreaksRules,
  postIsTemplate,
  unknownChannel,
} from "../content/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import type { EventPublisher } from "../kernel/events.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { eventData } from "./announce.ts";
import { filed, rescheduled, scheduled } from "./calendar-changes.ts";
import { type ChosenTime, chooseTime } from "./choose-time.ts";
import { whenSchema } from "./due-time.ts";
import { alreadyScheduled, channelNeedsReconnect, postNotApproved } from "./errors.ts";
import { publicationScheduled } from "./events.ts";
import { handOver } from "./hand-over.ts";
import { type Publication, publicationIdOf } from "./model.ts";
import type { Publications, PublishingQueues } from "./ports.ts";
import { type SnapshotDeps, snapshotOf } from "./snapshot.ts";

export interface ScheduleDeps extends PublishingQueues, Omit<SnapshotDeps, "channels">, Omit<CheckDeps, "channels"> {
  readonly publications: Publications;
  readonly posts: Posts;
  readonly channels: Channels;
  readonly workspaces: Pick<Workspaces, "get">;
  readonly events: EventPublisher;
}

/** Which of the post's channels (all when absent), and when. */
export const schedulePostSchema = v.object({
  postId: v.string(),
  channelIds: v.optional(v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(50))),
  when: whenSchema,
});
export type SchedulePost = v.InferOutput<typeof schedulePostSchema>;

/** A publication on the calendar, and the clock change that moved its time, to be shown to the person. */
export interface ScheduledPublication {
  readonly publication: Publication;
  readonly clockChange?: ChosenTime["clockChange"];
}

/**
 * Puts an approved post on the calendar of its channels. Everything is checked before anything is stored: approval, each
 * channel's rules, its connection, the time. Doing the same again answers the same publications, so a request that broke
 * off half-way is simply repeated. What was canceled or has failed on a channel is scheduled anew.
 */
export async function schedulePost(
  deps: ScheduleDeps,
  actor: Actor,
  input: SchedulePost,
): Promise<Result<readonly ScheduledPublication[], Failure>> {
  const allowed = authorize(actor, "schedule");
  if (!allowed.ok) return allowed;
  const post = await deps.posts.get(actor.workspaceId, input.postId);
  if (!post) return err(notFound());
  if (post.origin?.kind === "template") return err(postIsTemplate());
  if (post.state !== "approved" && post.state !== "scheduled") return err(postNotApproved(post.state));
  const channels = await chosenChannels(deps.channels, post, input.channelIds);
  if (!channels.ok) return channels;
  const ids = channels.value.map((channel) => channel.id);
  const broken = (await draftFailures(deps, post.workspaceId, post, ids)).flatMap((check) => check.failures);
  if (broken.length > 0) return err(postBreaksRules(broken));
  const plans = await planned(deps, actor, post, channels.value, input);
  if (!plans.ok) return plans;
  if (post.state === "approved") {
    const next = moved(post, "schedule", actor, deps.clock.nowMs());
    if (!next.ok) return next;
    if (!(await deps.posts.save(next.value))) return err(changedMeanwhile());
  }
  const done: ScheduledPublication[] = [];
  for (const plan of plans.value) {
    const stored = await store(deps, plan);
    if (!stored.ok) return stored;
    done.push({ publication: stored.value, clockChange: plan.time.clockChange });
  }
  const made = done.map(({ publication }) => publicationScheduled.make(deps.clock, actor, eventData(publication)));
  await deps.events.publish(made);
  return ok(done);
}

interface Plan {
  readonly post: Post;
  readonly channel: Channel;
  readonly time: ChosenTime;
  readonly wanted: Publication;
  readonly existing: Publication | undefined;
  readonly by: string;
}

async function chosenChannels(
  channels: Pick<Channels, "list">,
  post: Post,
  wanted: readonly string[] = post.channelIds,
): Promise<Result<readonly Channel[], Failure>> {
  if (wanted.length === 0) return err(noChannels());
  const known = new Map(withoutSites(await channels.list(post.workspaceId)).map((channel) => [channel.id, channel]));
  const chosen: Channel[] = [];
  for (const id of new Set(wanted)) {
    const channel = known.get(id);
    if (!channel || !post.channelIds.includes(id)) return err(unknownChannel(id));
    if (channel.state === "reconnect") return err(channelNeedsReconnect(channel.name));
    chosen.push(channel);
  }
  return ok(chosen);
}

async function planned(
  deps: ScheduleDeps,
  actor: Actor,
  post: Post,
  channels: readonly Channel[],
  { when }: SchedulePost,
): Promise<Result<readonly Plan[], Failure>> {
  const by = actorName(actor);
  const ids = channels.map((channel) => publicationIdOf(post.id, channel.id));
  const existing = new Map((await deps.publications.getMany(post.workspaceId, ids)).map((found) => [found.id, found]));
  const plans: Plan[] = [];
  for (const channel of channels) {
    const time = await chooseTime(deps, channel, publicationIdOf(post.id, channel.id), when);
    if (!time.ok) return time;
    const content = await snapshotOf(deps, post, channel.id, time.value.timeZone);
    if (!content) return err(changedMeanwhile());
    const wanted = scheduled({ post, channel, content, time: time.value }, by, deps.clock.nowMs());
    const found = existing.get(wanted.id);
    if (found && !mayReplace(found, wanted)) return err(alreadyScheduled(channel.name, found.state));
    plans.push({ post, channel, time: time.value, wanted, existing: found, by });
  }
  return ok(plans);
}

const isSame = (found: Publication, wanted: Publication) =>
  found.state === "scheduled" && found.dueAt === wanted.dueAt && found.content.revision === wanted.content.revision;

const mayReplace = (found: Publication, wanted: Publication) =>
  isSame(found, wanted) || found.state === "canceled" || found.state === "failed";

async function store(deps: ScheduleDeps, plan: Plan): Promise<Result<Publication, Failure>> {
  const { wanted, existing, channel } = plan;
  if (existing && isSame(existing, wanted)) return ok(existing);
  const stored = existing ? await storeAnew(deps, existing, plan) : await storeNew(deps, wanted);
  if (!stored) return err(alreadyScheduled(channel.name, "scheduled"));
  await handOver(deps, stored);
  return ok(stored);
}

const storeNew = async ({ publications }: ScheduleDeps, wanted: Publication): Promise<Publication | null> =>
  (await publications.create(wanted)) ? wanted : null;

async function storeAnew(
  { publications, clock }: ScheduleDeps,
  existing: Publication,
  { post, wanted, time, by }: Plan,
): Promise<Publication | null> {
  const next = rescheduled(existing, time, by, clock.nowMs());
  return next.ok ? publications.save({ ...next.value, ...filed(post), content: wanted.content }) : null;
}
