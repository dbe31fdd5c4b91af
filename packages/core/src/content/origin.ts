import * as v from "valibot";
import { localTimeSchema } from "../kernel/time.ts";

/**
 * Where a post comes from, when no person wrote it as one of its own: `template` is what a series repeats, `series` one
 * of its dates, `evergreen` another appearance of a post that is repeated.
 */
export const postOriginSchema = v.variant("kind", [
  v.object({ kind: v.literal("template"), seriesId: v.string() }),
  v.object({
    kind: v.literal("series"),
    seriesId: v.string(),
    /** The local time that the series' rule gave it. */
    at: localTimeSchema,
    /** The template's revision that it shows. */
    revision: v.number(),
    /** A person edited this date alone: the template's edits no longer reach it. */
    own: v.optional(v.boolean()),
  }),
  v.object({ kind: v.literal("evergreen"), postId: v.string() }),
]);
export type PostOrigin = v.InferOutput<typeof postOriginSchema>;

/** The mark that a publication carries on the calendar: a date of a series, or a repeat of an evergreen post. */
export const publicationOriginSchema = v.variant("kind", [
  v.object({ kind: v.literal("series"), seriesId: v.string() }),
  v.object({ kind: v.literal("evergreen"), postId: v.string() }),
]);
export type PublicationOrigin = v.InferOutput<typeof publicationOriginSchema>;

/** A post's mark on the calendar, if it has one. */
export function calendarMark(origin: PostOrigin | undefined): PublicationOrigin | undefined {
  if (origin?.kind === "series") return { kind: "series", seriesId: origin.seriesId };
  return origin?.kind === "evergreen" ? origin : undefined;
}
