import type { Channels } from "../channels/connected/index.ts";
import { withoutSites } from "../channels/sites.ts";
import { noted, type Post, type Posts } from "../content/index.ts";
import { actorName, systemActor } from "../kernel/actor.ts";
import type { EventPublisher } from "../kernel/events.ts";
import { ok } from "../kernel/result.ts";
import { eventData } from "./announce.ts";
import { type CalendarTime, canceled, filed, renewed, rescheduled, scheduled } from "./calendar-changes.ts";
import { publicationsOf } from "./cancel-publication.ts";
import { changePublication } from "./change-publication.ts";
import { publicationCanceled, publicationScheduled } from "./events.ts";
import { handOver } from "./hand-over.ts";
import { type Publication, publicationIdOf } from "./model.ts";
import type { Publications, PublishingQueues } from "./ports.ts";
import { type SnapshotDeps, snapshotOf } from "./snapshot.ts";

/** What puts posts on the calendar without a person. */
export interface PlannedPostDeps extends PublishingQueues, Omit<SnapshotDeps, "channels"> {
  readonly posts: Posts;
  readonly publications: Publications;
  readonly channels: Pick<Channels, "get" | "list">;
  readonly events: EventPublisher;
}

/** The planner, as histories name it. */
export const planner = "system:plan";

/** The planner itself took it off the calendar, so the planner may put it back; what a person canceled stays so. */
const byPlanner = ({ history }: Pick<Publication | Post, "history">): boolean => history.at(-1)?.by === planner;

/** Stores a planned post once and puts it on its channels' calendar; one that exists is brought up to date. */
export async function placeNew(deps: PlannedPostDeps, wanted: Post, time: CalendarTime): Promise<void> {
  if (await deps.posts.create(wanted)) return placeOn(deps, wanted, time, []);
  const found = await deps.posts.get(wanted.workspaceId, wanted.id);
  if (found) await placePost(deps, found, time);
}

/**
 * Brings a stored post's publications to what they are to be, whatever an earlier run left undone: each channel has its
 * publication, content that is older than the post's is renewed until the claim.
 */
export async function placePost(deps: PlannedPostDeps, post: Post, time: CalendarTime): Promise<void> {
  if (post.state === "scheduled") await placeOn(deps, post, time, await publicationsOf(deps.publications, post));
}

async function placeOn(deps: PlannedPostDeps, post: Post, time: CalendarTime, present: readonly Publication[]) {
  const known = new Map(
    withoutSites(await deps.channels.list(post.workspaceId)).map((channel) => [channel.id, channel]),
  );
  const placed = new Map(present.map((found) => [found.id, found]));
  for (const channelId of post.channelIds) {
    const channel = known.get(channelId);
    const found = placed.get(publicationIdOf(post.id, channelId));
    if (!channel || (found && !wantsMore(found, post))) continue;
    const content = await snapshotOf(deps, post, channelId, time.timeZone);
    if (!content) continue;
    const next = scheduled({ post, channel, content, time }, planner, deps.clock.nowMs());
    if (!found) await put(deps, next);
    else await bringUpToDate(deps, found, next, time);
  }
}

/** It shows older words, or the planner took it off the calendar and may put it back. */
const wantsMore = (found: Publication, post: Post): boolean =>
  found.state === "canceled" ? byPlanner(found) : found.content.revision < post.revision;

/** Takes what has not been claimed of a planned post off the calendar; the post too, when nothing of it is left. */
export async function withdrawPost(deps: PlannedPostDeps, post: Post): Promise<void> {
  await withdrawChannels(deps, post, post.channelIds);
  const left = await publicationsOf(deps.publications, post);
  if (post.state !== "scheduled" || left.some(({ state }) => state !== "canceled" && state !== "failed")) return;
  await deps.posts.save(noted({ ...post, state: "canceled" }, deps.clock.nowMs(), planner, "canceled"));
}

/** Takes a post's publications on some of its channels off the calendar, as far as they are not claimed. */
export async function withdrawChannels(
  deps: PlannedPostDeps,
  post: Pick<Post, "id" | "workspaceId">,
  channelIds: readonly string[],
): Promise<void> {
  const actor = systemActor(post.workspaceId, "plan");
  for (const publication of await publicationsOf(deps.publications, { ...post, channelIds: [...channelIds] })) {
    if (publication.state !== "scheduled") continue;
    const done = await changePublication(deps.publications, post.workspaceId, publication.id, (newest) =>
      canceled(newest, actorName(actor), deps.clock.nowMs()),
    );
    if (done.ok) await deps.events.publish([publicationCanceled.make(deps.clock, actor, eventData(done.value))]);
  }
}

/** A canceled post of the planner's, ready to be placed again; `null` for one that a person canceled. */
export const revived = (post: Post, now: number): Post | null =>
  post.state === "canceled" && byPlanner(post)
    ? noted({ ...post, state: "scheduled" }, now, planner, "scheduled")
    : null;

async function put(deps: PlannedPostDeps, publication: Publication): Promise<void> {
  if (await deps.publications.create(publication)) await announcePlanned(deps, publication);
}

async function bringUpToDate(
  deps: PlannedPostDeps,
  found: Publication,
  wanted: Publication,
  time: CalendarTime,
): Promise<void> {
  const { workspaceId, id } = found;
  if (found.state === "canceled" && byPlanner(found)) {
    const done = await changePublication(deps.publications, workspaceId, id, (newest) => {
      if (newest.state !== "canceled") return ok(newest);
      const again = rescheduled(newest, time, planner, deps.clock.nowMs());
      return again.ok ? ok({ ...again.value, ...filed(wanted), content: wanted.content }) : again;
    });
    if (done.ok) await announcePlanned(deps, done.value);
  } else if (found.state === "scheduled" && found.content.revision < wanted.content.revision) {
    await changePublication(deps.publications, workspaceId, id, (newest) => {
      const next = renewed(newest, wanted.content);
      return next.ok ? ok({ ...next.value, ...filed(wanted) }) : next;
    });
  }
}

async function announcePlanned(deps: PlannedPostDeps, publication: Publication): Promise<void> {
  const actor = systemActor(publication.workspaceId, "plan");
  await handOver(deps, publication);
  await deps.events.publish([publicationScheduled.make(deps.clock, actor, eventData(publication))]);
}
