import * as v from "valibot";
import { type VisitRow, visitRowSchema } from "../channels/visits.ts";
import { canonicalJson } from "../kernel/stamped.ts";
import { daySchema, epochMsSchema, timeZoneSchema } from "../kernel/time.ts";

/**
 * Why a site's visits do not come: the person's consent does not reach it any more, it is gone, or the analytics refuse
 * what is asked.
 */
export const siteTroubles = ["no-permission", "not-found", "refused"] as const;

/** What is known of a site whose analytics are connected. */
export const siteSchema = v.object({
  workspaceId: v.string(),
  channelId: v.string(),
  /** Its days begin and end in this zone; absent until it was measured once. */
  timeZone: v.optional(timeZoneSchema),
  /** When its visits last came, epoch ms. */
  measuredAt: v.optional(epochMsSchema),
  trouble: v.optional(v.picklist(siteTroubles)),
  /** Until then it is not asked, epoch ms: its quota is spent, or what is left is others'. */
  restUntil: v.optional(epochMsSchema),
});
export type Site = v.InferOutput<typeof siteSchema>;

/** The visits from social on a day of a site, as reported at `measuredAt`. No rows: there were none. */
export const siteDaySchema = v.object({
  channelId: v.string(),
  day: daySchema,
  currency: v.string(),
  /** Epoch ms. */
  measuredAt: epochMsSchema,
  rows: v.array(visitRowSchema),
  /** See `SiteVisits`. */
  withheld: v.boolean(),
  sampled: v.boolean(),
});
export type SiteDay = v.InferOutput<typeof siteDaySchema>;

/** The source under which origins beyond `mostRows` of one day stand. */
export const otherSources = "(other)";
const mostRows = 40;

/**
 * A day's rows, one for each origin: at most 40, those with most sessions, and the rest together as one for each kind, so
 * that a day stays small and its sums exact. In order of origin.
 */
export function rowsOfDay(rows: readonly VisitRow[]): VisitRow[] {
  const bySessions = [...merged(rows)].sort((a, b) => b.sessions - a.sessions || (originOf(a) < originOf(b) ? -1 : 1));
  const rest = bySessions
    .slice(mostRows)
    .map((row) => ({ ...row, source: otherSources, medium: "", campaign: "", content: "" }));
  return [...bySessions.slice(0, mostRows), ...merged(rest)].sort((a, b) => (originOf(a) < originOf(b) ? -1 : 1));
}

function merged(rows: readonly VisitRow[]): readonly VisitRow[] {
  const byOrigin = new Map<string, VisitRow>();
  for (const row of rows) {
    const sum = byOrigin.get(originOf(row));
    byOrigin.set(originOf(row), sum ? added(sum, row) : row);
  }
  return [...byOrigin.values()];
}

const originOf = ({ source, medium, campaign, content, kind }: VisitRow): string =>
  [source, medium, campaign, content, kind].join("\u0000");

const added = (sum: VisitRow, row: VisitRow): VisitRow => ({
  ...sum,
  sessions: sum.sessions + row.sessions,
  engaged: sum.engaged + row.engaged,
  keyEvents: hundredths(sum.keyEvents + row.keyEvents),
  newUsers: sum.newUsers + row.newUsers,
  revenue: sum.revenue + row.revenue,
});

/** Rounded to hundredths, in which key events are kept: sums of parts do not drift. */
export const hundredths = (count: number): number => Math.round(count * 100) / 100;

/** Whether two reports of a day say the same. */
export const saysTheSame = (a: SiteDay, b: SiteDay): boolean =>
  canonicalJson({ ...a, measuredAt: 0 }) === canonicalJson({ ...b, measuredAt: 0 });
