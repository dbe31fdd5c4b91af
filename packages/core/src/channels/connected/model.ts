import * as v from "valibot";
import { epochMsSchema } from "../../kernel/time.ts";

/** A weekly recurring time of a channel's posting schedule, in the workspace's wall-clock time. */
export const slotSchema = v.object({
  /** ISO weekday: 1 is Monday, 7 is Sunday. */
  weekday: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)),
  time: v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, "not a time")),
});
export type Slot = v.InferOutput<typeof slotSchema>;

/** At most as many slots as there are half hours in a week. */
export const slotsSchema = v.pipe(v.array(slotSchema), v.maxLength(336));

/** A connected page, profile or account. */
export const channelSchema = v.object({
  id: v.string(),
  workspaceId: v.string(),
  platform: v.string(),
  remoteId: v.string(),
  name: v.string(),
  url: v.string(),
  state: v.picklist(["connected", "reconnect"]),
  /** The platform's code of why it must be connected anew. */
  reconnectCause: v.optional(v.string()),
  endpoints: v.optional(v.record(v.string(), v.string())),
  /** The access token, sealed for this channel's id. Never leaves the server. */
  sealedToken: v.string(),
  tokenExpiresAt: v.optional(epochMsSchema),
  /** What new access tokens are had by, sealed for this channel's id. */
  sealedRefreshToken: v.optional(v.string()),
  /** The token of the person who consented, where the platform has things that are the person's; sealed likewise. */
  sealedPersonToken: v.optional(v.string()),
  personTokenExpiresAt: v.optional(epochMsSchema),
  /** Until then one worker renews the token. */
  renewalLeaseUntil: v.optional(epochMsSchema),
  slots: slotsSchema,
  connectedAt: epochMsSchema,
  /** When a person last consented. */
  consentedAt: v.optional(epochMsSchema),
  version: v.number(),
});
export type Channel = v.InferOutput<typeof channelSchema>;

/** A connection under way: the person has been sent to the platform, or has come back and chooses. */
export const connectionSchema = v.object({
  id: v.string(),
  workspaceId: v.string(),
  memberId: v.string(),
  platform: v.string(),
  redirectUri: v.string(),
  /** The channels on offer with their tokens, as JSON sealed for this connection's id. Absent until consent. */
  sealedCandidates: v.optional(v.string()),
  expiresAt: epochMsSchema,
});
export type Connection = v.InferOutput<typeof connectionSchema>;

/** How long a person has to finish connecting: 30 minutes. */
export const connectionLifetimeMs = 30 * 60_000;
