import * as v from "valibot";
import type { Pace } from "../channels/manifest.ts";
import { epochMsSchema } from "../kernel/time.ts";

/** How busy a channel is with publishing. A channel about which nothing is stored is idle. */
export const channelPaceSchema = v.object({
  workspaceId: v.string(),
  channelId: v.string(),
  /** When all starts given so far have been worn off, each by the pace's `everyMs`. */
  busyUntil: epochMsSchema,
  /** Until when the platform lets nothing be published on the channel, by its own word. */
  closedUntil: epochMsSchema,
  /** Tells a write from another that says the same: two who take a start at one instant must not both have won. */
  writtenBy: v.optional(v.string()),
  version: v.number(),
});
export type ChannelPace = v.InferOutput<typeof channelPaceSchema>;

/** A start asked for; not at all when it could only be later than `latest`. Both epoch ms. */
export interface WantedStart {
  readonly at: number;
  readonly latest: number;
}

/**
 * The starts that a channel can give, in the order asked for: each at the instant wanted or as soon after it as the pace
 * allows, `null` when that is too late. At most `burst` at once and one each `everyMs` after that, which one instant
 * remembers: the generic cell rate algorithm.
 */
export function startsOf(
  { burst, everyMs }: Pace,
  { busyUntil, closedUntil }: Pick<ChannelPace, "busyUntil" | "closedUntil">,
  wanted: readonly WantedStart[],
): { readonly starts: readonly (number | null)[]; readonly busyUntil: number } {
  let busy = busyUntil;
  const starts = wanted.map(({ at, latest }) => {
    const start = Math.max(at, closedUntil, busy - (burst - 1) * everyMs);
    if (start > latest) return null;
    busy = Math.max(busy, start) + everyMs;
    return start;
  });
  return { starts, busyUntil: busy };
}
