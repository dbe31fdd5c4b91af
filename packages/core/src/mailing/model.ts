import * as v from "valibot";
import { derivedId } from "../kernel/derived-id.ts";
import { epochMsSchema } from "../kernel/time.ts";

/** Why nothing more is mailed to an address: it does not exist or refuses us for good, or its reader called us spam. */
export const suspensionReasons = ["bounced", "complained"] as const;

/**
 * An address to which a workspace mails nothing more until somebody lets it. Kept under a digest: enough to recognise an
 * address, not to write to it. One that was lifted stays, so that a late event of an old mail does not suspend anew.
 */
export const suspensionSchema = v.object({
  workspaceId: v.string(),
  id: v.string(),
  because: v.picklist(suspensionReasons),
  /** The mail service's own word, such as `Permanent/General`. */
  cause: v.optional(v.string()),
  at: epochMsSchema,
  /** Who let it be tried again, and when. */
  lifted: v.optional(v.object({ at: epochMsSchema, by: v.string() })),
  version: v.number(),
});
export type Suspension = v.InferOutput<typeof suspensionSchema>;

/** The id of an address, whichever way it is written in capitals. */
export const suspensionIdOf = (workspaceId: string, email: string): string =>
  derivedId("addr", workspaceId, email.trim().toLowerCase());
