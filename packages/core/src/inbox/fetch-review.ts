import type { ChannelCalls, Channels } from "../channels/connected/index.ts";
import { reviewIdOf } from "../reviews/index.ts";
import { storeMissing } from "./compare-reviews.ts";
import { fetchLater } from "./fetch-later.ts";
import type { FetchReviewMessage } from "./messages.ts";
import { type IntakeDeps, takeIn } from "./receive-delivery.ts";

export interface FetchReviewDeps extends IntakeDeps {
  readonly channels: Pick<Channels, "get" | "findByRemoteId">;
  readonly channelCalls: ChannelCalls;
}

/** A review could not be fetched; it belongs into the dead-letter queue, with this cause. */
export class ReviewNotFetched extends Error {
  override readonly name = "ReviewNotFetched";
}

/** `later`: put back on the queue. `gone`: it is not there any more. */
export type FetchReviewOutcome = "stored" | "later" | "gone" | "no-channel";

/**
 * Fetches a review that the platform has announced, and stores what it says. What fails in passing is tried again with
 * ever longer waits, also a review that is not there yet: platforms announce before they show. Throws
 * `ReviewNotFetched` with the platform's cause when the access is missing or nothing helped.
 */
export async function fetchReview(deps: FetchReviewDeps, message: FetchReviewMessage): Promise<FetchReviewOutcome> {
  const { workspaceId, channelId, remoteId } = message;
  const channel = await deps.channels.get(workspaceId, channelId);
  if (!channel) return "no-channel";
  const reviews = deps.connectorFor(channel.platform)?.reviews;
  if (!reviews) throw new ReviewNotFetched(`${channel.platform} does not give single reviews`);
  const call = await deps.channelCalls.open(channel);
  if (!call) throw new ReviewNotFetched(`the token of ${channelId} cannot be opened`);
  const answer = await reviews.fetch(call, remoteId);
  if (answer.ok) return store(deps, channel, answer.value);
  if (await fetchLater(deps, message, answer.error)) return "later";
  if (answer.error.class !== "not-found") {
    throw new ReviewNotFetched(`${remoteId}: ${answer.error.class} ${answer.error.code}`);
  }
  const known = await deps.reviews.get(workspaceId, reviewIdOf(channelId, remoteId));
  if (known?.known) await storeMissing(deps, channel, [known], deps.clock.nowMs());
  return "gone";
}

async function store(...[deps, channel, items]: Parameters<typeof takeIn>): Promise<"stored"> {
  const failures = await takeIn(deps, channel, items);
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} not stored`);
  return "stored";
}
