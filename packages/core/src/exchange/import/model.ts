import * as v from "valibot";
import { formatNames } from "../../channels/manifest.ts";
import { refusalSchema } from "../../content/index.ts";
import { epochMsSchema, timeZoneSchema } from "../../kernel/time.ts";
import { columns } from "../columns.ts";

/** How much one file may hold. */
export const importLimits = { bytes: 10_000_000, rows: 10_000 } as const;

/** How many rows are checked, stored and imported together. */
export const chunkRows = 100;

/** A file on its way to becoming posts. Nothing of it is a post before `importing`. */
export const importStates = ["awaiting-file", "checking", "checked", "importing", "done", "failed"] as const;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** What the dry run found; while it runs, what it has found so far. */
export const importCheckSchema = v.object({
  rows: count,
  bad: count,
  /** Of the good rows, those that will be scheduled; the others become drafts. */
  scheduled: count,
  /** Headings that name no column of ours. */
  ignoredColumns: v.array(v.string()),
  encoding: v.optional(v.string()),
});
export type ImportCheck = v.InferOutput<typeof importCheckSchema>;

/** How far the import is. */
export const importRunSchema = v.object({
  badRows: v.picklist(["refuse", "skip"]),
  /** Rows worked so far, the skipped among them: the index of the next. */
  next: count,
  imported: count,
  /** Of the imported, those on the calendar. */
  scheduled: count,
  /** Good rows of which something went wrong after all: a picture that was not there, a time that had passed meanwhile. */
  failed: count,
  startedAt: epochMsSchema,
  finishedAt: v.optional(epochMsSchema),
});
export type ImportRun = v.InferOutput<typeof importRunSchema>;

/** An import of posts from a table. Its id is made of the file's content: the same file is the same import. */
export const importSchema = v.object({
  id: v.string(),
  workspaceId: v.string(),
  state: v.picklist(importStates),
  fileName: v.string(),
  bytes: v.number(),
  /** SHA-256 of the file, hex, as promised before the upload and checked after it. */
  sha256: v.string(),
  /** The zone of times whose row names none. */
  timeZone: timeZoneSchema,
  /** The member in whose name and rights it is done. */
  memberId: v.string(),
  check: v.optional(importCheckSchema),
  run: v.optional(importRunSchema),
  /** Why the file as a whole can't be read. */
  failure: v.optional(refusalSchema),
  createdAt: epochMsSchema,
  version: v.number(),
});
export type Import = v.InferOutput<typeof importSchema>;

/** A file of a row: one of the library, or an address it is fetched from. */
export const rowMediaSchema = v.union([
  v.object({ assetId: v.string() }),
  v.object({ address: v.string(), altText: v.string() }),
]);
export type RowMedia = v.InferOutput<typeof rowMediaSchema>;

/** What a row becomes. */
export const rowPlanSchema = v.object({
  text: v.string(),
  link: v.optional(v.string()),
  format: v.optional(v.picklist(formatNames)),
  firstComment: v.optional(v.string()),
  media: v.array(rowMediaSchema),
  thread: v.optional(v.array(v.object({ text: v.string(), media: v.array(rowMediaSchema) }))),
  channelIds: v.array(v.string()),
  campaignId: v.optional(v.string()),
  topic: v.optional(v.string()),
  labels: v.array(v.string()),
  notes: v.optional(v.string()),
  /** Local time and zone; absent for a draft. */
  when: v.optional(v.object({ at: v.string(), timeZone: v.string() })),
});
export type RowPlan = v.InferOutput<typeof rowPlanSchema>;

/** What is wrong with a row; `field` is the column. */
export const rowProblemSchema = v.object({
  field: v.optional(v.picklist(columns)),
  ...refusalSchema.entries,
});
export type RowProblem = v.InferOutput<typeof rowProblemSchema>;

/** A row after the dry run: what it becomes, or what is wrong with it and what it said. */
export const checkedRowSchema = v.object({
  /** As a spreadsheet numbers it: the heading is row 1. */
  row: v.number(),
  plan: v.optional(rowPlanSchema),
  problems: v.array(rowProblemSchema),
  /** The cells as they were, for the report; absent of a row whose post was made after all. */
  cells: v.optional(v.array(v.string())),
});
export type CheckedRow = v.InferOutput<typeof checkedRowSchema>;

/** Some consecutive rows of an import, kept in the bucket. The headings are for the report. */
export const rowChunkSchema = v.object({ headings: v.array(v.string()), rows: v.array(checkedRowSchema) });
export type RowChunk = v.InferOutput<typeof rowChunkSchema>;
