import * as v from "valibot";
import { figureSchema } from "../channels/measurement.ts";
import { moneySchema } from "../kernel/money.ts";
import { daySchema, epochMsSchema } from "../kernel/time.ts";

/** The eight KPIs, in the order in which they are shown everywhere. */
export const kpiNames = [
  "audienceGrowth",
  "audienceProfile",
  "engagement",
  "reach",
  "engagementByType",
  "leads",
  "response",
  "negativeFeedback",
] as const;
export type KpiName = (typeof kpiNames)[number];

/** What kinds of publication are told apart; `text` has neither media nor a link, `story` covers shorts. */
export const contentTypes = ["image", "video", "carousel", "link", "text", "story"] as const;
export type ContentType = (typeof contentTypes)[number];

/** The sides from which an audience is described. */
export const profileDimensions = ["country", "city", "age", "gender", "language"] as const;
export type ProfileDimension = (typeof profileDimensions)[number];

/** The scope of the whole workspace, beside the id of a channel. */
export const wholeWorkspace = "all";
/** The stand-in for a channel where there is none: a lead from an own form or entered by hand. */
export const noChannel = "none";
/** The stand-in for a channel of reviews that came from a table: they stand at places to which none is connected. */
export const importedReviews = "imported";
/** The stand-ins: what is counted under them is the workspace's, though no platform measures it and nobody misses that. */
export const standIns: readonly string[] = [noChannel, importedReviews];
/** Whether an id is that of a channel on a platform, which has figures of its own. */
export const isOfPlatform = (channelId: string): boolean => !standIns.includes(channelId);

/**
 * Some channels or days could not take part in the figures beside it, because a platform does not give (or has not yet
 * given) what they need. The figures are then those of the ones that could.
 */
const partial = v.boolean();

export const audienceGrowthSchema = v.object({
  /** Followers when they were last measured before the period. */
  followersStart: figureSchema,
  /** Followers at the end of the period's last measured day. */
  followersEnd: figureSchema,
  /** Followers won less followers lost; a channel counts from its second measured day. */
  change: figureSchema,
  /** `change` / followers at the start, of the same channels; 0.016 is 1.6 % more. */
  rate: figureSchema,
  partial,
});

/** The largest groups of the audience on one side, largest first; or why there are none. */
export const profileSharesSchema = v.variant("available", [
  v.object({
    available: v.literal(true),
    /** `share` 0..1; `change` in share points (0.02 is 2 points more) against the period before. */
    groups: v.array(v.object({ name: v.string(), share: v.number(), change: figureSchema })),
  }),
  v.object({ available: v.literal(false), reason: figureSchema.options[1].entries.reason }),
]);

export const audienceProfileSchema = v.object({
  country: profileSharesSchema,
  city: profileSharesSchema,
  age: profileSharesSchema,
  gender: profileSharesSchema,
  language: profileSharesSchema,
});

export const engagementSchema = v.object({
  /** Reactions, comments, shares, saves and clicks. */
  interactions: figureSchema,
  /** Interactions / reach, of channels and days that have both. */
  rate: figureSchema,
  partial,
});

export const reachSchema = v.object({
  /** People reached each day, added up: who was reached on two days or channels counts twice. */
  people: figureSchema,
  /** `views` where the platform does not give people; `mixed` when channels differ. */
  basis: v.picklist(["people", "views", "mixed"]),
  partial,
});

export const typeEngagementSchema = v.object({
  /** Publications of this type published in the period. */
  posts: figureSchema,
  /** Interactions in the period with publications of this type, also with older ones. */
  interactions: figureSchema,
  /** Those interactions / what those publications newly reached in the period. */
  rate: figureSchema,
  partial,
});

export const leadsSchema = v.object({
  /** Leads that came in the period. */
  new: figureSchema,
  bySource: v.record(v.string(), v.number()),
  /** Share of these leads that are won by now. */
  conversionToWon: figureSchema,
  /** What these leads brought so far; one sum per currency, in the order of their codes. */
  wonValue: v.array(moneySchema),
});

export const responseSchema = v.object({
  /** Messages and reviews of the period that need an answer. */
  received: figureSchema,
  answered: figureSchema,
  /** answered / received. */
  shareAnswered: figureSchema,
  /** Business hours to the first answer; see `durations.ts` for the resolution. */
  medianFirstResponseMs: figureSchema,
  p90FirstResponseMs: figureSchema,
  /** Answered within the channel's target / those that have a target; what is still open is not within it. */
  shareWithinTarget: figureSchema,
  /** How good the answers given in the period are, 0..1: the mean of their scores; see `reviews/answer-quality.ts`. */
  qualityScore: figureSchema,
});

