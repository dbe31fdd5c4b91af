import * as v from "valibot";
import { idSchema, listOf } from "../../meta/wire.ts";

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

export const commentListSchema = listOf(
  v.object({
    id: idSchema,
    text: v.optional(v.string()),
    timestamp: v.string(),
    from: v.optional(v.object({ id: idSchema })),
  }),
);

/** How many publications a rolling window allows (`quota_duration` in seconds), and how many it holds. */
export const publishingLimitSchema = listOf(
  v.object({
    quota_usage: v.number(),
    config: v.object({ quota_total: v.number(), quota_duration: v.number() }),
  }),
);
