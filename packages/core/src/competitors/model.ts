import * as v from "valibot";
import { figureSchema } from "../channels/measurement.ts";
import { publicPostSchema } from "../channels/public-pages.ts";
import { canonicalJson } from "../kernel/stamped.ts";
import { lineSchema, webAddressSchema } from "../kernel/text.ts";
import { daySchema, epochMsSchema } from "../kernel/time.ts";

/** So many a workspace may watch: each is asked for every day, by calls that its own channels share. */
export const mostCompetitors = 20;

/** Interactions grow for two days: a post counts once it was measured at that age. */
export const ripeMs = 48 * 3_600_000;

/** Why a competitor's figures do not come: any more, or (`not-read`) when they were last asked for. */
export const competitorTroubles = ["not-visible", "no-permission", "no-channel", "not-read"] as const;
export type CompetitorTrouble = (typeof competitorTroubles)[number];

/** What a workspace calls it. */
export const competitorNameSchema = lineSchema(60);

/** A public page of somebody else's that a workspace compares itself with. */
export const competitorSchema = v.object({
  id: v.string(),
  workspaceId: v.string(),
  platform: v.string(),
  /** Its own name, the same in every language. */
  platformName: v.string(),
  /** The platform's id of the page: one page is watched once. */
  remoteId: v.string(),
  /** By what the platform is asked for it. */
  handle: v.string(),
  /** What the workspace calls it. */
  name: competitorNameSchema,
  /** What its owner calls it. */
  pageName: v.string(),
  url: webAddressSchema,
  addedBy: v.string(),
  addedAt: epochMsSchema,
  /** When its figures last came, epoch ms. */
  measuredAt: v.optional(epochMsSchema),
  trouble: v.optional(v.picklist(competitorTroubles)),
});
export type Competitor = v.InferOutput<typeof competitorSchema>;

/** What anybody could see of a page on a day: of a competitor's, or of a channel's own read in the same way. */
export const pageDaySchema = v.object({
  /** The competitor, or the channel. */
  page: v.string(),
  day: daySchema,
  /** Epoch ms. */
  measuredAt: epochMsSchema,
  /** As last told on that day; what a page had on a day that is over nobody tells. */
  followers: figureSchema,
  /** Those that were published on that day, with what they had so far. */
  posts: v.variant("available", [
    v.object({ available: v.literal(true), list: v.array(publicPostSchema) }),
    v.object({
      available: v.literal(false),
      reason: v.picklist(["no-permission", "not-given-by-platform", "not-yet"]),
    }),
  ]),
});
export type PageDay = v.InferOutput<typeof pageDaySchema>;

/**
 * What is known of a day after one more report of it: the newer one wins, in whatever order they come; what is known
 * never gives way to what is not.
 */
export function restatedDay(current: PageDay | null, report: PageDay): PageDay {
  if (!current) return report;
  const [older, newer] = report.measuredAt < current.measuredAt ? [report, current] : [current, report];
  return {
    ...newer,
    followers: newer.followers.available || !older.followers.available ? newer.followers : older.followers,
    posts: newer.posts.available || !older.posts.available ? newer.posts : older.posts,
  };
}

/** Whether a day need not be written again: it says the same, and each of its posts was seen when it was ripe. */
export function isSettled(current: PageDay, next: PageDay): boolean {
  const { measuredAt: _, ...before } = current;
  const { measuredAt: __, ...after } = next;
  return canonicalJson(before) === canonicalJson(after) && unripe(current) === 0;
}

const unripe = ({ posts, measuredAt }: PageDay): number =>
  posts.available ? posts.list.filter(({ publishedAt }) => measuredAt - publishedAt < ripeMs).length : 0;
