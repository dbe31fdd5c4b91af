import { withoutSites } from "../channels/sites.ts";
import {
  type CheckDeps,
  draftFailures,
  dueForCalendar,
  noChannels,
  noted,
  type Post,
  rewritten,
  type Series,
  type SeriesStore,
  seriesHorizon,
  upcoming,
  writtenPart,
} from "../content/index.ts";
import { derivedId } from "../kernel/derived-id.ts";
import { inBatches } from "../kernel/in-batches.ts";
import { inZone } from "../kernel/time.ts";
import { instantOf } from "./due-time.ts";
import {
  type PlannedPostDeps,
  placeNew,
  placePost,
  planner,
  revived,
  withdrawChannels,
  withdrawPost,
} from "./planned-posts.ts";

export interface PlanSeriesDeps extends PlannedPostDeps, Omit<CheckDeps, "channels"> {
  readonly series: SeriesStore;
}

const mostRounds = 5;
/** Dates that are worked on at once. */
const parallelDates = 8;
const dayMs = 86_400_000;

/** A date of a series is a post whose id is made of both, so that it exists once whoever makes it, however often. */
export const occurrenceIdOf = (seriesId: string, at: string): string => derivedId("post", seriesId, at);

/** What a run did: `stale` when the series kept changing, so that another run must follow. */
export type PlanOutcome = "gone" | "planned" | "stale";

/**
 * Brings a series and the calendar together: dates that are to come get their posts and publications, those made
 * earlier take over what was changed, and those that are no longer wanted go, each up to the moment of its claim. What
 * a person did to a single date stays. The dates are written into the series before their posts are made, and the
 * series is looked at again at the end: whatever runs at the same time, or breaks off, the last run sees every date.
 */
export async function planSeries(
  deps: PlanSeriesDeps,
  message: { workspaceId: string; seriesId: string },
): Promise<PlanOutcome> {
  for (let round = 0; round < mostRounds; round += 1) {
    const found = await deps.series.get(message.workspaceId, message.seriesId);
    const template = found && (await deps.posts.get(message.workspaceId, found.postId));
    if (!found || !template) return "gone";
    const now = deps.clock.nowMs();
    const local = localNow(now, found.timeZone);
    const broken = await brokenRule(deps, template);
    const wanted = new Set(dueForCalendar(found, local));
    const made = [...new Set([...found.made.filter((at) => at >= local), ...wanted])].sort();
    const noting = await deps.series.save({ ...found, made, problem: broken });
    if (!noting) continue;
    const run = { ...deps, channels: await channelsOnce(deps, message.workspaceId) };
    await inBatches(made, parallelDates, (at) =>
      wanted.has(at) ? keepDate(run, noting, template, at, broken === undefined) : dropDate(run, noting, at),
    );
    if (await deps.series.save({ ...noting, nextPlanAt: nextLook(noting, now) })) return "planned";
  }
  return "stale";
}

/** The channels as they are now, read once for all dates of a run. */
async function channelsOnce(deps: PlanSeriesDeps, workspaceId: string): Promise<PlanSeriesDeps["channels"]> {
  const all = withoutSites(await deps.channels.list(workspaceId));
  return { list: async () => all, get: async (_, id) => all.find((channel) => channel.id === id) ?? null };
}

/** The wall-clock minute of an instant. */
export const localNow = (now: number, timeZone: string): string =>
  inZone(now, timeZone).toPlainDateTime().toString({ smallestUnit: "minute" });

async function brokenRule(deps: PlanSeriesDeps, template: Post): Promise<Series["problem"]> {
  if (template.channelIds.length === 0) return { code: noChannels().code };
  const checks = await draftFailures(deps, template.workspaceId, template, template.channelIds);
  const [first] = checks.flatMap(({ failures }) => failures);
  return first && { code: first.code, ...(first.params && { params: { ...first.params } }) };
}

async function keepDate(deps: PlanSeriesDeps, series: Series, template: Post, at: string, sound: boolean) {
  const { dueAt } = instantOf(at, series.timeZone);
  const now = deps.clock.nowMs();
  if (dueAt <= now) return;
  const time = { dueAt, timeZone: series.timeZone };
  const fresh = template.state === "approved" && sound;
  const existing = await deps.posts.get(series.workspaceId, occurrenceIdOf(series.id, at));
  if (!existing) {
    if (fresh) await placeNew(deps, occurrence(series, template, at, now), time);
    return;
  }
  const back = revived(existing, now);
  const next = fresh ? retold(back ?? existing, template, now) : (back ?? existing);
  const stored = next === existing ? existing : await deps.posts.save(next);
  if (!stored) return;
  const gone = existing.channelIds.filter((id) => !stored.channelIds.includes(id));
  await withdrawChannels(deps, stored, gone);
  await placePost(deps, stored, time);
}

async function dropDate(deps: PlanSeriesDeps, series: Series, at: string): Promise<void> {
  const existing = await deps.posts.get(series.workspaceId, occurrenceIdOf(series.id, at));
  if (existing) await withdrawPost(deps, existing);
}

function occurrence(series: Series, template: Post, at: string, now: number): Post {
  const post: Post = {
    ...writtenPart(template),
    id: occurrenceIdOf(series.id, at),
    workspaceId: series.workspaceId,
    state: "scheduled",
    version: 1,
    revision: 1,
    authorId: template.authorId,
    createdAt: now,
    updatedAt: now,
    history: [],
    origin: { kind: "series", seriesId: series.id, at, revision: template.revision },
  };
  return noted(noted(post, now, planner, "created"), now, planner, "scheduled");
}

/** The date with the template's newest words; as it is when it has them, or words of its own. */
function retold(post: Post, template: Post, now: number): Post {
  const { origin } = post;
  if (post.state !== "scheduled" || origin?.kind !== "series" || origin.own) return post;
  if (origin.revision === template.revision) return post;
  const next = rewritten(post, writtenPart(template));
  return noted({ ...next, origin: { ...origin, revision: template.revision } }, now, planner, "edited");
}

/** When the series is looked at again: daily while dates come in sight, or as soon as its next date does. */
function nextLook(series: Series, now: number): number | undefined {
  if (series.state !== "active") return undefined;
  const from = series.made.at(-1) ?? localNow(now, series.timeZone);
  const next = upcoming(series, from, 2).find((at) => !series.made.includes(at));
  if (next === undefined) return undefined;
  const inSight = instantOf(next, series.timeZone).dueAt - seriesHorizon.days * dayMs;
  return Math.max(inSight, now + dayMs);
}
