import type { Context } from "hono";
import * as v from "valibot";
import type { BadRow, SmallTable } from "#core/exchange/index.ts";
import type { Language } from "#core/kernel/language.ts";
import type { ApiEnv } from "./context.ts";
import { toApiError } from "./errors.ts";

export const csvType = "text/csv";
/**
 * How tables arrive: as bytes, or as `text/csv` in UTF-8. HTTP APIs hand text on as UTF-8, whatever it was, so that of
 * other encodings only the bytes arrive whole.
 */
const tableTypes = new Set([csvType, "application/octet-stream"]);

/** From which good row on a table is stored. */
export const fromRowSchema = v.object({
  from: v.optional(v.pipe(v.string(), v.regex(/^\d{1,4}$/), v.transform(Number)), "0"),
});

/** So many bad rows are told at once; whoever has more mends these first. */
const mostBadTold = 200;
/** So many headings that name no column of ours are told. */
const mostUnreadTold = 20;

/** The table that a request brings; `null` when what it brings is none. Nothing stands for an empty one. */
export async function tableIn(c: Context<ApiEnv>): Promise<Uint8Array | null> {
  const type = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (c.req.raw.body !== null && !tableTypes.has(type ?? "")) return null;
  return new Uint8Array(await c.req.arrayBuffer());
}

/** What a dry run tells of a table: how many rows are right, and what is wrong with the others, under their headings. */
export const tableView = <Column extends string>(
  language: Language,
  { good, bad, unread }: Pick<SmallTable<unknown>, "good" | "bad" | "unread">,
  heading: (column: Column, language: Language) => string,
) => ({
  good: good.length,
  bad: bad.length,
  unread: unread.slice(0, mostUnreadTold),
  problems: bad.slice(0, mostBadTold).map(({ row, problems }: BadRow) => ({
    row,
    problems: problems.map((problem) => {
      const { message, cure } = toApiError(language, problem);
      const column = problem.field && heading(problem.field as Column, language);
      return [column && `${column}:`, message, cure].filter(Boolean).join(" ");
    }),
  })),
});
