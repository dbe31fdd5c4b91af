import * as v from "valibot";
import { derivedId } from "../kernel/derived-id.ts";
import { epochMsSchema } from "../kernel/time.ts";

/** What a reader decided about a report: to get it no more, or again. Where nothing is stored they get it. */
export const readerChoiceSchema = v.object({
  workspaceId: v.string(),
  reportId: v.string(),
  /** Made of the address. */
  id: v.string(),
  email: v.string(),
  stopped: v.boolean(),
  at: epochMsSchema,
  /** By the link in a mail, or signed in. */
  via: v.picklist(["link", "member"]),
  version: v.number(),
});
export type ReaderChoice = v.InferOutput<typeof readerChoiceSchema>;

/** The id of a reader of a report. */
export const readerIdOf = (workspaceId: string, reportId: string, email: string): string =>
  derivedId("addr", workspaceId, reportId, email.trim().toLowerCase());
