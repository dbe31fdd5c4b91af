import * as v from "valibot";
import { daySchema } from "../../kernel/time.ts";
import { publicationStateSchema } from "../../publishing/index.ts";

/** The longest period of one export, days. */
const longestDays = 400;

const listed = v.pipe(
  v.string(),
  v.maxLength(4000),
  v.transform((list) => list.split(",")),
);

const entries = {
  /** The first day, and the first day no longer exported. */
  from: daySchema,
  to: daySchema,
  /** Channel ids and states, separated by commas. */
  channel: v.optional(listed),
  state: v.optional(v.pipe(listed, v.array(publicationStateSchema))),
  /** By what posts are filed; each as a whole, since topics and labels may hold commas. */
  campaign: v.optional(v.pipe(v.string(), v.maxLength(64))),
  author: v.optional(v.pipe(v.string(), v.maxLength(64))),
  topic: v.optional(v.pipe(v.string(), v.maxLength(100))),
  label: v.optional(v.pipe(v.string(), v.maxLength(50))),
};

const isPeriod = (from: string, to: string) =>
  from < to && Date.parse(to) - Date.parse(from) <= longestDays * 86_400_000;

/** What is exported: the calendar's period and filters. */
export const exportRangeSchema = v.pipe(
  v.object(entries),
  v.check(({ from, to }) => isPeriod(from, to), "range"),
);
export type ExportRange = v.InferOutput<typeof exportRangeSchema>;

/** The same, and where a page begins. */
export const exportPageSchema = v.pipe(
  v.object({ ...entries, cursor: v.optional(v.pipe(v.string(), v.maxLength(2048))) }),
  v.check(({ from, to }) => isPeriod(from, to), "range"),
);
export type ExportPage = v.InferOutput<typeof exportPageSchema>;
