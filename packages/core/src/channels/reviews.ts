import type { Result } from "../kernel/result.ts";
import type { ChannelCall } from "./connector.ts";
import type { ConnectorError } from "./errors.ts";
import type { InboundItem } from "./inbound.ts";

/**
 * A list of a channel that can be asked for page by page, in the platform's own order: because webhooks lose things, or
 * the platform has none.
 */
export type Poll = (call: ChannelCall, page?: string) => Promise<Result<PolledPage, ConnectorError>>;

export interface PolledPage {
  readonly entries: readonly PolledEntry[];
  /**
   * Whatever changed after this instant is on this page or on one before it, epoch ms: what the platform sorts by, of the
   * last of the page. Absent where that says nothing about entries, as for comments below posts: such a list is walked
   * to its end.
   */
  readonly completeSince?: number;
  /** How the next page is asked for; absent on the last one. */
  readonly next?: string | undefined;
  /** The places of which this page tells everything: what stands there and is not on the page is gone. */
  readonly covers?: readonly CoveredPlace[];
  /** Nothing was left out: pages that all say so, walked to the last, tell everything that there is. */
  readonly isWhole?: boolean;
  /** How many entries all pages have together, where the platform says so. */
  readonly total?: number | undefined;
}

/** Where messages stand of which a page tells every one that appeared at `since` (epoch ms) or later. */
export interface CoveredPlace {
  /** A post with all that is below it, or only with what answers the post itself, or one conversation. */
  readonly kind: "post" | "top-level" | "conversation";
  readonly remoteId: string;
  readonly since: number;
}

export interface PolledEntry {
  /** The time to which the list is known by this entry, epoch ms. */
  readonly sortedAt: number;
  /** When anything about it changed last, also what the list is not sorted by, such as our answer; epoch ms. */
  readonly changedAt: number;
  /** What it tells, as a webhook would have. */
  readonly items: readonly InboundItem[];
}

export interface ReviewsCapability {
  readonly list: Poll;
  /** What one review tells now; `not-found` when there is none of this id, or not yet. */
  fetch(call: ChannelCall, remoteId: string): Promise<Result<readonly InboundItem[], ConnectorError>>;
}
