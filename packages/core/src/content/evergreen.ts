import * as v from "valibot";
import { epochMsSchema } from "../kernel/time.ts";
import { baseContentSchema, type Post } from "./model.ts";

/** What an evergreen post may ask for. */
export const evergreenLimits = { minDays: 1, maxDays: 730, maxRepeats: 50, texts: 5 } as const;

const daysSchema = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(evergreenLimits.minDays),
  v.maxValue(evergreenLimits.maxDays),
);
const maxRepeatsSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(evergreenLimits.maxRepeats));
/** Other wordings of the base text: platforms refuse a post that is word for word the one before. */
const textsSchema = v.pipe(v.array(baseContentSchema.entries.text), v.maxLength(evergreenLimits.texts));

/** How a post is repeated: at least so many days apart on a channel, at most so often on each. */
export const evergreenWishSchema = v.object({
  minDays: daysSchema,
  maxRepeats: v.optional(maxRepeatsSchema),
  texts: v.optional(textsSchema, []),
});

/** One more appearance on a channel: the post made for it, and the slot it was made for. */
const repeatSchema = v.object({ postId: v.string(), channelId: v.string(), at: epochMsSchema });
export type EvergreenRepeat = v.InferOutput<typeof repeatSchema>;

/** A post that goes out again where the posting schedules stay empty. */
export const evergreenSchema = v.object({
  /** The post's id. */
  id: v.string(),
  workspaceId: v.string(),
  minDays: daysSchema,
  maxRepeats: v.optional(maxRepeatsSchema),
  texts: textsSchema,
  active: v.boolean(),
  /** Written before the post of a repeat is made; the newest of each channel decide the distance. */
  repeats: v.array(repeatSchema),
  nextPlanAt: v.optional(epochMsSchema),
  createdBy: v.string(),
  createdAt: epochMsSchema,
  version: v.number(),
});
export type Evergreen = v.InferOutput<typeof evergreenSchema>;

/** The most repeats that an evergreen remembers: enough to count 50 on each of a few channels. */
const remembered = 200;

/** The evergreen with one more repeat, the oldest forgotten when there are too many. */
export const withRepeat = (evergreen: Evergreen, repeat: EvergreenRepeat): Evergreen => ({
  ...evergreen,
  repeats: [...evergreen.repeats, repeat].slice(-remembered),
});

/** Its repeats on a channel, in the order they were planned. */
export const repeatsOn = ({ repeats }: Evergreen, channelId: string): readonly EvergreenRepeat[] =>
  repeats.filter((repeat) => repeat.channelId === channelId);

/** The wording of the n-th repeat on a channel: the texts in turn, the post's own among them. */
export function wordingOf(post: Post, { texts }: Evergreen, count: number): string {
  const all = [post.base.text, ...texts];
  return all[(count + 1) % all.length] ?? post.base.text;
}
