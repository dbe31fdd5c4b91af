import * as v from "valibot";
import { defineEvent } from "../kernel/events.ts";

const postData = v.object({ postId: v.string(), authorId: v.string() });

/** A series, or what it repeats, is another: its dates have to follow. */
export const seriesChanged = defineEvent("series.changed", v.object({ seriesId: v.string() }));

/** A post waits for approval: by its author's request, or because an author edited what was approved. */
export const postSubmitted = defineEvent("post.submitted", postData);
export const postApproved = defineEvent("post.approved", postData);
/** A post was given up as a whole. */
export const postCanceled = defineEvent("post.canceled", postData);
export const postChangesRequested = defineEvent(
  "post.changes-requested",
  v.object({ ...postData.entries, note: v.string() }),
);

/** Somebody outside answered through a link; `counts` says whether it moved the post, else it is an opinion. */
export const postReviewedOutside = defineEvent(
  "post.reviewed-outside",
  v.object({
    ...postData.entries,
    /** The member who made the link. */
    madeBy: v.string(),
    /** The link; absent in events of before it was kept who was told. */
    linkId: v.optional(v.string()),
    /** As the reviewer wrote it. */
    name: v.string(),
    verdict: v.picklist(["approve", "request-changes"]),
    note: v.string(),
    counts: v.boolean(),
  }),
);
