import * as v from "valibot";

/* What really crosses the wire between Dopys and Google. The sandbox speaks by the same schemas. */

/** What a v4 call names as wrong, in `details`. */
export const validationErrorSchema = v.object({
  errorDetails: v.array(v.object({ code: v.optional(v.number()), field: v.optional(v.string()) })),
});

export const accountsSchema = v.object({
  accounts: v.optional(v.array(v.object({ name: v.string(), accountName: v.optional(v.string()) })), []),
  nextPageToken: v.optional(v.string()),
});

export const locationSchema = v.object({
  /** `locations/{id}`. */
  name: v.string(),
  title: v.string(),
  metadata: v.optional(v.object({ mapsUri: v.optional(v.string()) })),
});
export const locationsSchema = v.object({
  locations: v.optional(v.array(locationSchema), []),
  nextPageToken: v.optional(v.string()),
});

export const localPostSchema = v.object({
  /** `accounts/{account}/locations/{location}/localPosts/{id}`. */
  name: v.string(),
  summary: v.optional(v.string(), ""),
  state: v.optional(v.string(), "LOCAL_POST_STATE_UNSPECIFIED"),
  createTime: v.optional(v.string(), ""),
  searchUrl: v.optional(v.string()),
  callToAction: v.optional(v.object({ actionType: v.optional(v.string()), url: v.optional(v.string()) })),
  media: v.optional(v.array(v.looseObject({})), []),
});
export type LocalPost = v.InferOutput<typeof localPostSchema>;
export const localPostsSchema = v.object({
  localPosts: v.optional(v.array(localPostSchema), []),
  nextPageToken: v.optional(v.string()),
});

export const starRatings = ["ONE", "TWO", "THREE", "FOUR", "FIVE"] as const;

export const replySchema = v.object({ comment: v.optional(v.string(), ""), updateTime: v.optional(v.string(), "") });

export const reviewSchema = v.object({
  /** `accounts/{account}/locations/{location}/reviews/{id}`. */
  name: v.string(),
  reviewer: v.optional(v.object({ displayName: v.optional(v.string()), isAnonymous: v.optional(v.boolean(), false) })),
  starRating: v.optional(v.string()),
  comment: v.optional(v.string()),
  createTime: v.string(),
  updateTime: v.string(),
  reviewReply: v.optional(replySchema),
});
export type ReviewOnWire = v.InferOutput<typeof reviewSchema>;
export const reviewsSchema = v.object({
  reviews: v.optional(v.array(reviewSchema), []),
  /** Of all pages. */
  totalReviewCount: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  nextPageToken: v.optional(v.string()),
});

/** `locations:fetchMultiDailyMetricsTimeSeries`: counts are strings, days of nothing may be left out. */
export const seriesSchema = v.object({
  multiDailyMetricTimeSeries: v.optional(
    v.array(
      v.object({
        dailyMetricTimeSeries: v.optional(
          v.array(
            v.object({
              dailyMetric: v.string(),
              timeSeries: v.optional(
                v.object({
                  datedValues: v.optional(
                    v.array(
                      v.object({
                        date: v.object({ year: v.number(), month: v.number(), day: v.number() }),
                        value: v.optional(v.pipe(v.string(), v.regex(/^\d+$/))),
                      }),
                    ),
                    [],
                  ),
                }),
              ),
            }),
          ),
          [],
        ),
      }),
    ),
    [],
  ),
});

/** What Pub/Sub pushes. Source: "Receive messages with push subscriptions". */
export const pushSchema = v.object({
  message: v.object({
    data: v.optional(v.string(), ""),
    messageId: v.optional(v.string()),
    publishTime: v.optional(v.string()),
    attributes: v.optional(v.record(v.string(), v.string()), {}),
  }),
});

export const emptySchema = v.looseObject({});
