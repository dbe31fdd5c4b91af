import { Temporal } from "temporal-polyfill";
import type { Insight } from "#core/channels/platforms/facebook/wire.ts";
import { graphTime } from "../../meta/graph-answer.ts";
import { GraphError, invisible } from "../../meta/graph-error.ts";
import type { Page } from "./model.ts";
import { type DayFigures, figuresAt, followersAt, pageFigures } from "./reach.ts";
import type { World } from "./world.ts";

/** Facebook shows audience figures to pages of at least so many followers. */
const fewestFollowers = 100;
const longestRangeDays = 90;

const countryShares = { UA: 0.83, PL: 0.08, DE: 0.05, GB: 0.04 };
const cityShares = { "Kyiv, Ukraine": 0.71, "Lviv, Ukraine": 0.12, "Warsaw, Poland": 0.09, "Berlin, Germany": 0.08 };

const pageMetrics: Readonly<Record<string, (figures: DayFigures) => number | Record<string, number>>> = {
  page_follows: (it) => it.followers,
  page_daily_follows_unique: (it) => it.gained,
  page_daily_follows: (it) => it.gained,
  page_daily_unfollows_unique: (it) => it.lost,
  page_total_media_view_unique: (it) => it.people,
  page_media_view: (it) => it.views,
  page_post_engagements: (it) => it.engagements,
  page_follows_country: (it) => split(it.followers, countryShares),
  page_follows_city: (it) => split(it.followers, cityShares),
};

/** `GET /{page}/insights`: days that end at midnight of the page's zone, the running day as it stands. */
export function pageInsights(world: World, page: Page, params: Record<string, string>): { data: Insight[] } {
  const names = metricNames(params, pageMetrics);
  if (followersAt(world, page, world.clock.nowMs()) < fewestFollowers) return { data: [] };
  const days = daysOf(world, params).map(({ from, to }) => ({ to, figures: pageFigures(world, page, from, to) }));
  const data = names.map((name) => ({
    name,
    period: "day",
    values: days.map(({ to, figures }) => ({ value: pageMetrics[name]?.(figures) ?? 0, end_time: graphTime(to) })),
    id: `${page.id}/insights/${name}/day`,
  }));
  return { data };
}

/** `GET /{post}/insights`: the figures of its life so far. */
export function postInsights(world: World, postId: string, params: Record<string, string>): { data: Insight[] } {
  const post = world.posts.get(postId);
  const page = post && world.page(post.pageId);
  if (!post || !page || post.removed) throw invisible(postId);
  const figures = figuresAt(world, page, post, world.clock.nowMs());
  const metrics: Record<string, number> = {
    post_total_media_view_unique: figures.people,
    post_media_view: figures.views,
    post_clicks: figures.clicks,
  };
  const data = metricNames(params, metrics).map((name) => ({
    name,
    period: "lifetime",
    values: [{ value: metrics[name] ?? 0 }],
    id: `${postId}/insights/${name}/lifetime`,
  }));
  return { data };
}

/** The metrics asked for. One that does not exist, or no longer, refuses the whole call. */
function metricNames(params: Record<string, string>, known: Readonly<Record<string, unknown>>): string[] {
  const names = (params.metric ?? "").split(",").filter(Boolean);
  if (names.length === 0) throw new GraphError(3001, "No metric was specified to be fetched.", { subcode: 1504028 });
  const unknown = names.find((name) => !Object.hasOwn(known, name));
  if (unknown) throw new GraphError(100, `The value must be a valid insights metric: ${unknown}`);
  return names;
}

/** The days between `since` and `until`, unix seconds, that have begun. */
function daysOf(world: World, params: Record<string, string>): { from: number; to: number }[] {
  const now = world.clock.nowMs();
  const since = Number(params.since) * 1000 || now - 2 * 24 * 3_600_000;
  const until = Number(params.until) * 1000 || now;
  if (until - since > longestRangeDays * 24 * 3_600_000) {
    throw new GraphError(100, "There cannot be more than 90 days between since and until");
  }
  const zone = world.currentSettings().insightsZone;
  let day = Temporal.Instant.fromEpochMilliseconds(since).toZonedDateTimeISO(zone).toPlainDate();
  const days: { from: number; to: number }[] = [];
  for (;;) {
    const from = day.toZonedDateTime(zone).epochMilliseconds;
    day = day.add({ days: 1 });
    if (from > Math.min(until, now)) return days;
    const to = day.toZonedDateTime(zone).epochMilliseconds;
    if (from >= since || to > since) days.push({ from, to });
  }
}

const split = (count: number, shares: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(shares).map(([name, share]) => [name, Math.round(count * share)]));
