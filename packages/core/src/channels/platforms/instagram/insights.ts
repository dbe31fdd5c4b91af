import { err, ok, type Result } from "../../../kernel/result.ts";
import type { ChannelCall, InsightsCapability } from "../../connector.ts";
import type { ConnectorError } from "../../errors.ts";
import { type ChannelMeasurement, type Figure, figure, notAvailable } from "../../measurement.ts";
import { callGraph } from "./graph.ts";
import { type Metric, type Metrics, readMetrics } from "./metrics.ts";
import { accountCountsSchema, mediaKindSchema } from "./wire.ts";

const notGiven = notAvailable("not-given-by-platform");
const tooFew = notAvailable("too-few-people");
/** Instagram tells no one of fewer followers who they are and how they come and go. */
const fewestFollowers = 100;
const sides = ["country", "city", "age", "gender"] as const;

/**
 * Figures of an account and its publications. Followers and who they are Instagram tells as they are now: they belong to
 * the day that runs, and what was read of a day while it ran stays when the day is asked for again. Everything else is
 * asked for by day, comes up to two days late, and is corrected: the newest wins. It tells nothing of hides and reports.
 * Sources: "IG User Insights", "IG Media Insights".
 */
export const insights: InsightsCapability = {
  async measureChannel(call, day) {
    const counts = await accountCounts(call);
    if (!counts.ok) return counts;
    const count = counts.value;
    const isEnough = count === undefined || count >= fewestFollowers;
    const totals = await readMetrics(call, call.channelRemoteId, ["reach", "views", "total_interactions"], ofDay(day));
    if (!totals.ok) return totals;
    const moves = isEnough ? await followerMoves(call, day) : ok({ gained: tooFew, lost: tooFew });
    if (!moves.ok) return moves;
    const isToday = day.from <= call.nowMs && call.nowMs < day.to;
    const audience = isToday && isEnough ? await audienceNow(call) : ok({});
    if (!audience.ok) return audience;
    return ok({
      followers: isToday && count !== undefined ? figure(count) : notGiven,
      followersGained: moves.value.gained,
      followersLost: moves.value.lost,
      reach: totalOf(totals.value, "reach"),
      views: totalOf(totals.value, "views"),
      interactions: totalOf(totals.value, "total_interactions"),
      negativeActions: notGiven,
      audience: audience.value,
    });
  },

  async measurePublication(call, remoteId) {
    const fields = "id,media_product_type";
    const kind = await callGraph(call, { method: "GET", path: remoteId, query: { fields } }, mediaKindSchema);
    if (!kind.ok) return err(kind.error.cause);
    const isStory = kind.value.media_product_type === "STORY";
    const names = isStory ? storyMetrics : postMetrics;
    const metrics = await readMetrics(call, remoteId, Object.values(names));
    if (!metrics.ok) return metrics;
    // Of a story that fewer than five people saw nothing is told, by the code of a missing permission.
    const tell = (name: keyof typeof postMetrics): Figure => {
      const asked = names[name];
      const metric = asked === undefined ? undefined : metrics.value.get(asked);
      const isHidden = isStory && metric && "reason" in metric && metric.reason === "no-permission";
      return isHidden ? tooFew : figureOf(metric);
    };
    return ok({
      reach: tell("reach"),
      views: tell("views"),
      reactions: tell("reactions"),
      comments: tell("comments"),
      shares: tell("shares"),
      saves: tell("saves"),
      clicks: notGiven,
    });
  },
};

/** By `media_product_type`: what a post and a reel are measured by, and what a story; an answer to a story is a message. */
const postMetrics = {
  reach: "reach",
  views: "views",
  reactions: "likes",
  comments: "comments",
  shares: "shares",
  saves: "saved",
} as const;
const storyMetrics: Partial<Record<keyof typeof postMetrics, string>> = {
  reach: "reach",
  views: "views",
  comments: "replies",
  shares: "shares",
};

/** The total over `[from, to)`. */
const ofDay = ({ from, to }: { from: number; to: number }) => ({
  period: "day",
  metric_type: "total_value",
  since: String(Math.floor(from / 1000)),
  until: String(Math.floor(to / 1000)),
});

/** How many follow the account now; `undefined` where Instagram does not say. */
async function accountCounts(call: ChannelCall): Promise<Result<number | undefined, ConnectorError>> {
  const query = { fields: "id,followers_count" };
  const answer = await callGraph(call, { method: "GET", path: call.channelRemoteId, query }, accountCountsSchema);
  return answer.ok ? ok(answer.value.followers_count) : err(answer.error.cause);
}

async function followerMoves(
  call: ChannelCall,
  day: { from: number; to: number },
): Promise<Result<{ gained: Figure; lost: Figure }, ConnectorError>> {
  const name = "follows_and_unfollows";
  const read = await readMetrics(call, call.channelRemoteId, [name], { ...ofDay(day), breakdown: "follow_type" });
  if (!read.ok) return read;
  const metric = read.value.get(name);
  const side = (type: string): Figure =>
    metric && "by" in metric && metric.by ? figure(metric.by[type] ?? 0) : figureOf(metric);
  return ok({ gained: side("FOLLOWER"), lost: side("NON_FOLLOWER") });
}

/** Who follows the account, asked for side by side: one that is refused leaves the others. */
async function audienceNow(call: ChannelCall): Promise<Result<ChannelMeasurement["audience"], ConnectorError>> {
  const audience: ChannelMeasurement["audience"] = {};
  const name = "follower_demographics";
  for (const side of sides) {
    const read = await readMetrics(call, call.channelRemoteId, [name], {
      period: "lifetime",
      metric_type: "total_value",
      timeframe: "this_month",
      breakdown: side,
    });
    if (!read.ok) return read;
    const shares = sharesOf(read.value.get(name));
    if (shares) audience[side] = shares;
  }
  return ok(audience);
}

const totalOf = (metrics: Metrics, name: string): Figure => figureOf(metrics.get(name));

function figureOf(metric: Metric | undefined): Figure {
  if (!metric) return notGiven;
  if ("reason" in metric) return notAvailable(metric.reason);
  return metric.total === undefined ? notGiven : figure(metric.total);
}

/** Counts by name as shares of their sum; `undefined` when nothing is given. */
function sharesOf(metric: Metric | undefined): Record<string, number> | undefined {
  if (!metric || "reason" in metric || !metric.by) return undefined;
  const counts = Object.entries(metric.by);
  const sum = counts.reduce((total, [, count]) => total + count, 0);
  return sum > 0 ? Object.fromEntries(counts.map(([name, count]) => [name, count / sum])) : undefined;
}
