import * as v from "valibot";
import { idSchema } from "./wire.ts";

/*
 * What a `page` webhook carries. Facebook sends whatever it has: senders may be missing, fields are null, new kinds
 * appear. So each change is read on its own, and only what a kind cannot do without is required.
 */

/** A delivery: up to 1,000 changes in entries of several pages. */
export const deliverySchema = v.object({
  object: v.literal("page"),
  entry: v.array(
    v.object({
      id: idSchema,
      /** When it was sent: seconds for changes, milliseconds for messages. */
      time: v.number(),
      changes: v.optional(v.array(v.object({ field: v.string(), value: v.unknown() })), []),
      messaging: v.optional(v.array(v.unknown()), []),
    }),
  ),
});
export type DeliveryOnWire = v.InferOutput<typeof deliverySchema>;

const seconds = v.pipe(v.number(), v.minValue(0), v.maxValue(1e11));
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
export type LeadChange = v.InferOutput<typeof leadChangeSchema>;

export const messagingSchema = v.object({
  sender: v.object({ id: idSchema }),
  recipient: v.object({ id: idSchema }),
  timestamp: v.pipe(v.number(), v.minValue(0), v.maxValue(1e14)),
  message: v.nullish(
    v.object({
      mid: idSchema,
      text: v.nullish(v.string()),
      is_echo: v.nullish(v.boolean()),
      is_deleted: v.nullish(v.boolean()),
      attachments: v.nullish(
        v.array(v.object({ type: v.string(), payload: v.nullish(v.object({ url: v.nullish(v.string()) })) })),
      ),
    }),
  ),
  message_edit: v.nullish(v.object({ mid: idSchema, text: v.nullish(v.string()) })),
  postback: v.nullish(v.object({ mid: v.nullish(idSchema), title: v.nullish(v.string()) })),
});
export type Messaging = v.InferOutput<typeof messagingSchema>;
