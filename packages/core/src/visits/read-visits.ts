import { authorize, type Workspaces } from "../access/index.ts";
import type { Campaigns } from "../campaigns/index.ts";
import type { Channel, Channels } from "../channels/connected/index.ts";
import { isSite } from "../channels/sites.ts";
import type { Posts } from "../content/index.ts";
import { daysIn, maxPeriodDays, periodReversed, periodTooLong, type Span } from "../insights/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { excerpt } from "../kernel/text.ts";
import { addDays, dayOf, dayRange } from "../kernel/time.ts";
import type { Site, SiteDay } from "./model.ts";
import { type Comparison, campaignsOf, candidatePosts, postsOf, sourcesOf } from "./origins.ts";
import type { SiteDays, Sites } from "./ports.ts";
import type { MeasuredSite, VisitAbsence, VisitReport } from "./report.ts";
import { changeOf, knownDays, rowsOf, seriesOf, sumsOf } from "./sums.ts";

export interface ReadVisitsDeps {
  readonly workspaces: Pick<Workspaces, "get">;
  readonly channels: Pick<Channels, "list">;
  readonly sites: Pick<Sites, "list">;
  readonly siteDays: Pick<SiteDays, "between">;
  readonly campaigns: Pick<Campaigns, "list">;
  readonly posts: Pick<Posts, "getMany">;
  readonly clock: Clock;
}

/** Analytics have counted a day so long after its end. */
const settledAfterMs = 48 * 3_600_000;
const excerptLength = 120;

/**
 * Visits from social of a period of at most 366 days against another, or the one of equal length before it: by day, source,
 * campaign and post. Costs one query each for the days of both periods, the sites, the channels and the campaigns, and a
 * key for each of at most ten posts; nothing grows with the history.
 */
export async function readVisits(
  deps: ReadVisitsDeps,
  actor: Actor,
  { from, to, before }: Span & { readonly before?: Span | undefined },
): Promise<Result<VisitReport, Failure>> {
  const allowed = authorize(actor, "read");
  if (!allowed.ok) return allowed;
  const length = daysIn(from, to);
  if (length < 1) return err(periodReversed());
  if (length > maxPeriodDays) return err(periodTooLong());
  const { workspaceId } = actor;
  const earlier = before ?? { from: addDays(from, -length), to: addDays(from, -1) };
  const [workspace, channels, sites, campaigns, read] = await Promise.all([
    deps.workspaces.get(workspaceId),
    deps.channels.list(workspaceId),
    deps.sites.list(workspaceId),
    deps.campaigns.list(workspaceId),
    deps.siteDays.between(workspaceId, earlierOf(earlier.from, from), to),
  ]);
  if (!workspace) return err(notFound());
  const now = deps.clock.nowMs();
  const days = within(read, { from, to });
  const daysBefore = within(read, earlier);
  const rows = rowsOf(days);
  const settlingFrom = firstUnsettled(days, sites);
  const comparison = comparable(days, daysBefore, { from, before: earlier, settlingFrom });
  const candidates = candidatePosts(rows).map(({ postId }) => postId);
  const posts = candidates.length > 0 ? await deps.posts.getMany(workspaceId, candidates) : [];
  const texts = new Map(posts.map((post) => [post.id, excerpt(post.base.text, excerptLength)]));
  const measured = measuredSites(channels.filter(isSite), sites);
  const total = days.length > 0 ? sumsOf(rows) : null;
  const last = earlierOf(to, dayOf(now, workspace.timeZone));
  return ok({
    from,
    to,
    before: earlier,
    sites: measured,
    total,
    why: total ? null : whyNothing(measured),
    totalBefore: daysBefore.length > 0 ? sumsOf(rowsOf(daysBefore)) : null,
    change: comparison && changeOf(comparison),
    ...seriesOf(days, { from, to: last < from ? from : last }),
    sources: sourcesOf(rows, comparison),
    campaigns: campaignsOf(rows, comparison, campaigns),
    posts: postsOf(rows, texts),
    daysMissing: missingOf(measured, days, { from, to: last }),
    settlingFrom,
    withheld: days.some(({ withheld }) => withheld),
    sampled: days.some(({ sampled }) => sampled),
  });
}

/** What of two periods may be compared: the days that are counted to the end, and as many days before. */
function comparable(
  days: readonly SiteDay[],
  daysBefore: readonly SiteDay[],
  { from, before, settlingFrom }: { from: string; before: Span; settlingFrom: string | null },
): Comparison | null {
  const isSettled = ({ day }: SiteDay) => settlingFrom === null || day < settlingFrom;
  const end = settlingFrom === null ? addDays(before.to, 1) : addDays(before.from, daysIn(from, settlingFrom) - 1);
  const [own, earlier] = [days.filter(isSettled), daysBefore.filter(({ day }) => day < end)];
  const [nowDays, beforeDays] = [knownDays(own), knownDays(earlier)];
  if (nowDays === 0 || beforeDays === 0) return null;
  return { now: rowsOf(own), nowDays, before: rowsOf(earlier), beforeDays };
}

function measuredSites(channels: readonly Channel[], sites: readonly Site[]): MeasuredSite[] {
  const known = new Map(sites.map((site) => [site.channelId, site]));
  return channels.map(({ id, name, state }) => {
    const { timeZone = null, measuredAt = null, trouble } = known.get(id) ?? {};
    const gone = state === "reconnect" ? ("no-permission" as const) : null;
    return { channelId: id, name, timeZone, measuredAt, trouble: trouble ?? gone };
  });
}

/** Why nothing is known, where nothing is: what can be cured comes first. */
function whyNothing(sites: readonly MeasuredSite[]): VisitAbsence {
  if (sites.length === 0) return "no-site";
  const troubles = sites.map(({ trouble }) => trouble);
  return troubles.includes(null)
    ? "not-yet"
    : (troubles.find((one) => one === "no-permission") ?? troubles[0] ?? "not-yet");
}

function missingOf(sites: readonly MeasuredSite[], days: readonly SiteDay[], { from, to }: Span): number {
  const known = new Set(days.map(({ channelId, day }) => `${channelId} ${day}`));
  let missing = 0;
  for (const { channelId } of sites) {
    for (let day = from; day <= to; day = addDays(day, 1)) if (!known.has(`${channelId} ${day}`)) missing += 1;
  }
  return missing;
}

/** A day is settled when it was measured two days after its end, in its site's zone. */
function firstUnsettled(days: readonly SiteDay[], sites: readonly Site[]): string | null {
  const zones = new Map(sites.map(({ channelId, timeZone }) => [channelId, timeZone]));
  const open = days.find(
    ({ channelId, day, measuredAt }) => measuredAt < dayRange(day, zones.get(channelId) ?? "UTC").to + settledAfterMs,
  );
  return open?.day ?? null;
}

const within = (days: readonly SiteDay[], { from, to }: Span): SiteDay[] =>
  days.filter(({ day }) => day >= from && day <= to);
const earlierOf = (a: string, b: string): string => (a < b ? a : b);
