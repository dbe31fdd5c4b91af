import * as v from "valibot";
import type { Result } from "../kernel/result.ts";
import { daySchema, timeZoneSchema } from "../kernel/time.ts";
import type { ChannelCall } from "./connector.ts";
import type { ConnectorError } from "./errors.ts";

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** Key events are credited to several visits in parts, so they need not be whole. */
const credited = v.pipe(v.number(), v.finite(), v.minValue(0));
const name = v.pipe(v.string(), v.maxLength(100));

/** Why a visit counts as one from social: by the analytics' own channel groups, or by a link tag of ours alone. */
export const visitKinds = ["organic", "paid", "video", "tagged"] as const;

/** What visits of one origin did: by source, medium, campaign and content as the link's tag or the analytics name them. */
export const visitRowSchema = v.object({
  source: name,
  medium: name,
  campaign: name,
  content: name,
  kind: v.picklist(visitKinds),
  sessions: count,
  /** Sessions longer than 10 seconds, with a key event or with two pages. */
  engaged: count,
  /** What the site's owner calls important: an order, a booking, a call. */
  keyEvents: credited,
  newUsers: count,
  /** Minor units of the site's currency; below 0 where more was paid back than taken. */
  revenue: v.pipe(v.number(), v.safeInteger()),
});
export type VisitRow = v.InferOutput<typeof visitRowSchema>;

export const visitDayRowSchema = v.object({ day: daySchema, ...visitRowSchema.entries });
export type VisitDayRow = v.InferOutput<typeof visitDayRowSchema>;

/** What analytics tell of a site's visits on some days. */
export const siteVisitsSchema = v.object({
  /** The site's days begin and end in this zone. */
  timeZone: timeZoneSchema,
  /** ISO 4217, of its revenue. */
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, "not a currency")),
  rows: v.array(visitDayRowSchema),
  /** The first day on which there was anything that could count; absent when it was long before the days asked for. */
  since: v.optional(daySchema),
  /** Small numbers were withheld to protect people: there may have been more. */
  withheld: v.boolean(),
  /** The figures are an estimate from a part of the visits. */
  sampled: v.boolean(),
  /** Little of the site's quota is left for others who ask: ask no more before then, epoch ms. */
  restUntil: v.optional(v.number()),
});
export type SiteVisits = v.InferOutput<typeof siteVisitsSchema>;

/** A tag that our own links carry, by which a visit is known as one from social whatever analytics call it. */
export interface OwnTag {
  readonly source: string;
  /** Empty where our tags name none. */
  readonly medium: string;
}

/** Analytics of a site, as far as they tell who came from social. */
export interface VisitsCapability {
  /**
   * The visits from social on each day of the site from `from` to `to`, both included; a day without a row had none, or
   * none that is told. What is counted changes for some days.
   */
  visitDays(
    call: ChannelCall,
    ask: { from: string; to: string; own: readonly OwnTag[] },
  ): Promise<Result<SiteVisits, ConnectorError>>;
}
