import * as v from "valibot";

/** A figure, or why there is none. Never 0 for what a platform does not tell. */
export const figureSchema = v.variant("available", [
  v.object({ available: v.literal(true), value: v.number() }),
  v.object({
    available: v.literal(false),
    /** `no-cases`: a share or median of nothing, such as the share answered on a day without messages. */
    reason: v.picklist(["not-given-by-platform", "not-yet", "too-few-people", "no-permission", "no-cases"]),
  }),
]);
export type Figure = v.InferOutput<typeof figureSchema>;

/** A figure that is known. */
export const figure = (value: number): Figure => ({ available: true, value });

/** A figure that is not known, and why. */
export const notAvailable = (reason: (Figure & { available: false })["reason"]): Figure => ({
  available: false,
  reason,
});

/** Shares of the audience, 0..1, by the platform's own names of a country, city, age band, gender or language. */
export const audienceSharesSchema = v.record(v.string(), v.number());

/** What a platform reports about a channel for one calendar day. */
export const channelMeasurementSchema = v.object({
  /** Followers at the end of the day. */
  followers: figureSchema,
  followersGained: figureSchema,
  followersLost: figureSchema,
  /** People reached. */
  reach: figureSchema,
  /** Views, counted each time. */
  views: figureSchema,
  /** Reactions, comments, shares, saves and clicks together. */
  interactions: figureSchema,
  /** Hides, reports and the like, where given. */
  negativeActions: figureSchema,
  audience: v.object({
    country: v.optional(audienceSharesSchema),
    city: v.optional(audienceSharesSchema),
    age: v.optional(audienceSharesSchema),
    gender: v.optional(audienceSharesSchema),
    language: v.optional(audienceSharesSchema),
  }),
});
export type ChannelMeasurement = v.InferOutput<typeof channelMeasurementSchema>;

/** What a platform reports about one publication, over its life so far. */
export const publicationMeasurementSchema = v.object({
  reach: figureSchema,
  views: figureSchema,
  reactions: figureSchema,
  comments: figureSchema,
  shares: figureSchema,
  saves: figureSchema,
  clicks: figureSchema,
});
export type PublicationMeasurement = v.InferOutput<typeof publicationMeasurementSchema>;