export const negativeFeedbackSchema = v.object({
  negativeMessages: figureSchema,
  /** Reviews of one or two stars, or that do not recommend. */
  lowReviews: figureSchema,
  /** Hides, reports and the like, and followers lost, where the platform gives them. */
  negativeActions: figureSchema,
  /** All three (as far as given) per 1,000 reached, of channels and days whose reach is known. */
  per1000Reached: figureSchema,
  partial,
});

export const kpisSchema = v.object({
  audienceGrowth: audienceGrowthSchema,
  audienceProfile: audienceProfileSchema,
  engagement: engagementSchema,
  reach: reachSchema,
  engagementByType: v.object({
    image: typeEngagementSchema,
    video: typeEngagementSchema,
    carousel: typeEngagementSchema,
    link: typeEngagementSchema,
    text: typeEngagementSchema,
    story: typeEngagementSchema,
  }),
  leads: leadsSchema,
  response: responseSchema,
  negativeFeedback: negativeFeedbackSchema,
});

/** The KPIs of one calendar day in the workspace's zone. */
export const kpiDaySchema = v.object({
  /** A channel's id, or `all`. */
  scope: v.string(),
  day: daySchema,
  /** When the platform was last asked, epoch ms: of several channels the earliest; `null` when not yet. */
  measuredAt: v.nullable(epochMsSchema),
  kpis: kpisSchema,
});

/** The figure by which a KPI is shown on a tile, in a series, and aimed at by a goal. */
export const headlines = [
  "followers",
  "followersChange",
  "interactions",
  "engagementRate",
  "reach",
  "leads",
  "conversionToWon",
  "shareAnswered",
  "medianFirstResponseMs",
  "shareWithinTarget",
  "qualityScore",
  "negativeFeedback",
  "negativePer1000",
] as const;
export type Headline = (typeof headlines)[number];
export const headlineSchema = v.picklist(headlines);
const headlineFigures = v.object(v.entriesFromList(headlines, figureSchema));

/** A point of a series: a day, or the part of a week or month that lies in the period. */
export const kpiPointSchema = v.object({
  from: daySchema,
  to: daySchema,
  measuredAt: v.nullable(epochMsSchema),
  figures: headlineFigures,
});

/** A day on which a figure was far from what is usual; see `unusual-days.ts`. */
export const unusualDaySchema = v.object({
  day: daySchema,
  headline: headlineSchema,
  value: v.number(),
  /** What would have been usual for this weekday. */
  usual: v.number(),
});
export type UnusualDay = v.InferOutput<typeof unusualDaySchema>;

/**
 * How a headline changed against the period before: the difference, and the difference / the figure before (0.05 is 5 %
 * more). Of the days that both sides have: `told` leaves those out that a platform has not told yet, `settled` those that
 * go on changing because people are still being answered.
 */
export const headlineChangeSchema = v.object({
  difference: figureSchema,
  relative: figureSchema,
  basis: v.picklist(["whole", "told", "settled"]),
});
export type HeadlineChange = v.InferOutput<typeof headlineChangeSchema>;

/** The KPIs of a period with their change and series. */
export const kpiReportSchema = v.object({
  scope: v.string(),
  /** A period longer than 92 days begins on a Monday. */
  from: daySchema,
  to: daySchema,
  /** Of the newest day that was measured. */
  measuredAt: v.nullable(epochMsSchema),
  kpis: kpisSchema,
  /** The period of equal length just before. */
  before: v.object({ from: daySchema, to: daySchema, kpis: kpisSchema }),
  /** Against the period before, like against like. */
  change: v.object(v.entriesFromList(headlines, headlineChangeSchema)),
  /** What one point of the series covers: a day in periods of up to 92 days, else a week from Monday or a month. */
  step: v.picklist(["day", "week", "month"]),
  series: v.array(kpiPointSchema),
  /** In the order of time; only where the series is of days. */
  unusual: v.array(unusualDaySchema),
});

export type AudienceGrowth = v.InferOutput<typeof audienceGrowthSchema>;
export type ProfileShares = v.InferOutput<typeof profileSharesSchema>;
export type AudienceProfile = v.InferOutput<typeof audienceProfileSchema>;
export type TypeEngagement = v.InferOutput<typeof typeEngagementSchema>;
export type Response = v.InferOutput<typeof responseSchema>;
export type Kpis = v.InferOutput<typeof kpisSchema>;
export type KpiDay = v.InferOutput<typeof kpiDaySchema>;
export type HeadlineFigures = v.InferOutput<typeof headlineFigures>;
export type KpiPoint = v.InferOutput<typeof kpiPointSchema>;
export type KpiReport = v.InferOutput<typeof kpiReportSchema>;
