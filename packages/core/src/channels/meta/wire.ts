import * as v from "valibot";

/*
 * What crosses the wire to and from the Graph API v26.0 on every platform of Meta's. Source: developers.facebook.com,
 * "Graph API: Overview, Error handling, Paginated results".
 */

/** The version that every address carries. */
export const graphVersion = "v26.0";

/** A Graph id. Ids exceed 2^53, so they are text wherever they are read; older payloads carry them as bare numbers. */
export const idSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_:.$=-]{1,256}$/));

export const errorEnvelopeSchema = v.object({
  error: v.object({
    message: v.optional(v.string(), ""),
    type: v.optional(v.string()),
    code: v.optional(v.number(), 0),
    error_subcode: v.optional(v.number()),
    is_transient: v.optional(v.boolean()),
    error_user_title: v.optional(v.string()),
    error_user_msg: v.optional(v.string()),
    fbtrace_id: v.optional(v.string()),
  }),
});
export type ErrorEnvelope = v.InferOutput<typeof errorEnvelopeSchema>;

/** How much of each limit is used up, in percent. */
const usageShares = {
  call_count: v.optional(v.number(), 0),
  total_cputime: v.optional(v.number(), 0),
  total_time: v.optional(v.number(), 0),
};

/** `X-App-Usage`. */
export const appUsageSchema = v.object(usageShares);

/** `X-Business-Use-Case-Usage`: shares, and minutes until calls are welcome again, by object. */
export const businessUsageSchema = v.record(
  v.string(),
  v.array(v.object({ ...usageShares, estimated_time_to_regain_access: v.optional(v.number(), 0) })),
);

/** A count; Graph gives some of them as texts. */
export const countSchema = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number))]),
  v.safeInteger(),
  v.minValue(0),
);

export const tokenSchema = v.object({ access_token: v.string(), expires_in: v.optional(v.number()) });

export const pagingSchema = v.optional(
  v.object({ cursors: v.optional(v.object({ after: v.optional(v.string()) })), next: v.optional(v.string()) }),
);

/** A list as Graph gives it: the last page has no `paging.next`. */
export const listOf = <const Item extends v.GenericSchema>(item: Item) =>
  v.object({ data: v.array(item), paging: pagingSchema });

export const successSchema = v.object({ success: v.literal(true) });
/** The answer of the Send API. */
export const sentMessageSchema = v.object({ recipient_id: v.optional(v.string()), message_id: v.string() });
export const createdSchema = v.object({ id: idSchema, permalink_url: v.optional(v.string()) });

/*
 * What every webhook of Meta's carries. The platforms send whatever they have: senders may be missing, fields are null, new
 * kinds appear. So each change is read on its own, and only what a kind cannot do without is required.
 */

/** Unix time in seconds, parts of a second allowed. */
export const secondsSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(1e11));

/** A delivery about objects of one kind (`page`, `instagram`): entries of several of them, each with its changes. */
export const deliverySchema = v.object({
  object: v.string(),
  entry: v.array(
    v.object({
      id: idSchema,
      /** When it was sent: seconds for changes, milliseconds for messages. */
      time: v.pipe(v.number(), v.minValue(0), v.maxValue(1e14)),
      changes: v.optional(v.array(v.object({ field: v.string(), value: v.unknown() })), []),
      messaging: v.optional(v.array(v.unknown()), []),
      /** A lone change may stand on the entry itself ("Instagram Platform: Webhooks"). */
      field: v.optional(v.string()),
      value: v.optional(v.unknown()),
    }),
  ),
});
export type DeliveryOnWire = v.InferOutput<typeof deliverySchema>;

/** An event of a conversation, in `messaging`. Source: "Messenger Platform: Webhook events". */
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
      /** The story that a message of Instagram answers. */
      reply_to: v.nullish(v.object({ story: v.nullish(v.object({ url: v.nullish(v.string()) })) })),
      attachments: v.nullish(
        v.array(v.object({ type: v.string(), payload: v.nullish(v.object({ url: v.nullish(v.string()) })) })),
      ),
    }),
  ),
  message_edit: v.nullish(v.object({ mid: idSchema, text: v.nullish(v.string()) })),
  postback: v.nullish(v.object({ mid: v.nullish(idSchema), title: v.nullish(v.string()) })),
});
export type Messaging = v.InferOutput<typeof messagingSchema>;
