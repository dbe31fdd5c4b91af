import * as v from "valibot";
import { defineEvent } from "../kernel/events.ts";

/** A person is to be asked for a review now, or a mail that asks has to be looked after. */
export const reviewRequestDue = defineEvent("review-request.due", v.object({ requestId: v.string() }));
