import { err, ok, type Result } from "../../../kernel/result.ts";
import type { ChannelCall, InsightsCapability } from "../../connector.ts";
import type { ConnectorError } from "../../errors.ts";
import { type Figure, figure, notAvailable } from "../../measurement.ts";
import { callGraph } from "./graph.ts";
import { type Metric, readMetrics } from "./metrics.ts";
import { postCountsSchema } from "./wire.ts";

const notGiven = notAvailable("not-given-by-platform");

/**
 * Page and post figures. Reach and views are the metrics that replaced impressions (15 November 2025, 15 June 2026); age,
 * gender and negative feedback are no longer given (March and September 2024). A figure appears about a day late.
 * Source: "Graph API Reference: Insights".
 */
export const insights: InsightsCapability = {
  async measureChannel(call, day) {
    const daily = await readMetrics(
      call,
      call.channelRemoteId,
      [
        "page_follows",
        "page_daily_follows_unique",
        "page_daily_unfollows_unique",
        "page_total_media_view_unique",
        "page_media_view",
        "page_post_engagements",
      ],
      day,
    );
    if (!daily.ok) return daily;
    const shares = await readMetrics(call, call.channelRemoteId, ["page_follows_country", "page_follows_city"], day);
    if (!shares.ok) return shares;
    const country = sharesOf(shares.value.get("page_follows_country"));
    const city = sharesOf(shares.value.get("page_follows_city"));
    return ok({
      followers: figureOf(daily.value.get("page_follows")),
      followersGained: figureOf(daily.value.get("page_daily_follows_unique")),
      followersLost: figureOf(daily.value.get("page_daily_unfollows_unique")),
      reach: figureOf(daily.value.get("page_total_media_view_unique")),
      views: figureOf(daily.value.get("page_media_view")),
      interactions: figureOf(daily.value.get("page_post_engagements")),
      negativeActions: notGiven,
      audience: { ...(country ? { country } : {}), ...(city ? { city } : {}) },
    });
  },

  async measurePublication(call, remoteId) {
    const metrics = await readMetrics(call, remoteId, [
      "post_total_media_view_unique",
      "post_media_view",
      "post_clicks",
    ]);
    if (!metrics.ok) return metrics;
    const counts = await countsOf(call, remoteId);
    if (!counts.ok) return counts;
    return ok({
      reach: figureOf(metrics.value.get("post_total_media_view_unique")),
      views: figureOf(metrics.value.get("post_media_view")),
      clicks: figureOf(metrics.value.get("post_clicks")),
      ...counts.value,
      saves: notGiven,
    });
  },
};

type Counts = Record<"reactions" | "comments" | "shares", Figure>;

async function countsOf(call: ChannelCall, remoteId: string): Promise<Result<Counts, ConnectorError>> {
  const fields = "id,comments.summary(true).limit(0),reactions.summary(true).limit(0),shares";
  const answer = await callGraph(call, { method: "GET", path: remoteId, query: { fields } }, postCountsSchema);
  if (!answer.ok) return err(answer.error.cause);
  const { comments, reactions, shares } = answer.value;
  return ok({
    comments: comments ? figure(comments.summary.total_count) : notGiven,
    reactions: reactions ? figure(reactions.summary.total_count) : notGiven,
    // Facebook leaves the field out when nobody has shared.
    shares: figure(shares?.count ?? 0),
  });
}

function figureOf(metric: Metric | undefined): Figure {
  if (!metric) return notGiven;
  if ("reason" in metric) return notAvailable(metric.reason);
  return typeof metric.value === "number" ? figure(metric.value) : notGiven;
}

/** Counts by name as shares of their sum; `undefined` when nothing is given. */
function sharesOf(metric: Metric | undefined): Record<string, number> | undefined {
  if (!metric || "reason" in metric || typeof metric.value === "number") return undefined;
  const counts = Object.entries(metric.value);
  const sum = counts.reduce((total, [, count]) => total + count, 0);
  return sum > 0 ? Object.fromEntries(counts.map(([name, count]) => [name, count / sum])) : undefined;
}
