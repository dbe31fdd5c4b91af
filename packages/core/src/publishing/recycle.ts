import type { Workspaces } from "../access/index.ts";
import type { Channel, ConnectorFor } from "../channels/connected/index.ts";
import {
  draftFailures,
  type Evergreen,
  type Evergreens,
  noted,
  type Post,
  repeatsOn,
  withRepeat,
  wordingOf,
  writtenPart,
} from "../content/index.ts";
import { derivedId } from "../kernel/derived-id.ts";
import { addDays, dayOf } from "../kernel/time.ts";
import { publicationIdOf } from "./model.ts";
import { type PlannedPostDeps, placeNew, planner } from "./planned-posts.ts";
import { allPublications } from "./read-publications.ts";
import { slotTimes } from "./slots.ts";

export interface RecycleDeps extends PlannedPostDeps {
  readonly evergreens: Evergreens;
  readonly workspaces: Pick<Workspaces, "get">;
  readonly connectorFor: ConnectorFor;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Slots are left to people until this much before them, ms: three days. */
const ahead = 3 * dayMs;
/** And not filled in the last hour, in which someone may be at it. */
const leaveAlone = hourMs;
/** How often a workspace's slots are looked at. */
const again = 6 * hourMs;
/** The newest repeats on a channel whose true times are read. */
const newest = 3;

/** A repeat fills one slot of one channel: its post's id is made of both, so a slot is filled once. */
const repeatIdOf = (channelId: string, at: number): string => derivedId("post", "evergreen", channelId, String(at));

/**
 * Fills the slots of the next three days that stayed empty with evergreen posts of the workspace: on each channel the
 * one whose last appearance there is oldest, and never nearer to one than its distance. A repeat is written into its
 * evergreen before it is made, so a run that breaks off is finished by the next; a repeat that a person canceled leaves
 * its slot empty. Answers how many were planned.
 */
export async function recycle(deps: RecycleDeps, message: { workspaceId: string }): Promise<number> {
  const { workspaceId } = message;
  const workspace = await deps.workspaces.get(workspaceId);
  const marked = (await deps.evergreens.list(workspaceId)).filter(({ active }) => active);
  if (!workspace || marked.length === 0) return 0;
  const now = deps.clock.nowMs();
  const candidates = await repeatable(deps, workspaceId, marked);
  await finish(deps, candidates, now, workspace.timeZone);
  let planned = 0;
  for (const channel of await deps.channels.list(workspaceId)) {
    if (channel.state !== "connected" || channel.slots.length === 0) continue;
    const seen = await appearances(deps, candidates, channel.id);
    for (const at of await emptySlots(deps, channel, workspace.timeZone, now, candidates)) {
      const chosen = longestAgo(candidates, seen, channel.id, at);
      if (!chosen) continue;
      planned += 1;
      await repeat(deps, chosen, channel, at, workspace.timeZone);
      seen.set(chosen.post.id, [...(seen.get(chosen.post.id) ?? []), at]);
    }
  }
  for (const { evergreen } of candidates) await deps.evergreens.save({ ...evergreen, nextPlanAt: now + again });
  return planned;
}

/** An evergreen in its newest state, with its post. */
interface Candidate {
  evergreen: Evergreen;
  readonly post: Post;
  /** Its content is approved and breaks no rule of these channels. */
  readonly soundOn: ReadonlySet<string>;
}

async function repeatable(deps: RecycleDeps, workspaceId: string, marked: readonly Evergreen[]): Promise<Candidate[]> {
  const found = marked.map(async (evergreen): Promise<Candidate[]> => {
    const post = await deps.posts.get(workspaceId, evergreen.id);
    if (!post) return [];
    const approved = post.state === "approved" || post.state === "scheduled";
    const checks = approved ? await draftFailures(deps, workspaceId, post, post.channelIds) : [];
    const sound = checks.filter(({ failures }) => failures.length === 0).map(({ channelId }) => channelId);
    return [{ evergreen, post, soundOn: new Set(sound) }];
  });
  return (await Promise.all(found)).flat();
}

/** Makes the posts of repeats that an earlier run wrote down and did not come to. */
async function finish(deps: RecycleDeps, candidates: readonly Candidate[], now: number, timeZone: string) {
  for (const { evergreen, post } of candidates) {
    for (const { postId, channelId, at } of evergreen.repeats.filter((one) => one.at > now)) {
      const count = repeatsOn(evergreen, channelId).findIndex((one) => one.at === at);
      await placeNew(deps, repeatOf(post, evergreen, { id: postId, channelId, count, now }), { dueAt: at, timeZone });
    }
  }
}

/** When each candidate has appeared, or is to appear, on a channel; what was canceled or failed does not count. */
async function appearances(deps: RecycleDeps, candidates: readonly Candidate[], channelId: string) {
  const seen = new Map<string, number[]>();
  for (const { evergreen, post } of candidates) {
    const recent = repeatsOn(evergreen, channelId).slice(-newest);
    const ids = [post.id, ...recent.map(({ postId }) => postId)].map((id) => publicationIdOf(id, channelId));
    const living = (await deps.publications.getMany(post.workspaceId, ids)).filter(
      ({ state }) => state !== "canceled" && state !== "failed",
    );
    seen.set(
      post.id,
      living.map(({ publishedAt, dueAt }) => publishedAt ?? dueAt),
    );
  }
  return seen;
}

async function emptySlots(
  deps: RecycleDeps,
  channel: Channel,
  timeZone: string,
  now: number,
  candidates: readonly Candidate[],
): Promise<readonly number[]> {
  const range = { from: now + leaveAlone, to: now + ahead };
  const around = await allPublications(deps.publications, channel.workspaceId, { ...range, channelIds: [channel.id] });
  const taken = new Set(around.filter(({ state }) => state !== "canceled" && state !== "failed").map((p) => p.dueAt));
  const tried = new Set(candidates.flatMap(({ evergreen }) => repeatsOn(evergreen, channel.id).map(({ at }) => at)));
  const today = dayOf(now, timeZone);
  const slots = slotTimes(channel.slots, timeZone, today, addDays(today, 5)).map(({ dueAt }) => dueAt);
  return [...new Set(slots)].filter((at) => at > range.from && at < range.to && !taken.has(at) && !tried.has(at));
}

/** The candidate that has not been on the channel for longest, among those far enough from a slot on both sides. */
function longestAgo(
  candidates: readonly Candidate[],
  seen: ReadonlyMap<string, readonly number[]>,
  channelId: string,
  at: number,
): Candidate | undefined {
  const last = ({ post }: Candidate) => Math.max(...(seen.get(post.id) ?? []).filter((time) => time < at));
  return candidates
    .filter(({ post, evergreen, soundOn }) => {
      const times = seen.get(post.id) ?? [];
      const far = times.every((time) => Math.abs(at - time) >= evergreen.minDays * dayMs);
      const more = repeatsOn(evergreen, channelId).length < (evergreen.maxRepeats ?? Number.POSITIVE_INFINITY);
      return soundOn.has(channelId) && far && more && times.some((time) => time < at);
    })
    .sort((a, b) => last(a) - last(b))[0];
}

async function repeat(deps: RecycleDeps, chosen: Candidate, channel: Channel, at: number, timeZone: string) {
  const { post } = chosen;
  const id = repeatIdOf(channel.id, at);
  const count = repeatsOn(chosen.evergreen, channel.id).length;
  const noting = await deps.evergreens.save(withRepeat(chosen.evergreen, { postId: id, channelId: channel.id, at }));
  if (!noting) throw new Error(`The evergreen ${post.id} was changed meanwhile: the message comes again`);
  chosen.evergreen = noting;
  const now = deps.clock.nowMs();
  await placeNew(deps, repeatOf(post, noting, { id, channelId: channel.id, count, now }), { dueAt: at, timeZone });
}

/** A copy of the post for one channel, in the wording whose turn it is. */
function repeatOf(
  post: Post,
  evergreen: Evergreen,
  { id, channelId, count, now }: { id: string; channelId: string; count: number; now: number },
): Post {
  const draft = writtenPart(post);
  const variant = draft.variants[channelId];
  const copy: Post = {
    ...draft,
    base: { ...draft.base, text: wordingOf(post, evergreen, count) },
    channelIds: [channelId],
    variants: variant ? { [channelId]: variant } : {},
    ...{ id, workspaceId: post.workspaceId, state: "scheduled", version: 1, revision: 1, authorId: post.authorId },
    ...{ createdAt: now, updatedAt: now, history: [], origin: { kind: "evergreen", postId: post.id } },
  };
  return noted(noted(copy, now, planner, "created"), now, planner, "scheduled");
}
