import * as v from "valibot";
import { webAddressSchema } from "../../../kernel/text.ts";
import { daySchema } from "../../../kernel/time.ts";
import { countSchema, idSchema, listOf, secondsSchema as seconds } from "../../meta/wire.ts";

/*
 * What crosses the wire to and from the Graph API v26.0, cut to the fields that Dopys reads. Shared by the connector, its
 * tests and the sandbox, so that none of them can believe something else; what all of Meta's platforms have in common is in
 * `channels/meta/wire.ts`. Sources: developers.facebook.com, "Graph API
 * Reference" (Page, Post, Comment, Video, Insights) and "Webhooks: Page".
 */

export const pageAccountSchema = v.object({
  id: idSchema,
  name: v.string(),
  access_token: v.optional(v.string()),
  link: v.optional(v.string()),
});
export type PageAccount = v.InferOutput<typeof pageAccountSchema>;

const personSchema = v.object({ id: v.string(), name: v.optional(v.string()) });
const attachmentSchema = v.object({
  target: v.optional(v.object({ id: v.optional(v.string()), url: v.optional(v.string()) })),
  unshimmed_url: v.optional(v.string()),
  subattachments: v.optional(
    v.object({ data: v.array(v.object({ target: v.optional(v.object({ id: v.optional(v.string()) })) })) }),
  ),
});

export const feedPostSchema = v.object({
  id: idSchema,
  created_time: v.string(),
  message: v.optional(v.string()),
  permalink_url: v.optional(v.string()),
  from: v.optional(personSchema),
  attachments: v.optional(v.object({ data: v.array(attachmentSchema) })),
});
export type FeedPost = v.InferOutput<typeof feedPostSchema>;
export const feedSchema = listOf(feedPostSchema);

export const commentSchema = v.object({
  id: idSchema,
  message: v.optional(v.string()),
  created_time: v.string(),
  from: v.optional(personSchema),
  permalink_url: v.optional(v.string()),
});
export const commentsSchema = listOf(commentSchema);

/** A comment as the feed nests it, with the comment that it answers. */
const nestedCommentSchema = v.object({ ...commentSchema.entries, parent: v.optional(v.object({ id: idSchema })) });
export type NestedComment = v.InferOutput<typeof nestedCommentSchema>;

/** Posts with their newest comments, at any level. */
export const commentedFeedSchema = listOf(
  v.object({ id: idSchema, created_time: v.string(), comments: v.optional(listOf(nestedCommentSchema)) }),
);

/** Conversations with the time of their last message and their newest messages, whoever wrote last first. */
export const recentConversationsSchema = listOf(
  v.object({
    id: v.string(),
    updated_time: v.string(),
    participants: v.optional(v.object({ data: v.array(v.object({ id: idSchema })) })),
    messages: v.optional(listOf(commentSchema)),
  }),
);

const conversationSchema = v.object({ id: v.string(), messages: v.optional(listOf(commentSchema)) });
export const conversationsSchema = listOf(conversationSchema);
/** A comment with the conversation that a private answer to it began. */
export const privateConversationSchema = v.object({ private_reply_conversation: v.optional(conversationSchema) });

export const videoSchema = v.object({
  id: idSchema,
  published: v.optional(v.boolean()),
  post_id: v.optional(v.string()),
  permalink_url: v.optional(v.string()),
  status: v.optional(
    v.object({ video_status: v.picklist(["uploading", "upload_complete", "processing", "ready", "error", "expired"]) }),
  ),
});

export const insightSchema = v.object({
  name: v.string(),
  period: v.string(),
  values: v.array(
    v.object({
      value: v.union([v.number(), v.record(v.string(), v.number())]),
      end_time: v.optional(v.string()),
    }),
  ),
});
export type Insight = v.InferOutput<typeof insightSchema>;
export const insightsSchema = listOf(insightSchema);

/** Numbers of the Marketing API come as texts. */
const decimalText = v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.regex(/^\d{1,15}(\.\d{1,10})?$/));

export const adAccountOnWireSchema = v.object({
  /** `act_` and the number. */
  id: v.pipe(v.string(), v.regex(/^act_\d{1,30}$/)),
  name: v.optional(v.string()),
  currency: v.string(),
  timezone_name: v.string(),
});
export type AdAccountOnWire = v.InferOutput<typeof adAccountOnWireSchema>;

