import * as v from "valibot";
import type { Actor } from "../kernel/actor.ts";
import { fromCursor, toCursor } from "../kernel/cursor.ts";
import { type Failure, invalid } from "../kernel/failure.ts";
import type { Page } from "../kernel/page.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { epochMsSchema } from "../kernel/time.ts";
import { publicationStateSchema } from "./course.ts";
import type { Publication } from "./model.ts";
import type { PublicationRange, Publications } from "./ports.ts";

const epochMsText = v.pipe(v.string(), v.regex(/^\d{1,16}$/, "not a number"), v.transform(Number), epochMsSchema);
const listed = v.pipe(
  v.string(),
  v.maxLength(4000),
  v.transform((list) => list.split(",")),
);

/** A range's query string: `from` and `to` in epoch ms, at most 400 days; `channel` and `state` name several by commas. */
export const listPublicationsSchema = v.pipe(
  v.object({
    from: epochMsText,
    to: epochMsText,
    channel: v.optional(listed),
    state: v.optional(v.pipe(listed, v.array(publicationStateSchema))),
    limit: v.optional(
      v.pipe(v.string(), v.regex(/^\d{1,3}$/, "not a number"), v.transform(Number), v.minValue(1), v.maxValue(500)),
      "200",
    ),
    cursor: v.optional(v.pipe(v.string(), v.maxLength(2048))),
  }),
  v.check(({ from, to }) => from < to && to - from <= 400 * 86_400_000, "the range is empty or over 400 days"),
);

/** The publications due in `[from, to)`, in that order: the one function behind month, week, day and list. */
export async function listPublications(
  deps: { publications: Pick<Publications, "list"> },
  actor: Actor,
  input: v.InferOutput<typeof listPublicationsSchema>,
): Promise<Result<Page<Publication>, Failure>> {
  const { workspaceId } = actor;
  const { from, to, channel, state, limit } = input;
  const after = input.cursor === undefined ? undefined : fromCursor(workspaceId, "publications", input.cursor);
  if (after === null) return err(invalid("invalid-cursor", { field: "cursor" }));
  const range = { from, to, channelIds: channel, states: state, limit: limit + 1, after };
  const found = await deps.publications.list(workspaceId, range);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const more = found.length > items.length && last;
  return ok({
    items,
    cursor: more ? toCursor(workspaceId, "publications", { at: last.dueAt, id: last.id }) : undefined,
  });
}

/** Every publication of a range, read page by page. */
export async function allPublications(
  publications: Pick<Publications, "list">,
  workspaceId: string,
  range: Omit<PublicationRange, "limit" | "after">,
): Promise<readonly Publication[]> {
  const all: Publication[] = [];
  for (;;) {
    const last = all.at(-1);
    const after = last && { at: last.dueAt, id: last.id };
    const page = await publications.list(workspaceId, { ...range, limit: pageLength, after });
    all.push(...page);
    if (page.length < pageLength) return all;
  }
}

const pageLength = 500;
