import * as v from "valibot";
import { webAddressSchema } from "../../../kernel/text.ts";
import { countSchema, idSchema, listOf } from "../../meta/wire.ts";

/*
 * What crosses the wire to and from the Instagram API with Facebook Login, cut to the fields that Dopys reads. Shared by
 * the connector, its tests and the sandbox; what all of Meta's platforms have in common is in `channels/meta/wire.ts`.
 * Sources: developers.facebook.com, "Instagram Platform: IG User, IG Container, IG Media, Content publishing limit".
 */

/** A page of `/me/accounts`, with the Instagram account that is linked to it. */
export const linkedPageSchema = v.object({
  id: idSchema,
  access_token: v.optional(v.string()),
  instagram_business_account: v.optional(v.object({ id: idSchema, username: v.string() })),
});
export type LinkedPage = v.InferOutput<typeof linkedPageSchema>;

export const containerStatuses = ["EXPIRED", "ERROR", "FINISHED", "IN_PROGRESS", "PUBLISHED"] as const;

/** A container: `status` says in words, and by a number, what `ERROR` means. */
export const containerSchema = v.object({
  id: idSchema,
  status_code: v.picklist(containerStatuses),
  status: v.optional(v.string(), ""),
});
export type Container = v.InferOutput<typeof containerSchema>;

export const mediaSchema = v.object({
  id: idSchema,
  timestamp: v.string(),
  caption: v.optional(v.string()),
  permalink: v.optional(v.string()),
  media_type: v.optional(v.string()),
  media_product_type: v.optional(v.string()),
});
export type MediaOnWire = v.InferOutput<typeof mediaSchema>;
export const mediaListSchema = listOf(mediaSchema);

export const permalinkSchema = v.object({ id: idSchema, permalink: v.optional(v.string()) });

/** A person as Instagram names them; either may be missing where they wrote. */
const personSchema = v.object({ id: idSchema, username: v.optional(v.string()) });

const commentSchema = v.object({
  id: idSchema,
  text: v.optional(v.string()),
  timestamp: v.string(),
  username: v.optional(v.string()),
  from: v.optional(personSchema),
});
export type CommentOnWire = v.InferOutput<typeof commentSchema>;
export const commentListSchema = listOf(commentSchema);

/** Media with their comments, and those with their replies. */
export const commentedMediaSchema = listOf(
  v.object({
    id: idSchema,
    timestamp: v.string(),
    username: v.optional(v.string()),
    comments: v.optional(listOf(v.object({ ...commentSchema.entries, replies: v.optional(listOf(commentSchema)) }))),
  }),
);
export type CommentedMedia = v.InferOutput<typeof commentedMediaSchema>["data"][number];

const messageSchema = v.object({
  id: idSchema,
  message: v.optional(v.string()),
  created_time: v.string(),
  from: v.optional(personSchema),
});
export type MessageOnWire = v.InferOutput<typeof messageSchema>;

const conversationSchema = v.object({
  id: v.string(),
  participants: v.optional(v.object({ data: v.array(v.object({ id: idSchema })) })),
  messages: v.optional(listOf(messageSchema)),
});
/** Conversations with their newest messages, whoever wrote last first. */
export const conversationListSchema = listOf(conversationSchema);
/** The same with the time of each one's last message. */
export const recentConversationsSchema = listOf(v.object({ ...conversationSchema.entries, updated_time: v.string() }));

/** A change of the `comments` field. `parent_id` stands on replies alone, `self_ig_scoped_id` on the account's own. */
export const commentChangeSchema = v.object({
  id: idSchema,
  parent_id: v.nullish(idSchema),
  text: v.nullish(v.string()),
  from: v.nullish(v.object({ id: idSchema, username: v.nullish(v.string()), self_ig_scoped_id: v.nullish(idSchema) })),
  media: v.nullish(v.object({ id: idSchema })),
});

/** A change of the `mentions` field: without `comment_id` the caption names the account. */
export const mentionChangeSchema = v.object({ media_id: idSchema, comment_id: v.nullish(idSchema) });

const mentionedSchema = v.object({ id: idSchema, username: v.optional(v.string()), timestamp: v.string() });

/** A comment or a publication that names the account, as a field of the account: Instagram tells no id of its author. */
export const mentionedCommentSchema = v.object({
  mentioned_comment: v.object({ ...mentionedSchema.entries, text: v.optional(v.string()) }),
});
export const mentionedMediaSchema = v.object({
  mentioned_media: v.object({ ...mentionedSchema.entries, caption: v.optional(v.string()) }),
});

/** How many publications a rolling window allows (`quota_duration` in seconds), and how many it holds. */
export const publishingLimitSchema = listOf(
  v.object({
    quota_usage: v.number(),
    config: v.object({ quota_total: v.number(), quota_duration: v.number() }),
  }),
);

/** An account with the count of its followers. */
export const accountCountsSchema = v.object({ id: idSchema, followers_count: v.optional(v.number()) });

export const mediaKindSchema = v.object({ id: idSchema, media_product_type: v.optional(v.string()) });

/** A metric: a total with its sides (`metric_type=total_value`), or values of a time or a lifetime. */
const insightSchema = v.object({
  name: v.string(),
  period: v.optional(v.string()),
  values: v.optional(v.array(v.object({ value: v.optional(v.number()), end_time: v.optional(v.string()) }))),
  total_value: v.optional(
    v.object({
      value: v.optional(v.number()),
      breakdowns: v.optional(
        v.array(
          v.object({
            dimension_keys: v.array(v.string()),
            results: v.optional(v.array(v.object({ dimension_values: v.array(v.string()), value: v.number() }))),
          }),
        ),
      ),
    }),
  ),
});
export type Insight = v.InferOutput<typeof insightSchema>;
export const insightsSchema = listOf(insightSchema);

/** A publication as anybody sees it: `like_count` is missing where its owner hides it. */
const publicMediaSchema = v.object({
  id: idSchema,
  timestamp: v.string(),
  caption: v.nullish(v.string()),
  permalink: v.fallback(v.nullish(webAddressSchema), null),
  media_type: v.nullish(v.string()),
  media_product_type: v.nullish(v.string()),
  like_count: v.nullish(countSchema),
  comments_count: v.nullish(countSchema),
});
export type PublicMedia = v.InferOutput<typeof publicMediaSchema>;

/** An account with its publications: its lists have cursors and never a `next`. */
export const publicAccountSchema = v.object({
  id: idSchema,
  username: v.string(),
  name: v.nullish(v.string()),
  followers_count: v.nullish(countSchema),
  media: v.nullish(listOf(publicMediaSchema)),
});
export type PublicAccount = v.InferOutput<typeof publicAccountSchema>;

/** Another's account, as a field of one's own; missing where Instagram shows nothing of it. */
export const businessDiscoverySchema = v.object({ business_discovery: v.nullish(publicAccountSchema) });
