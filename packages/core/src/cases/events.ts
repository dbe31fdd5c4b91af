import * as v from "valibot";
import { defineEvent } from "../kernel/events.ts";

/** A case was closed, with its cause and outcome. */
export const caseClosed = defineEvent(
  "case.closed",
  v.object({ caseId: v.string(), reviewId: v.optional(v.string()) }),
);
