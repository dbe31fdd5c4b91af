import * as v from "valibot";
import { defineEvent } from "../kernel/events.ts";
import { epochMsSchema } from "../kernel/time.ts";

/** A lead form was filled in; what was written has yet to be fetched. */
export const leadAnnounced = defineEvent(
  "lead.announced",
  v.object({
    leadId: v.string(),
    channelId: v.string(),
    remoteId: v.string(),
    formId: v.string(),
    adId: v.optional(v.string()),
    /** When it was filled in, epoch ms. */
    announcedAt: epochMsSchema,
  }),
);

/** The details of a lead are known; `leadId` is the person's lead, which may be an older one. */
export const leadReceived = defineEvent(
  "lead.received",
  v.object({ leadId: v.string(), channelId: v.optional(v.string()), newPerson: v.boolean() }),
);

/** A lead went to another stage. */
export const leadMoved = defineEvent("lead.moved", v.object({ leadId: v.string(), from: v.string(), to: v.string() }));

/** A person who waited for a first response has had one. */
export const leadAnswered = defineEvent("lead.answered", v.object({ leadId: v.string() }));

/** A person has had no first response in the agreed time. */
export const leadResponseMissed = defineEvent(
  "lead.response-missed",
  v.object({
    leadId: v.string(),
    ownerId: v.optional(v.string()),
    /** Since when the person waits, and until when they should have been answered, epoch ms. */
    since: epochMsSchema,
    dueAt: epochMsSchema,
  }),
);