/** What a campaign did on a day; whatever did not happen is left out. */
export const adInsightSchema = v.object({
  campaign_id: idSchema,
  campaign_name: v.optional(v.string()),
  spend: v.optional(decimalText),
  impressions: v.optional(decimalText),
  clicks: v.optional(decimalText),
  actions: v.optional(v.array(v.object({ action_type: v.string(), value: decimalText }))),
  date_start: daySchema,
});
export type AdInsight = v.InferOutput<typeof adInsightSchema>;

const totalSchema = v.optional(v.object({ summary: v.object({ total_count: v.number() }) }));
export const postCountsSchema = v.object({
  id: idSchema,
  comments: totalSchema,
  reactions: totalSchema,
  shares: v.optional(v.object({ count: v.number() })),
});

/** A page as anybody sees it. */
export const publicPageSchema = v.object({
  id: idSchema,
  name: v.string(),
  link: v.fallback(v.nullish(webAddressSchema), null),
  followers_count: v.nullish(countSchema),
});

const publicTotalSchema = v.nullish(
  v.object({ summary: v.nullish(v.object({ total_count: v.nullish(countSchema) })) }),
);

/** A post as anybody sees it: `shares` is missing until somebody shares. */
const publicPostSchema = v.object({
  id: idSchema,
  created_time: v.string(),
  message: v.nullish(v.string()),
  permalink_url: v.fallback(v.nullish(webAddressSchema), null),
  attachments: v.nullish(v.object({ data: v.array(v.object({ media_type: v.nullish(v.string()) })) })),
  reactions: publicTotalSchema,
  comments: publicTotalSchema,
  shares: v.nullish(v.object({ count: v.nullish(countSchema) })),
});
export type PublicPostOnWire = v.InferOutput<typeof publicPostSchema>;
export const publicPostListSchema = listOf(publicPostSchema);

/** Recommendations as they are listed, the newest first. */
export const ratingListSchema = listOf(
  v.object({
    open_graph_story: v.optional(v.object({ id: idSchema })),
    created_time: v.string(),
    recommendation_type: v.optional(v.string()),
    rating: v.optional(v.number()),
    review_text: v.optional(v.string()),
    reviewer: v.optional(personSchema),
  }),
);

/** Lead forms with the newest leads of each. */
export const leadFormsSchema = listOf(
  v.object({
    id: idSchema,
    leads: v.optional(listOf(v.object({ id: idSchema, created_time: v.string(), ad_id: v.optional(idSchema) }))),
  }),
);

export const leadSchema = v.object({
  id: idSchema,
  created_time: v.string(),
  form_id: v.optional(v.string()),
  ad_id: v.optional(v.string()),
  campaign_id: v.optional(v.string()),
  is_organic: v.optional(v.boolean()),
  platform: v.optional(v.string()),
  field_data: v.array(v.object({ name: v.string(), values: v.array(v.string()) })),
});
export type LeadOnWire = v.InferOutput<typeof leadSchema>;

/* What the fields of a `page` webhook carry; the delivery around them is in `channels/meta/wire.ts`. */

const person = v.nullish(v.object({ id: v.nullish(idSchema), name: v.nullish(v.string()) }));

export const feedChangeSchema = v.object({
  item: v.string(),
  verb: v.optional(v.string(), "add"),
  post_id: v.nullish(idSchema),
  comment_id: v.nullish(idSchema),
  parent_id: v.nullish(idSchema),
  from: person,
  /** The older form of `from`. */
  sender_id: v.nullish(idSchema),
  sender_name: v.nullish(v.string()),
  created_time: v.nullish(seconds),
  message: v.nullish(v.string()),
  photo: v.nullish(v.string()),
  video: v.nullish(v.string()),
});
export type FeedChange = v.InferOutput<typeof feedChangeSchema>;

export const ratingChangeSchema = v.object({
  item: v.string(),
  verb: v.optional(v.string(), "add"),
  open_graph_story_id: idSchema,
  comment_id: v.nullish(idSchema),
  reviewer_id: v.nullish(idSchema),
  reviewer_name: v.nullish(v.string()),
  sender_id: v.nullish(idSchema),
  sender_name: v.nullish(v.string()),
  rating: v.nullish(v.number()),
  recommendation_type: v.nullish(v.string()),
  review_text: v.nullish(v.string()),
  message: v.nullish(v.string()),
  created_time: v.nullish(seconds),
});
export type RatingChange = v.InferOutput<typeof ratingChangeSchema>;

export const leadChangeSchema = v.object({
  leadgen_id: idSchema,
  form_id: idSchema,
  page_id: v.nullish(idSchema),
  ad_id: v.nullish(idSchema),
  created_time: v.nullish(seconds),
});
